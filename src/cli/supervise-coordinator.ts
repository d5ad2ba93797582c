import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type CoordinatorConfig, configEnvironment } from '../config.ts';
import { type ErrorCode, LockstepError } from '../core/errors.ts';
import { type Child, type ChildExit, startChild } from '../launch/child-process.ts';

/** Restarts in a row before a coordinator that keeps dying is given up. */
const NUM_RESTARTS = 5;
/** A coordinator that lived this long had a good start: restarts are counted anew. */
const HEALTHY_MS = 5_000;
const START_MS = 20_000;

export interface SupervisedCoordinator {
  /** HOST:PORT of gRPC; the same after every restart. */
  readonly address: string;
  pid(): number;
  /** Resolves when it ended by itself because its job is over; rejects when it is given up. */
  readonly over: Promise<void>;
  end(): Promise<void>;
}

export interface SupervisionOptions {
  readonly config: CoordinatorConfig;
  readonly logDirectory: string;
  /** Told of each restart, with how the process before ended. */
  readonly onRestart: (exit: ChildExit) => void;
}

/**
 * Starts a coordinator and starts another in its place when it dies before its job is over: its workers live on and
 * reattach. Throws what the first start says is wrong, such as PORT_TAKEN.
 */
export async function superviseCoordinator(options: SupervisionOptions): Promise<SupervisedCoordinator> {
  const { config, logDirectory, onRestart } = options;
  const logFile = join(logDirectory, 'coordinator.log');
  let isEnding = false;
  let current = startCoordinator(config, logFile);
  const addresses = await current.listening;
  const sameAddresses = { listen: addresses.address, http: addresses.httpAddress };

  const supervise = async (): Promise<void> => {
    for (let numFailures = 0; ; ) {
      const startedMs = performance.now();
      const exit = await current.child.exited;
      if (isEnding || (exit.code === 0 && exit.signal === null)) return;
      numFailures = performance.now() - startedMs > HEALTHY_MS ? 1 : numFailures + 1;
      if (numFailures > NUM_RESTARTS) throw current.problem() ?? ended(exit, logFile);
      onRestart(exit);
      current = startCoordinator({ ...config, ...sameAddresses, start: 'restart' }, logFile);
      current.listening.catch(() => undefined);
    }
  };
  const over = supervise();
  over.catch(() => undefined);
  return {
    address: addresses.address,
    pid: () => current.child.pid,
    over,
    end: async () => {
      isEnding = true;
      await current.child.end();
    },
  };
}

function ended({ code, signal }: ChildExit, logFile: string): LockstepError {
  return new LockstepError(
    'INTERNAL',
    `the coordinator ended with ${signal ?? `exit code ${code}`}, after ${NUM_RESTARTS} restarts in a row; see ${logFile}`,
  );
}

interface Addresses {
  readonly address: string;
  readonly httpAddress: string;
}

type Announcement =
  | ({ readonly kind: 'listening' } & Addresses)
  | { readonly kind: 'crashed'; readonly error: { code: ErrorCode; message: string; details: string } };

interface StartedCoordinator {
  readonly child: Child;
  /** Rejects with what the process says is wrong, or with how it ended. */
  readonly listening: Promise<Addresses>;
  /** What the process said before it ended. */
  problem(): LockstepError | null;
}

function startCoordinator(config: CoordinatorConfig, logFile: string): StartedCoordinator {
  let problem: LockstepError | null = null;
  let onListening!: (addresses: Addresses) => void;
  let onFailure!: (error: LockstepError) => void;
  const listening = new Promise<Addresses>((resolve, reject) => {
    onListening = resolve;
    onFailure = reject;
  });
  const child = startChild({
    module: new URL('../coordinator/main.js', import.meta.url),
    environment: configEnvironment(config),
    logFile,
    tunesMalloc: false,
    onMessage: (message) => {
      const announcement = message as Announcement;
      if (announcement.kind === 'listening') {
        onListening(announcement);
        return;
      }
      const { code, message: text, details } = announcement.error;
      problem = new LockstepError(code, text, details);
      onFailure(problem);
    },
  });
  const timer = setTimeout(() => {
    onFailure(new LockstepError('UNAVAILABLE', `the coordinator did not start within ${START_MS} ms`));
    void child.end();
  }, START_MS);
  child.exited.then((exit) => onFailure(ended(exit, logFile)));
  const stopTimer = (): void => clearTimeout(timer);
  listening.then(stopTimer, stopTimer);
  return { child, listening, problem: () => problem };
}
