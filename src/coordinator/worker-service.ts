import { type ServerDuplexStream, status } from '@grpc/grpc-js';
import type { CoordinatorEvent } from '../core/coordinator/coordinator-event.ts';
import type { WorkerCommand } from '../core/coordinator/worker-command.ts';
import type { lockstep } from '../gen/lockstep.js';
import type { Decoded } from '../wire/decoded.ts';
import { eventOf, messageOf } from './translate.ts';

type Incoming = lockstep.v1.WorkerMessage;
type Outgoing = lockstep.v1.ICoordinatorMessage;
type SessionCall = ServerDuplexStream<Incoming, Outgoing>;
type Hello = Decoded<lockstep.v1.IHello>;

export interface WorkerServiceOptions {
  readonly jobId: string;
  readonly version: string;
  /** What a worker hears that comes now. */
  readonly welcome: () => lockstep.v1.IWelcome;
  readonly submit: (event: CoordinatorEvent) => void;
}

/** Translates between the workers' streams and the machine; decides nothing. */
export interface WorkerService {
  readonly handleSession: (call: SessionCall) => void;
  send(workerId: string, command: WorkerCommand): void;
  /** Ends all streams; the workers have been told to stop. */
  close(): void;
}

export function createWorkerService(options: WorkerServiceOptions): WorkerService {
  const calls = new Map<string, SessionCall>();

  const begin = (call: SessionCall, hello: Hello): string | null => {
    const problem = refusalOf(hello, options);
    if (problem) {
      call.write({ stop: { reason: problem, failure: { code: 'STALE', message: problem } } });
      call.end();
      return null;
    }
    const { workerId, collectiveAddress, metricsAddress, host, pid } = hello;
    calls.get(workerId)?.end();
    calls.set(workerId, call);
    call.write({ welcome: options.welcome() });
    options.submit({
      kind: 'worker_connected',
      identity: { workerId, collectiveAddress, metricsAddress, host, pid },
    });
    return workerId;
  };

  const handleSession = (call: SessionCall): void => {
    let workerId: string | null = null;
    const onOver = (cause: string): void => {
      call.end();
      if (workerId === null || calls.get(workerId) !== call) return;
      calls.delete(workerId);
      options.submit({ kind: 'worker_lost', workerId, cause });
    };
    call.on('data', (incoming: Incoming) => {
      const message = incoming as Decoded<lockstep.v1.IWorkerMessage>;
      if (message.hello) {
        workerId ??= begin(call, message.hello);
        return;
      }
      const event = workerId === null ? null : eventOf(workerId, message);
      if (event) options.submit(event);
      else
        call.emit(
          'error',
          Object.assign(new Error('a message without meaning'), { code: status.INVALID_ARGUMENT }),
        );
    });
    call.on('end', () => onOver('its stream ended'));
    call.on('cancelled', () => onOver('its stream broke'));
    call.on('error', (error) => onOver(`its stream failed: ${error.message}`));
  };

  return {
    handleSession,
    send: (workerId, command) => {
      calls.get(workerId)?.write(messageOf(command));
    },
    close: () => {
      for (const call of calls.values()) call.end();
    },
  };
}

function refusalOf(hello: Hello, { jobId, version }: WorkerServiceOptions): string | null {
  if (hello.jobId !== jobId)
    return `this coordinator runs job ${jobId}; the worker came for job ${hello.jobId}`;
  if (hello.version !== version) {
    return `the coordinator is Lockstep ${version}, the worker is ${hello.version}; use the same version`;
  }
  return hello.workerId === '' ? 'the worker gives no id' : null;
}
