import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { CoordinatorEvent } from '../core/coordinator/coordinator-event.ts';
import type { WorkerCommand } from '../core/coordinator/worker-command.ts';
import type { lockstep } from '../gen/lockstep.js';
import type { RefusalReason } from '../observe/metric-definition.ts';
import type { Decoded } from '../wire/decoded.ts';
import { eventOf, messageOf } from './translate.ts';

type Incoming = lockstep.v1.WorkerMessage;
type Outgoing = lockstep.v1.ICoordinatorMessage;
export type SessionCall = ServerDuplexStream<Incoming, Outgoing>;
export type Hello = Decoded<lockstep.v1.IHello>;

export interface WorkerServiceOptions {
  readonly version: string;
  /** What a worker hears that comes now. */
  readonly welcome: () => lockstep.v1.IWelcome;
  readonly submit: (event: CoordinatorEvent) => void;
  /** Told of what the machine never hears of. */
  readonly onRefused: (message: { readonly reason: RefusalReason }) => void;
}

/** One worker's stream, once it is taken in. */
export interface WorkerSession {
  /** False for a message without meaning. */
  hear(message: Decoded<lockstep.v1.IWorkerMessage>): boolean;
  over(cause: string): void;
}

/** Translates between the workers' streams and the machine; decides nothing. */
export interface WorkerService {
  /** Takes a worker in, or tells it why not and returns null. */
  begin(call: SessionCall, hello: Hello): WorkerSession | null;
  send(workerId: string, command: WorkerCommand): void;
  /** Ends all streams; the workers have been told to stop. */
  close(): void;
}

export function createWorkerService(options: WorkerServiceOptions): WorkerService {
  const { version, welcome, submit, onRefused } = options;
  const calls = new Map<string, SessionCall>();

  const begin = (call: SessionCall, hello: Hello): WorkerSession | null => {
    const problem = refusalOf(hello, version);
    if (problem) {
      onRefused({ reason: problem.reason });
      refuseWorker(call, problem.message);
      return null;
    }
    const { workerId, collectiveAddress, metricsAddress, host, pid } = hello;
    calls.get(workerId)?.end();
    calls.set(workerId, call);
    call.write({ welcome: welcome() });
    submit({
      kind: 'worker_connected',
      identity: { workerId, collectiveAddress, metricsAddress, host, pid },
    });
    return {
      hear: (message) => {
        const event = eventOf(workerId, message);
        if (event) submit(event);
        else onRefused({ reason: 'malformed' });
        return event !== null;
      },
      over: (cause) => {
        if (calls.get(workerId) !== call) return;
        calls.delete(workerId);
        submit({ kind: 'worker_lost', workerId, cause });
      },
    };
  };

  return {
    begin,
    send: (workerId, command) => {
      calls.get(workerId)?.write(messageOf(command));
    },
    close: () => {
      for (const call of calls.values()) call.end();
    },
  };
}

/** Tells a worker that it is of no use here, and why. */
export function refuseWorker(call: SessionCall, problem: string): void {
  call.write({ stop: { reason: problem, failure: { code: 'STALE', message: problem } } });
  call.end();
}

function refusalOf(hello: Hello, version: string): { reason: RefusalReason; message: string } | null {
  if (hello.version !== version) {
    const message = `the coordinator is Lockstep ${version}, the worker is ${hello.version}; use the same version`;
    return { reason: 'wrong_version', message };
  }
  return hello.workerId === '' ? { reason: 'malformed', message: 'the worker gives no id' } : null;
}
