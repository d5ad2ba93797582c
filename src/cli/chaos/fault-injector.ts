import type { InjectedFault } from '../../observe/chaos-report.ts';
import type { RunEvent } from '../../observe/run-events.ts';
import type { LocalProcesses } from '../run-job.ts';
import type { PlannedFault } from './fault-plan.ts';
import type { ProxiedLinks } from './proxied-links.ts';

export interface FaultInjectorOptions {
  readonly plan: readonly PlannedFault[];
  /** No fault begins later than this after the first step. */
  readonly forMs: number;
  readonly links: Pick<ProxiedLinks, 'cut' | 'heal'>;
  readonly onFault: (fault: InjectedFault) => void;
}

/** Does to a run what was planned, from its first step on. It is told of the run by the three functions `on...`. */
export interface FaultInjector {
  readonly onStarted: (processes: LocalProcesses) => void;
  readonly onEvent: (event: RunEvent) => void;
  readonly onStep: () => void;
  /** Injects nothing more, and undoes what would pass. */
  end(): void;
}

const TICK_MS = 20;
/** A worker that was back from a fault for this long is as good as the others, unless it was dismissed. */
const CONVALESCENCE_MS = 1_000;
/** A coordinator that dies sooner after its start, several times in a row, is given up. */
const COORDINATOR_MS = 6_000;

/**
 * A fault waits, and lets others pass, until there is something that it may hit: a coordinator under which steps are
 * committed again, or one of at least two healthy members, so that the newest weights are not lost with all who hold them.
 */
export function createFaultInjector({ plan, forMs, links, onFault }: FaultInjectorOptions): FaultInjector {
  const pending = [...plan];
  const afflicted = new Set<string>();
  const cures = new Map<NodeJS.Timeout, () => void>();
  let processes: LocalProcesses | null = null;
  let members: readonly string[] = [];
  let beganMs: number | null = null;
  let clock: NodeJS.Timeout | null = null;
  let coordinatorKilledMs = Number.NEGATIVE_INFINITY;
  let isCoordinatorBack = true;

  /** Living members of the newest generation to which nothing was done. */
  const healthyMembers = (): string[] => {
    const alive = new Set(processes?.workers().map(({ workerId }) => workerId));
    return members.filter((workerId) => alive.has(workerId) && !afflicted.has(workerId));
  };
  const signal = (workerId: string, name: NodeJS.Signals): void => {
    const worker = processes?.workers().find((each) => each.workerId === workerId);
    if (worker) process.kill(worker.pid, name);
  };
  /** Undoes a fault when its time is over; the worker stays afflicted a little longer. */
  const passLater = (workerId: string, lastsMs: number, cure: () => void): void => {
    const timer = setTimeout(() => {
      cures.delete(timer);
      cure();
      setTimeout(() => afflicted.delete(workerId), CONVALESCENCE_MS).unref();
    }, lastsMs);
    cures.set(timer, cure);
  };
  const strikeWorker = ({ kind, draw, lastsMs }: PlannedFault): string | null => {
    const healthy = healthyMembers();
    if (healthy.length < 2) return null;
    const workerId = healthy[draw % healthy.length]!;
    afflicted.add(workerId);
    if (kind === 'kill') signal(workerId, 'SIGKILL');
    if (kind === 'stop') {
      signal(workerId, 'SIGSTOP');
      passLater(workerId, lastsMs, () => signal(workerId, 'SIGCONT'));
    }
    if (kind === 'partition') {
      links.cut(workerId);
      passLater(workerId, lastsMs, () => links.heal(workerId));
    }
    return workerId;
  };
  const strikeCoordinator = (nowMs: number): boolean => {
    if (!isCoordinatorBack || !processes || nowMs - coordinatorKilledMs < COORDINATOR_MS) return false;
    coordinatorKilledMs = nowMs;
    isCoordinatorBack = false;
    process.kill(processes.coordinatorPid(), 'SIGKILL');
    return true;
  };
  /** Strikes with the first fault that is due and finds something to hit. */
  const tick = (startMs: number): void => {
    const nowMs = Date.now();
    const atMs = nowMs - startMs;
    if (atMs > forMs || pending.length === 0) return stop();
    for (const [index, fault] of pending.entries()) {
      if (fault.atMs > atMs) return;
      const workerId = fault.kind === 'coordinator' ? null : strikeWorker(fault);
      if (workerId === null && !(fault.kind === 'coordinator' && strikeCoordinator(nowMs))) continue;
      pending.splice(index, 1);
      onFault({ kind: fault.kind, workerId, atSeconds: atMs / 1000, timeMs: nowMs });
      return;
    }
  };
  const stop = (): void => {
    if (clock) clearInterval(clock);
    pending.length = 0;
  };

  return {
    onStarted: (started) => {
      processes = started;
    },
    onEvent: (event) => {
      if (event.kind === 'generation_formed') members = event.members;
    },
    onStep: () => {
      isCoordinatorBack = true;
      if (beganMs !== null) return;
      const startMs = Date.now();
      beganMs = startMs;
      clock = setInterval(() => tick(startMs), TICK_MS);
    },
    end: () => {
      stop();
      for (const [timer, cure] of cures) {
        clearTimeout(timer);
        cure();
      }
      cures.clear();
    },
  };
}
