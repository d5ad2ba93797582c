import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import { configEnvironment } from '../config.ts';
import { type ErrorCode, LockstepError } from '../core/errors.ts';
import { isPlainId } from '../core/transfer/plain-path.ts';
import type { lockstep } from '../gen/lockstep.js';
import { type Child, type ChildExit, startChild } from '../launch/child-process.ts';
import type { Logger } from '../observe/logger.ts';
import { splitAddress } from '../wire/address.ts';
import type { Decoded } from '../wire/decoded.ts';
import type { PoolStream } from './pool-stream.ts';

type Incoming = Decoded<lockstep.v1.IPoolMessage>;
type Start = Decoded<lockstep.v1.IStartWorker>;

export interface AgentOptions {
  readonly coordinatorAddress: string;
  readonly numSlots: number;
  /** HOST:PORT of the first worker for its peers, and one port more for each of the others; port 0 takes free ones. */
  readonly listen: string;
  /** Host under which the workers are reached, where that is not the one that they listen on. */
  readonly advertiseHost?: string | undefined;
  readonly version: string;
  readonly workerModule: URL;
  readonly openStream: () => PoolStream;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Runs worker processes on this host as a coordinator tells it to. */
export interface Agent {
  /** Lets the workers finish their step and leave, and takes no others; a worker that alone holds a job's weights stays. */
  leave(cause: string): void;
  /** Resolves when the last worker has left; rejects when the coordinator has no use for this agent. */
  readonly over: Promise<void>;
  isAttending(): boolean;
  /** Ends all workers at once. */
  end(): Promise<void>;
}

interface RunningWorker {
  readonly jobId: string;
  /** From 0; no two that run have the same. */
  readonly slot: number;
  readonly child: Child;
  isDraining: boolean;
  hasLoaded: boolean;
}

const FIRST_DELAY_MS = 100;
const MAX_DELAY_MS = 2_000;
/** What a worker counts as ended with that could not be started. */
const NOT_STARTED = { code: 74, signal: null } as const;

export function startAgent(options: AgentOptions): Agent {
  const { coordinatorAddress, log, clock } = options;
  const agentId = `a-${randomBytes(4).toString('hex')}`;
  const running = new Map<string, RunningWorker>();
  let stream: PoolStream | null = null;
  let delayMs = FIRST_DELAY_MS;
  let leaveCause: string | null = null;
  let isOver = false;
  let isWelcome = false;
  let cancelRetry: () => void = () => undefined;
  let resolve!: () => void;
  let reject!: (error: LockstepError) => void;
  const over = new Promise<void>((onOver, onRefused) => {
    resolve = onOver;
    reject = onRefused;
  });

  const say = (message: lockstep.v1.IAgentMessage): void => {
    stream?.write(message);
  };
  const close = (): void => {
    isOver = true;
    cancelRetry();
    stream?.end();
  };
  const onEnded = (workerId: string, { code, signal }: ChildExit): void => {
    const hadLoaded = running.get(workerId)?.hasLoaded ?? false;
    running.delete(workerId);
    log.info({ workerId, code, signal }, 'worker ended');
    say({ ended: { workerId, exitCode: code ?? 0, signal: signal ?? '', hadLoaded } });
    if (leaveCause === null || running.size > 0) return;
    close();
    resolve();
  };
  const start = ({ workerId, jobId, logDirectory }: Start): void => {
    if (leaveCause !== null) return onEnded(workerId, { code: 0, signal: null });
    if (!isPlainId(workerId) || !isPlainId(jobId) || !existsSync(logDirectory)) {
      log.error({ workerId, jobId, logDirectory }, 'the data folder of the coordinator cannot be seen here');
      return onEnded(workerId, NOT_STARTED);
    }
    log.info({ workerId, jobId }, 'worker starts');
    const { host, port } = splitAddress(options.listen);
    const slot = firstFree([...running.values()].map((worker) => worker.slot));
    const child = startChild({
      module: options.workerModule,
      logFile: join(logDirectory, `${workerId}.log`),
      tunesMalloc: true,
      onMessage: (news) => {
        const worker = running.get(workerId);
        if (worker && (news as { kind: string }).kind === 'loaded') worker.hasLoaded = true;
      },
      environment: configEnvironment({
        workerId,
        jobId,
        coordinatorAddress,
        listen: `${host}:${port === 0 ? 0 : port + slot}`,
        http: `${host}:0`,
        advertiseHost: options.advertiseHost,
      }),
    });
    running.set(workerId, { jobId, slot, child, isDraining: false, hasLoaded: false });
    child.exited.then((exit) => onEnded(workerId, exit));
  };
  const drain = (worker: RunningWorker | undefined): void => {
    if (!worker || worker.isDraining) return;
    worker.isDraining = true;
    worker.child.signal('SIGTERM');
  };
  const onMessage = ({ welcome, start: command, drain: drained, refused }: Incoming): void => {
    if (welcome) {
      isWelcome = true;
      delayMs = FIRST_DELAY_MS;
      log.info({ coordinator: coordinatorAddress }, 'attends');
    }
    if (command) start(command);
    if (drained) drain(running.get(drained.workerId));
    if (refused) {
      close();
      reject(new LockstepError(refused.code as ErrorCode, refused.message));
    }
  };
  const connect = (): void => {
    const opened = options.openStream();
    const onBroken = (cause: string): void => {
      if (stream !== opened) return;
      stream = null;
      isWelcome = false;
      if (isOver) return;
      log.warn({ coordinator: coordinatorAddress, cause }, 'lost the coordinator, tries again');
      cancelRetry = clock.after(delayMs, connect);
      delayMs = Math.min(delayMs * 2, MAX_DELAY_MS);
    };
    stream = opened;
    opened.on('data', (message) => onMessage(message as Incoming));
    opened.on('error', (error) => onBroken(error.message));
    opened.on('end', () => onBroken('it closed the stream'));
    const workers = [...running].map(([workerId, { jobId, isDraining }]) => ({
      workerId,
      jobId,
      draining: isDraining,
    }));
    const { numSlots, version } = options;
    opened.write({ hello: { agentId, host: hostname(), numSlots, version, running: workers } });
    if (leaveCause !== null) opened.write({ leaves: { cause: leaveCause } });
  };
  connect();

  return {
    over,
    isAttending: () => isWelcome,
    leave: (cause) => {
      if (leaveCause !== null) return;
      leaveCause = cause;
      say({ leaves: { cause } });
      for (const worker of running.values()) drain(worker);
      if (running.size > 0) return;
      close();
      resolve();
    },
    end: async () => {
      close();
      await Promise.all([...running.values()].map(({ child }) => child.end()));
    },
  };
}

function firstFree(taken: readonly number[]): number {
  let slot = 0;
  while (taken.includes(slot)) slot += 1;
  return slot;
}
