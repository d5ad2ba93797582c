import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { configEnvironment } from '../config.ts';
import { type Child, type ChildExit, startChild } from './child-process.ts';

export interface LocalWorkersOptions {
  readonly numWorkers: number;
  readonly jobId: string;
  readonly coordinatorAddress: string;
  readonly logDirectory: string;
  readonly workerModule: URL;
  /** Restarts of one place in a row before it stays empty. */
  readonly numRestarts: number;
  /** Told when no worker is left and none will be started, with how the last one ended. */
  readonly onAllGone: (exit: ChildExit) => void;
}

export interface WorkerProcess {
  readonly workerId: string;
  readonly pid: number;
}

/** Worker processes on this machine, each started anew when it dies before the job is over. */
export interface LocalWorkers {
  /** The workers that run now. */
  processes(): WorkerProcess[];
  /** Lets the workers end by themselves, and ends those that do not. */
  end(): Promise<void>;
}

const FIRST_DELAY_MS = 100;
const MAX_DELAY_MS = 5_000;
const FAREWELL_MS = 3_000;

export function startLocalWorkers(options: LocalWorkersOptions): LocalWorkers {
  const running = new Map<string, Child>();
  const delays = new Set<NodeJS.Timeout>();
  let isEnding = false;

  const start = (numFailures: number): void => {
    const workerId = `w-${randomBytes(4).toString('hex')}`;
    let hasLoaded = false;
    const child = startChild({
      module: options.workerModule,
      logFile: join(options.logDirectory, `${workerId}.log`),
      tunesMalloc: true,
      onMessage: (message) => {
        if ((message as { kind?: unknown }).kind === 'loaded') hasLoaded = true;
      },
      environment: configEnvironment({
        workerId,
        jobId: options.jobId,
        coordinatorAddress: options.coordinatorAddress,
        listen: '127.0.0.1:0',
        http: '127.0.0.1:0',
      }),
    });
    running.set(workerId, child);
    child.exited.then((exit) => {
      running.delete(workerId);
      const isClean = exit.code === 0 && exit.signal === null;
      if (isEnding || isClean) return;
      // One that had loaded the job had a good start: what ended it is not what it would meet again at once.
      restart(hasLoaded ? 0 : numFailures + 1, exit);
    });
  };
  const restart = (numFailures: number, exit: ChildExit): void => {
    if (numFailures > options.numRestarts) {
      if (running.size === 0 && delays.size === 0) options.onAllGone(exit);
      return;
    }
    const delayMs = Math.min(FIRST_DELAY_MS * 2 ** numFailures, MAX_DELAY_MS);
    const timer = setTimeout(() => {
      delays.delete(timer);
      start(numFailures);
    }, delayMs);
    delays.add(timer);
  };
  for (let index = 0; index < options.numWorkers; index++) start(0);

  return {
    processes: () => [...running].map(([workerId, { pid }]) => ({ workerId, pid })),
    end: async () => {
      isEnding = true;
      for (const timer of delays) clearTimeout(timer);
      const children = [...running.values()];
      const farewell = new Promise<void>((resolve) => setTimeout(resolve, FAREWELL_MS).unref());
      await Promise.race([Promise.all(children.map((child) => child.exited)), farewell]);
      await Promise.all(children.map((child) => child.end()));
    },
  };
}
