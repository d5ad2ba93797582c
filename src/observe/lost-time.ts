import type { RunFacts } from './run-facts.ts';

/** How much of a run the changes of its membership took. Times are in milliseconds. */
export interface LostTime {
  /** By generation; one that has committed nothing is missing, its time is that of the generation after it. */
  readonly byGeneration: ReadonlyMap<number, number>;
  /** Since the last committed work, where that was disturbed and nothing was committed after. */
  readonly unrecoveredMs: number;
  /** From submission to the first committed work, less the time that such work takes; null while there is none. */
  readonly startMs: number | null;
  /** Median time of an undisturbed step; null where there is none. */
  readonly stepMs: number | null;
  /** Time that passed while the run had ended and was not yet resumed. */
  readonly stoppedMs: number;
  /** Time of the newest event or step. */
  readonly lastHeardMs: number;
}

/** A step or an evaluation that all members agreed on. */
interface Commit {
  readonly timeMs: number;
  readonly generation: number;
  readonly step: number;
  readonly isStep: boolean;
}

interface Pause {
  readonly beginMs: number;
  readonly endMs: number;
}

const END_STATES: readonly string[] = ['succeeded', 'failed', 'interrupted'];

/** True for the states that a run does not leave, unless it is resumed. */
export function isEndState(state: string): boolean {
  return END_STATES.includes(state);
}

/**
 * Measures what each generation cost: from the work that was committed last before it to the work that it committed
 * first, less what such work takes when nothing disturbs it (the median), and less pauses between end and resume.
 * Work that was done again after a resume does not count as committed the first time.
 */
export function lostTime(facts: RunFacts): LostTime {
  const createdMs = Date.parse(facts.createdAt);
  const commits = commitsOf(facts);
  const pauses = pausesOf(facts);
  const usualMs = usualTimes(commits);
  const elapsed = (fromMs: number, toMs: number): number => toMs - fromMs - pausedMs(pauses, fromMs, toMs);
  const byGeneration = new Map<number, number>();
  commits.forEach((commit, index) => {
    const before = commits[index - 1];
    if (!before || before.generation === commit.generation) return;
    const usual = usualMs(commit.isStep) ?? 0;
    byGeneration.set(commit.generation, Math.max(0, elapsed(before.timeMs, commit.timeMs) - usual));
  });
  const lastHeardMs = lastTime(facts, createdMs);
  const [first, last] = [commits[0], commits.at(-1)];
  return {
    byGeneration,
    unrecoveredMs: last && isDisturbedAfter(facts, last) ? elapsed(last.timeMs, lastHeardMs) : 0,
    startMs: first ? Math.max(0, elapsed(createdMs, first.timeMs) - (usualMs(first.isStep) ?? 0)) : null,
    stepMs: usualMs(true),
    stoppedMs: pausedMs(pauses, createdMs, lastHeardMs),
    lastHeardMs,
  };
}

/** In the order of the plan, each piece of work once. */
function commitsOf({ events, steps }: RunFacts): Commit[] {
  const byWork = new Map<string, Commit>();
  const formed = events.flatMap((event) => (event.kind === 'generation_formed' ? [event] : []));
  const wasUndone = (step: number, generation: number): boolean =>
    formed.some((later) => later.generation > generation && later.step < step);
  const add = (what: string, commit: Commit): void => {
    if (!wasUndone(commit.step, commit.generation)) byWork.set(`${what} ${commit.step}`, commit);
  };
  for (const { time, step, generation } of steps) {
    add('train', { timeMs: Date.parse(time), generation, step, isStep: true });
  }
  let generation = 0;
  for (const event of events) {
    if (event.kind === 'generation_formed') generation = event.generation;
    if (event.kind !== 'evaluated') continue;
    const { split, step } = event.evaluation;
    add(split, { timeMs: Date.parse(event.time), generation, step, isStep: false });
  }
  return [...byWork.values()].sort(
    (a, b) => a.step - b.step || Number(b.isStep) - Number(a.isStep) || a.timeMs - b.timeMs,
  );
}

/** The median time of steps and of evaluations that follow other work of the same generation. */
function usualTimes(commits: readonly Commit[]): (isStep: boolean) => number | null {
  const times = (isStep: boolean): number[] =>
    commits.flatMap((commit, index) => {
      const before = commits[index - 1];
      const isUsual = commit.isStep === isStep && before?.generation === commit.generation;
      return isUsual ? [commit.timeMs - before.timeMs] : [];
    });
  const [step, evaluation] = [median(times(true)), median(times(false))];
  return (isStep) => (isStep ? step : evaluation);
}

/** From each end of the run to what happened next. */
function pausesOf({ events }: RunFacts): Pause[] {
  return events.flatMap((event, index) => {
    const next = events[index + 1];
    if (event.kind !== 'state_changed' || !isEndState(event.state) || !next) return [];
    return [{ beginMs: Date.parse(event.time), endMs: Date.parse(next.time) }];
  });
}

function pausedMs(pauses: readonly Pause[], fromMs: number, toMs: number): number {
  return pauses.reduce(
    (sum, { beginMs, endMs }) => sum + Math.max(0, Math.min(endMs, toMs) - Math.max(beginMs, fromMs)),
    0,
  );
}

/** True when work was aborted, or a generation was formed, and nothing was committed after it. */
function isDisturbedAfter({ events }: RunFacts, last: Commit): boolean {
  return events.some(
    (event) =>
      (event.kind === 'generation_formed' && event.generation > last.generation) ||
      (event.kind === 'work_aborted' &&
        event.generation >= last.generation &&
        Date.parse(event.time) > last.timeMs),
  );
}

function lastTime({ events, steps }: RunFacts, createdMs: number): number {
  const last = [events.at(-1), steps.at(-1)].map((told) => (told ? Date.parse(told.time) : createdMs));
  return Math.max(createdMs, ...last);
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}
