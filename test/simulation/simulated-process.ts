import type { Clock } from '../../src/clock.ts';

/**
 * What can be killed (SIGKILL) and hung (SIGSTOP) as one: all that reaches its code from outside - timers, messages,
 * answers of threads and disks - comes through `run` or `after`.
 */
export interface SimulatedProcess extends Clock {
  readonly name: string;
  readonly isAlive: boolean;
  /** True while it is hung. */
  readonly isHung: boolean;
  /** Calls `run` now, after the end of a hang, or never if the process is dead. */
  run(run: () => void): void;
  /** Resolves after `ms`, or never if the process is dead by then; no timer, but something that it waits for. */
  delay(ms: number): Promise<void>;
  /** Ends it at once: nothing of it runs any more. */
  kill(): void;
  /** Stops it for `ms`, after which it goes on as if nothing had been. */
  hang(ms: number): void;
  /** Calls `run` when the process ends. */
  onEnd(run: () => void): void;
  /** Timers that wait: more than none when it ends by itself means that a real one would stay. */
  numTimers(): number;
}

/** Between two things that happen to a process one right after the other. */
const NEXT_MS = 0.001;

export function createSimulatedProcess(name: string, clock: Clock): SimulatedProcess {
  const waiting: (() => void)[] = [];
  const endings: (() => void)[] = [];
  const timers = new Set<() => void>();
  let isAlive = true;
  let hungUntilMs = 0;

  const isHung = (): boolean => clock.nowMs() < hungUntilMs;
  const pump = (): void => {
    if (isHung()) return;
    waiting.shift()?.();
    if (waiting.length > 0) clock.after(NEXT_MS, pump);
  };
  const run = (next: () => void): void => {
    if (!isAlive) return;
    // Whatever waits was there first.
    if (isHung() || waiting.length > 0) waiting.push(next);
    else next();
  };
  const after = (ms: number, next: () => void): (() => void) => {
    const cancel = clock.after(ms, () =>
      run(() => {
        if (timers.delete(stop)) next();
      }),
    );
    const stop = (): void => {
      timers.delete(stop);
      cancel();
    };
    timers.add(stop);
    return stop;
  };
  return {
    name,
    get isAlive() {
      return isAlive;
    },
    get isHung() {
      return isAlive && isHung();
    },
    nowMs: clock.nowMs,
    after,
    run,
    delay: (ms) => new Promise((resolve) => clock.after(ms, () => run(resolve))),
    kill: () => {
      if (!isAlive) return;
      isAlive = false;
      waiting.length = 0;
      for (const stop of timers) stop();
      for (const end of endings) end();
    },
    hang: (ms) => {
      hungUntilMs = Math.max(hungUntilMs, clock.nowMs() + ms);
      clock.after(hungUntilMs - clock.nowMs(), pump);
    },
    onEnd: (end) => {
      endings.push(end);
    },
    numTimers: () => timers.size,
  };
}
