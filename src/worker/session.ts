import type { Clock } from '../clock.ts';
import type { WorkerCommand } from '../core/coordinator/worker-command.ts';
import { LockstepError } from '../core/errors.ts';
import type { lockstep } from '../gen/lockstep.js';
import type { Decoded } from '../wire/decoded.ts';
import { commandOf } from './translate.ts';

type Outgoing = lockstep.v1.IWorkerMessage;
type Incoming = lockstep.v1.CoordinatorMessage;

/** The coordinator's first answer on a stream. */
export type Welcome = Decoded<lockstep.v1.IWelcome>;

/** What a session needs of a bidirectional stream. */
export interface SessionStream {
  write(message: Outgoing): unknown;
  end(): unknown;
  on(event: 'data', listener: (message: Incoming) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'end', listener: () => void): unknown;
}

export interface SessionOptions {
  readonly coordinatorAddress: string;
  readonly openStream: () => SessionStream;
  /** Who this worker is. */
  readonly hello: lockstep.v1.IHello;
  /** How long to go on trying to reach a coordinator that does not answer. */
  readonly giveUpMs: number;
  readonly clock: Clock;
}

/** The coordinator, or the next one in its place, has taken this worker in: it wants to hear what the worker holds. */
export interface Welcomed {
  readonly kind: 'welcomed';
  readonly welcome: Welcome;
}

/**
 * The stream to the coordinator. Where it breaks it is opened anew with back-off: the worker keeps its state, and the
 * coordinator (or the one that is started in its place) decides what it is good for.
 */
export interface Session {
  /** Says something; dropped while there is no stream. */
  say(message: Outgoing): void;
  isOpen(): boolean;
  /** Commands in order, after a `welcomed` for each stream. Ends after `close`; throws UNAVAILABLE when the session gives up. */
  commands(): AsyncGenerator<WorkerCommand | Welcomed>;
  close(): void;
}

const FIRST_DELAY_MS = 50;
const MAX_DELAY_MS = 500;
const MAX_QUEUED_COMMANDS = 10_000;

export function openSession(options: SessionOptions): Session {
  const { coordinatorAddress, openStream, hello, giveUpMs, clock } = options;
  let queue: (WorkerCommand | Welcomed)[] = [];
  let wake: () => void = () => undefined;
  let failure: LockstepError | null = null;
  let isOver = false;
  let stream: SessionStream | null = null;
  let isWelcome = false;
  let delayMs = FIRST_DELAY_MS;
  let silentSinceMs = clock.nowMs();
  let cancelRetry: () => void = () => undefined;

  const onBroken = (cause: string): void => {
    stream = null;
    if (isWelcome) silentSinceMs = clock.nowMs();
    isWelcome = false;
    if (isOver) return;
    if (clock.nowMs() - silentSinceMs > giveUpMs) {
      const seconds = Math.round(giveUpMs / 1000);
      const message = `no coordinator at ${coordinatorAddress} for ${seconds} s: ${cause}`;
      failure = new LockstepError('UNAVAILABLE', message);
      wake();
      return;
    }
    cancelRetry = clock.after(delayMs, connect);
    delayMs = Math.min(delayMs * 2, MAX_DELAY_MS);
  };
  const onMessage = (incoming: Incoming): void => {
    const message = incoming as Decoded<lockstep.v1.ICoordinatorMessage>;
    if (message.welcome) {
      isWelcome = true;
      delayMs = FIRST_DELAY_MS;
      // What an earlier stream brought is void: this coordinator does not count on it.
      queue = [{ kind: 'welcomed', welcome: message.welcome }];
    }
    const command = commandOf(message);
    if (command) queue.push(command);
    if (command?.kind === 'stop') isOver = true;
    if (queue.length > MAX_QUEUED_COMMANDS)
      throw new Error('the coordinator sends commands faster than they are done');
    wake();
  };
  function connect(): void {
    const next = openStream();
    next.on('data', (message) => {
      if (stream === next) onMessage(message);
    });
    const onOver = (cause: string): void => {
      if (stream === next) onBroken(cause);
    };
    next.on('error', (error) => onOver(error.message));
    next.on('end', () => onOver('the coordinator closed the stream'));
    stream = next;
    next.write({ hello });
  }
  connect();

  return {
    say: (message) => {
      stream?.write(message);
    },
    isOpen: () => isWelcome,
    commands: async function* () {
      for (;;) {
        const command = queue.shift();
        if (command) yield command;
        else if (failure) throw failure;
        else if (isOver) return;
        else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
    },
    close: () => {
      isOver = true;
      cancelRetry();
      stream?.end();
      wake();
    },
  };
}
