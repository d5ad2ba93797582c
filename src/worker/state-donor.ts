import { createHash } from 'node:crypto';
import { type ServerWritableStream, status } from '@grpc/grpc-js';
import type { lockstep } from '../gen/lockstep.js';
import type { Trainer } from './trainer.ts';

export type StateCall = ServerWritableStream<lockstep.v1.PullStateRequest, lockstep.v1.IStatePiece>;

/** What may wait for a follower that reads slowly; where more comes it gets a fresh snapshot instead. */
const MAX_WAITING_STEPS = 8;
const MAX_WAITING_BYTES = 256 * 1024 * 1024;
const PIECE_BYTES = 1024 * 1024;

/**
 * Feeds workers that join: an immutable snapshot of the replica, then every reduced vector that is applied after it,
 * so that a follower takes the same steps and is level at a step boundary. Training does not wait for followers; one
 * that is left too far behind gets another snapshot.
 */
export interface StateDonor {
  readonly handle: (call: StateCall) => void;
  /** A step was applied; `reduced` is read before this returns. */
  onApplied(step: number, reduced: Float32Array): void;
}

interface AppliedStep {
  readonly step: number;
  readonly bytes: Uint8Array;
}

interface Follower {
  readonly call: StateCall;
  /** Steps that it has yet to be sent. */
  waiting: AppliedStep[];
  needsSnapshot: boolean;
  wake: () => void;
}

/** `onRefused` is told of each request that comes from another job. */
export function createStateDonor(
  jobId: string,
  trainer: Trainer,
  onRefused: (reason: 'wrong_job') => void = () => undefined,
): StateDonor {
  const followers = new Set<Follower>();

  /** Sends what `bytes` holds, each piece when the one before is on its way; false once the follower is gone. */
  const send = async (
    follower: Follower,
    bytes: Uint8Array,
    about: lockstep.v1.IStatePiece,
  ): Promise<boolean> => {
    for (const piece of piecesOf(bytes)) {
      if (!followers.has(follower)) return false;
      await new Promise<void>((resolve) => follower.call.write({ ...piece, ...about }, () => resolve()));
    }
    return followers.has(follower);
  };
  const sendSnapshot = async (follower: Follower): Promise<boolean> => {
    follower.needsSnapshot = false;
    follower.waiting = [];
    const { bytes, step } = await trainer.snapshotAll({});
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const isThere = await send(follower, bytes, { step, sha256 });
    follower.waiting = follower.waiting.filter((applied) => applied.step > step);
    return isThere;
  };
  const feed = async (follower: Follower): Promise<void> => {
    for (let isThere = true; isThere; ) {
      const next = follower.needsSnapshot ? undefined : follower.waiting.shift();
      if (follower.needsSnapshot) isThere = await sendSnapshot(follower);
      else if (next) isThere = await send(follower, next.bytes, { reducedStep: next.step });
      else
        await new Promise<void>((resolve) => {
          follower.wake = resolve;
        });
      isThere &&= followers.has(follower);
    }
  };

  return {
    handle: (call) => {
      if (call.request.jobId !== jobId) {
        onRefused('wrong_job');
        refuse(
          call,
          status.FAILED_PRECONDITION,
          `this worker serves job ${jobId}, not ${call.request.jobId}`,
        );
        return;
      }
      const follower: Follower = { call, waiting: [], needsSnapshot: true, wake: () => undefined };
      followers.add(follower);
      const leave = (): void => {
        followers.delete(follower);
        follower.wake();
      };
      call.on('cancelled', leave);
      call.on('error', leave);
      feed(follower).catch((error: Error) => refuse(call, status.RESOURCE_EXHAUSTED, error.message));
    },
    onApplied: (step, reduced) => {
      if (followers.size === 0) return;
      const bytes = Uint8Array.from(new Uint8Array(reduced.buffer, reduced.byteOffset, reduced.byteLength));
      const maxWaiting = Math.max(MAX_WAITING_STEPS, Math.floor(MAX_WAITING_BYTES / bytes.length));
      for (const follower of followers) {
        if (follower.waiting.length >= maxWaiting) {
          follower.waiting = [];
          follower.needsSnapshot = true;
        } else if (!follower.needsSnapshot) follower.waiting.push({ step, bytes });
        follower.wake();
      }
    },
  };
}

/** A destroyed stream would leave the follower waiting: only this event makes grpc-js send a status. */
function refuse(call: StateCall, code: status, message: string): void {
  call.emit('error', Object.assign(new Error(message), { code, details: message }));
}

function piecesOf(bytes: Uint8Array): { offset: number; totalBytes: number; data: Uint8Array }[] {
  const numPieces = Math.max(1, Math.ceil(bytes.length / PIECE_BYTES));
  return Array.from({ length: numPieces }, (_, index) => ({
    offset: index * PIECE_BYTES,
    totalBytes: bytes.length,
    data: bytes.subarray(index * PIECE_BYTES, (index + 1) * PIECE_BYTES),
  }));
}
