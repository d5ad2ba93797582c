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
  /** What the links of the workers lead through; without it they are direct. */
  readonly links?: WorkerLinks | undefined;
  /** Told when no worker is left and none will be started, with how the last one ended. */
  readonly onAllGone: (exit: ChildExit) => void;
}

/** Opens what the links of each new worker lead through. */
export interface WorkerLinks {
  open(worker: { readonly workerId: string; readonly coordinatorAddress: string }): Promise<WorkerLink>;
}

export interface WorkerLink {
  /** HOST:PORT where the worker reaches the coordinator. */
  readonly coordinatorAddress: string;
  /** HOST:PORT where peers reach the worker. */
  readonly advertise: string;
  /** Told where the worker listens for its peers. */
  pointTo(address: string): void;
  /** The worker is gone. */
  close(): void;
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

/** What a worker says to the process that started it. */
type WorkerNews = { readonly kind: 'listening'; readonly address: string } | { readonly kind: 'loaded' };

const FIRST_DELAY_MS = 100;
const MAX_DELAY_MS = 5_000;
const FAREWELL_MS = 3_000;

export function startLocalWorkers(options: LocalWorkersOptions): LocalWorkers {
  const { jobId, coordinatorAddress, links } = options;
  const running = new Map<string, Child>();
  const delays = new Set<NodeJS.Timeout>();
  let numPlaces = options.numWorkers;
  let isEnding = false;

  const start = async (numFailures: number): Promise<void> => {
    const workerId = `w-${randomBytes(8).toString('hex')}`;
    const link = await links?.open({ workerId, coordinatorAddress });
    if (isEnding) return link?.close();
    let hasLoaded = false;
    const child = startChild({
      module: options.workerModule,
      logFile: join(options.logDirectory, `${workerId}.log`),
      tunesMalloc: true,
      onMessage: (message) => {
        const news = message as WorkerNews;
        if (news.kind === 'listening') link?.pointTo(news.address);
        if (news.kind === 'loaded') hasLoaded = true;
      },
      environment: configEnvironment({
        workerId,
        jobId,
        coordinatorAddress: link?.coordinatorAddress ?? coordinatorAddress,
        listen: '127.0.0.1:0',
        http: '127.0.0.1:0',
        advertise: link?.advertise,
      }),
    });
    running.set(workerId, child);
    const exit = await child.exited;
    running.delete(workerId);
    link?.close();
    const isClean = exit.code === 0 && exit.signal === null;
    // One that had loaded the job had a good start: what ended it is not what it would meet again at once.
    if (isEnding || isClean) numPlaces -= 1;
    else restart(hasLoaded ? 0 : numFailures + 1, exit);
  };
  const restart = (numFailures: number, exit: ChildExit): void => {
    if (numFailures > options.numRestarts) {
      numPlaces -= 1;
      if (numPlaces === 0) options.onAllGone(exit);
      return;
    }
    const delayMs = Math.min(FIRST_DELAY_MS * 2 ** numFailures, MAX_DELAY_MS);
    const timer = setTimeout(() => {
      delays.delete(timer);
      void start(numFailures);
    }, delayMs);
    delays.add(timer);
  };
  for (let index = 0; index < options.numWorkers; index++) void start(0);

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
