import { Client, type ClientDuplexStream, credentials } from '@grpc/grpc-js';
import type { WorkerCommand } from '../core/coordinator/worker-command.ts';
import { LockstepError } from '../core/errors.ts';
import type { lockstep } from '../gen/lockstep.js';
import type { Decoded } from '../wire/decoded.ts';
import { workerService } from '../wire/services.ts';
import { commandOf } from './translate.ts';

type Outgoing = lockstep.v1.IWorkerMessage;
type Incoming = lockstep.v1.CoordinatorMessage;

/** The coordinator's first answer. */
export type Welcome = Decoded<lockstep.v1.IWelcome>;

export interface SessionOptions {
  readonly coordinatorAddress: string;
  /** Who this worker is. */
  readonly hello: () => lockstep.v1.IHello;
  /** How long to go on trying to reach a coordinator that does not answer yet. */
  readonly giveUpMs: number;
}

/**
 * The stream to the coordinator, tried with back-off until it answers. Once it has, a broken stream is the end of this
 * worker: the coordinator has gone on without it, and a new process takes its place.
 */
export interface Session {
  /** What the job is; resolves with the coordinator's first answer. */
  readonly welcome: Promise<Welcome>;
  /** Says something; dropped when the stream is broken. */
  say(message: Outgoing): void;
  /** The coordinator's commands in order; ends after `close`, throws UNAVAILABLE when the session gives up. */
  commands(): AsyncGenerator<WorkerCommand>;
  close(): void;
}

const FIRST_DELAY_MS = 50;
const MAX_DELAY_MS = 1_000;
const MAX_QUEUED_COMMANDS = 10_000;

export function openSession({ coordinatorAddress, hello, giveUpMs }: SessionOptions): Session {
  const client = new Client(coordinatorAddress, credentials.createInsecure(), {
    'grpc.enable_retries': 0,
    'grpc.initial_reconnect_backoff_ms': FIRST_DELAY_MS,
    'grpc.max_reconnect_backoff_ms': MAX_DELAY_MS,
  });
  const queue: WorkerCommand[] = [];
  let wake: () => void = () => undefined;
  let failure: LockstepError | null = null;
  let isClosed = false;
  let isWelcome = false;
  let stream: ClientDuplexStream<Outgoing, Incoming> | null = null;
  let delayMs = FIRST_DELAY_MS;
  const beganMs = Date.now();
  let onWelcome!: (welcome: Welcome) => void;
  let onNoWelcome!: (error: Error) => void;
  const welcome = new Promise<Welcome>((resolve, reject) => {
    onWelcome = resolve;
    onNoWelcome = reject;
  });
  welcome.catch(() => undefined);

  const giveUp = (error: LockstepError): void => {
    failure = error;
    onNoWelcome(error);
    wake();
  };
  const onBroken = (cause: string): void => {
    stream = null;
    if (isClosed || failure) return;
    if (isWelcome) {
      giveUp(new LockstepError('UNAVAILABLE', `lost the coordinator at ${coordinatorAddress}: ${cause}`));
      return;
    }
    if (Date.now() - beganMs > giveUpMs) {
      const seconds = Math.round(giveUpMs / 1000);
      giveUp(
        new LockstepError(
          'UNAVAILABLE',
          `no coordinator at ${coordinatorAddress} for ${seconds} s: ${cause}`,
        ),
      );
      return;
    }
    setTimeout(connect, delayMs);
    delayMs = Math.min(delayMs * 2, MAX_DELAY_MS);
  };
  const onMessage = (incoming: Incoming): void => {
    const message = incoming as Decoded<lockstep.v1.ICoordinatorMessage>;
    if (message.welcome) {
      isWelcome = true;
      onWelcome(message.welcome);
    }
    const command = commandOf(message);
    if (!command) return;
    if (queue.length >= MAX_QUEUED_COMMANDS)
      throw new Error('the coordinator sends commands faster than they are done');
    queue.push(command);
    wake();
  };
  function connect(): void {
    if (isClosed) return;
    const { path, requestSerialize, responseDeserialize } = workerService.session;
    const next = client.makeBidiStreamRequest<Outgoing, Incoming>(
      path,
      requestSerialize,
      responseDeserialize,
    );
    let isOver = false;
    const onOver = (cause: string): void => {
      if (isOver) return;
      isOver = true;
      onBroken(cause);
    };
    next.on('data', onMessage);
    next.on('error', (error) => onOver(error.message));
    next.on('end', () => onOver('the coordinator closed the stream'));
    stream = next;
    next.write({ hello: hello() });
  }
  connect();

  return {
    welcome,
    say: (message) => {
      stream?.write(message);
    },
    commands: async function* () {
      while (!isClosed) {
        const command = queue.shift();
        if (command) yield command;
        else if (failure) throw failure;
        else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
    },
    close: () => {
      isClosed = true;
      stream?.end();
      client.close();
      wake();
    },
  };
}
