import { createHash } from 'node:crypto';
import { type ServerWritableStream, status } from '@grpc/grpc-js';
import type { lockstep } from '../gen/lockstep.js';
import type { Trainer } from './trainer.ts';

export type StateCall = ServerWritableStream<lockstep.v1.PullStateRequest, lockstep.v1.IStatePiece>;

/** Pieces that a slow follower may leave unread before it is dropped: 256 MiB. */
const MAX_UNREAD_PIECES = 256;
const PIECE_BYTES = 1024 * 1024;

/**
 * Feeds workers that join: an immutable snapshot of the replica, then every reduced vector that is applied after it,
 * so that a follower takes the same steps and is level at a step boundary. Training does not wait for followers.
 */
export interface StateDonor {
  readonly handle: (call: StateCall) => void;
  /** A step was applied; `reduced` is read before this returns. */
  onApplied(step: number, reduced: Float32Array): void;
}

interface Follower {
  readonly call: StateCall;
  /** Steps applied since the snapshot was asked for; null once it has been sent and steps go straight out. */
  waiting: { step: number; bytes: Uint8Array }[] | null;
  numUnread: number;
}

/** `onRefused` is told of each request that comes from another job. */
export function createStateDonor(
  jobId: string,
  trainer: Trainer,
  onRefused: (reason: 'wrong_job') => void = () => undefined,
): StateDonor {
  const followers = new Set<Follower>();

  const send = (follower: Follower, piece: lockstep.v1.IStatePiece): void => {
    follower.numUnread += 1;
    if (follower.numUnread > MAX_UNREAD_PIECES) {
      drop(follower, 'it reads too slowly');
      return;
    }
    follower.call.write(piece, () => {
      follower.numUnread -= 1;
    });
  };
  const drop = ({ call }: Follower, reason: string): void => refuse(call, status.RESOURCE_EXHAUSTED, reason);
  const sendSnapshot = async (follower: Follower): Promise<void> => {
    const { bytes, step } = await trainer.snapshotAll({});
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    for (const piece of piecesOf(bytes)) {
      if (!followers.has(follower)) return;
      await new Promise<void>((resolve) => follower.call.write({ ...piece, step, sha256 }, () => resolve()));
    }
    const waiting = follower.waiting ?? [];
    follower.waiting = null;
    for (const { step: appliedStep, bytes: reduced } of waiting) {
      if (appliedStep > step)
        for (const piece of piecesOf(reduced)) send(follower, { ...piece, reducedStep: appliedStep });
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
      const follower: Follower = { call, waiting: [], numUnread: 0 };
      followers.add(follower);
      const leave = (): boolean => followers.delete(follower);
      call.on('cancelled', leave);
      call.on('error', leave);
      sendSnapshot(follower).catch((error: Error) => drop(follower, error.message));
    },
    onApplied: (step, reduced) => {
      if (followers.size === 0) return;
      const bytes = Uint8Array.from(new Uint8Array(reduced.buffer, reduced.byteOffset, reduced.byteLength));
      for (const follower of followers) {
        if (!follower.waiting) {
          for (const piece of piecesOf(bytes)) send(follower, { ...piece, reducedStep: step });
        } else if (follower.waiting.length < MAX_UNREAD_PIECES) follower.waiting.push({ step, bytes });
        else drop(follower, 'its snapshot takes too long');
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
