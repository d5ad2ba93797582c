import { status } from '@grpc/grpc-js';
import type { lockstep } from '../gen/lockstep.js';
import type { RefusalReason } from '../observe/metric-definition.ts';
import type { Decoded } from '../wire/decoded.ts';
import {
  type Hello,
  refuseWorker,
  type SessionCall,
  type WorkerService,
  type WorkerSession,
} from './worker-service.ts';

export interface SessionHandlerOptions {
  readonly find: (jobId: string) => WorkerService | null;
  /** Told of what no job hears of. */
  readonly onRefused: (message: { readonly reason: RefusalReason }) => void;
}

/** Leads each worker's stream to the job that it came for. */
export function sessionHandler({ find, onRefused }: SessionHandlerOptions): (call: SessionCall) => void {
  const begin = (call: SessionCall, hello: Hello): WorkerSession | null => {
    const job = find(hello.jobId);
    if (job) return job.begin(call, hello);
    onRefused({ reason: 'wrong_job' });
    refuseWorker(call, `this coordinator does not run job ${hello.jobId}`);
    return null;
  };
  return (call) => {
    let session: WorkerSession | null = null;
    /** What comes after the last word has no effect. */
    let isOver = false;
    const onOver = (cause: string): void => {
      isOver = true;
      call.end();
      session?.over(cause);
    };
    call.on('data', (incoming: lockstep.v1.WorkerMessage) => {
      const message = incoming as Decoded<lockstep.v1.IWorkerMessage>;
      if (isOver || (session && message.hello)) return;
      if (message.hello) {
        session = begin(call, message.hello);
        isOver = session === null;
      } else if (!session) {
        onRefused({ reason: 'malformed' });
        call.emit('error', invalid('a message before the hello'));
      } else if (!session.hear(message)) call.emit('error', invalid('a message without meaning'));
    });
    call.on('end', () => onOver('its stream ended'));
    call.on('cancelled', () => onOver('its stream broke'));
    call.on('error', (error) => onOver(`its stream failed: ${error.message}`));
  };
}

function invalid(message: string): Error {
  return Object.assign(new Error(message), { code: status.INVALID_ARGUMENT });
}
