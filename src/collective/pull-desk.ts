import { type ServerWritableStream, status } from '@grpc/grpc-js';
import type { lockstep } from '../gen/lockstep.js';
import type { Chunk } from './chunk.ts';

export type PullCall = ServerWritableStream<lockstep.v1.PullRequest, Chunk>;

/** How many peers may wait for a generation that this worker has not heard of yet. */
const MAX_PARKED = 4096;

/** Receives the peers' pulls and hands each to the mesh of its generation, whichever of the two comes first. */
export interface PullDesk {
  /** The gRPC handler. */
  handle(call: PullCall): void;
  /** Starts a generation: pulls for it go to `attach`, older ones are refused. */
  open(generation: number, attach: (rank: number, call: PullCall) => void): void;
}

/** `onRefused` is told of each pull that comes from another job or from a generation that is over. */
export function createPullDesk(
  jobId: string,
  onRefused: (reason: 'wrong_job' | 'stale') => void = () => undefined,
): PullDesk {
  let generation = 0;
  let attach: ((rank: number, call: PullCall) => void) | null = null;
  let parked: PullCall[] = [];

  const refuse = (call: PullCall, message: string): void => {
    // A destroyed stream would leave the peer waiting: only this event makes grpc-js send a status.
    call.emit(
      'error',
      Object.assign(new Error(message), { code: status.FAILED_PRECONDITION, details: message }),
    );
  };

  const handle = (call: PullCall): void => {
    const { request } = call;
    if (request.jobId !== jobId) {
      onRefused('wrong_job');
      refuse(call, `this worker serves job ${jobId}, not ${request.jobId}`);
    } else if (request.generation < generation) {
      onRefused('stale');
      refuse(call, `generation ${request.generation} is over; this worker is in ${generation}`);
    } else if (request.generation === generation && attach) {
      attach(request.rank, call);
    } else if (parked.length >= MAX_PARKED) {
      refuse(call, 'too many peers wait for a generation to come');
    } else {
      parked.push(call);
    }
  };

  return {
    handle,
    open: (next, attachNext) => {
      generation = next;
      attach = attachNext;
      const waiting = parked;
      parked = [];
      for (const call of waiting) if (!call.cancelled) handle(call);
    },
  };
}
