import { createHash } from 'node:crypto';
import type { MemberAddress } from '../core/coordinator/worker-command.ts';
import { LockstepError } from '../core/errors.ts';
import { operationOf } from '../core/plan/work.ts';
import type { lockstep } from '../gen/lockstep.js';
import type { Decoded } from '../wire/decoded.ts';
import type { SharedMemory } from './shared-memory.ts';
import type { Trainer } from './trainer.ts';

type Piece = Decoded<lockstep.v1.IStatePiece>;

/** A donor's answer; see `StateDonor`. */
export interface StateStream extends AsyncIterable<lockstep.v1.StatePiece> {
  cancel(): void;
}

export interface FollowOptions {
  /** In the order in which to try them. */
  readonly donors: readonly MemberAddress[];
  readonly openState: (donor: MemberAddress) => StateStream;
  readonly trainer: Trainer;
  readonly memory: SharedMemory;
  /** Says that the replica now holds the state after `step`, and which worker it has it from. */
  readonly caughtUp: (step: number, donorId: string) => void;
  /** Aborted when the worker becomes a member. */
  readonly signal: AbortSignal;
}

/** Largest state that a donor may announce; keeps a damaged message from reserving all memory. */
const MAX_STATE_BYTES = 16 * 1024 ** 3;

/**
 * Takes over the state of a peer and then every step that it applies, until `signal` is aborted. Where a donor fails
 * the next one is asked, from the beginning. Throws UNAVAILABLE when none is left.
 */
export async function followPeer(options: FollowOptions): Promise<void> {
  const causes: string[] = [];
  for (const donor of options.donors) {
    try {
      await followDonor(donor, options);
    } catch (error) {
      causes.push(`${donor.workerId}: ${(error as Error).message}`);
    }
    if (options.signal.aborted) return;
  }
  throw new LockstepError('UNAVAILABLE', `no peer could hand over its state (${causes.join('; ')})`);
}

async function followDonor(donor: MemberAddress, options: FollowOptions): Promise<void> {
  const { openState, trainer, memory, caughtUp, signal } = options;
  const stream = openState(donor);
  const cancel = (): void => stream.cancel();
  signal.addEventListener('abort', cancel);
  let bytes = new Uint8Array(0);
  let held = -1;
  try {
    for await (const message of stream) {
      const piece = message as Piece;
      if (piece.offset === 0) bytes = new Uint8Array(checkedSize(piece.totalBytes));
      if (piece.offset + piece.data.length > bytes.length)
        throw new Error('a piece reaches beyond the state');
      bytes.set(piece.data, piece.offset);
      if (piece.offset + piece.data.length < bytes.length) continue;
      if (piece.reducedStep === 0) {
        held = await takeOver(trainer, bytes, piece);
      } else {
        if (piece.reducedStep !== held + 1)
          throw new Error(`step ${piece.reducedStep} came after step ${held}`);
        held = piece.reducedStep;
        const { buffer, byteOffset, byteLength } = memory.reduced;
        new Uint8Array(buffer, byteOffset, byteLength).set(bytes);
        await trainer.apply({
          operation: operationOf({ kind: 'train', step: held }),
          reduced: memory.reduced,
        });
      }
      caughtUp(held, donor.workerId);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener('abort', cancel);
    stream.cancel();
  }
}

/** Checks the snapshot and puts it in the place of this replica's state; returns its step. */
async function takeOver(trainer: Trainer, bytes: Uint8Array, { step, sha256 }: Piece): Promise<number> {
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (actual !== sha256) throw new Error(`the state has SHA-256 ${actual}, the donor says ${sha256}`);
  await trainer.restore({ bytes, step });
  return step;
}

function checkedSize(totalBytes: number): number {
  if (totalBytes > MAX_STATE_BYTES) throw new Error(`the donor announces ${totalBytes} bytes`);
  return totalBytes;
}
