import type { StragglersSpec } from '../job/job-spec.ts';

/** A slow step is above the median by at least this share of it, so that quiet machines, whose spread is nil, name nobody. */
const MIN_EXCESS_SHARE = 0.25;
/** And by at least this many seconds, below which timers and schedulers decide. */
const MIN_EXCESS_SECONDS = 0.005;

/** How long one rank was busy in a step. */
export interface RankTime {
  readonly workerId: string;
  readonly rank: number;
  /** Reading data and computing, without any wait for others. */
  readonly seconds: number;
  /** Micro-shards that it computed. */
  readonly numMicroShards: number;
}

/** A rank beside the median of its generation in one step. */
export interface Straggler {
  readonly workerId: string;
  readonly rank: number;
  readonly seconds: number;
  readonly medianSeconds: number;
}

/** Slow steps in a row by worker; who is not in it was in time. */
export type SlowSteps = ReadonlyMap<string, number>;

/** What the coordinator keeps about the pace of its members. */
export interface Pace {
  readonly slowSteps: SlowSteps;
  /** The step after which a straggler was replaced last; null for never. */
  readonly replacedAtStep: number | null;
}

export const NO_PACE: Pace = Object.freeze({ slowSteps: new Map(), replacedAtStep: null });

export interface PaceVerdict {
  readonly slowSteps: SlowSteps;
  /** Who became a straggler with this step. */
  readonly found: readonly Straggler[];
  /** Who was one and was in time again in this step. */
  readonly recovered: readonly Straggler[];
  /** All that are stragglers now, the slowest first. */
  readonly stragglers: readonly Straggler[];
}

/**
 * Counts slow steps. A step of a rank is slow when its time is above the median of the ranks by more than
 * `deviations` median absolute deviations (Hampel's rule, which outliers do not move), 25 % and 5 ms, and the time
 * for each of its micro-shards is above the median of those likewise: a rank with a larger share is not to blame.
 * Of two ranks each is compared with the other, by 25 % and 5 ms alone, since two values have no spread; one rank
 * holds nobody up.
 */
export function judgePace(
  { deviations, steps }: StragglersSpec,
  before: SlowSteps,
  times: readonly RankTime[],
): PaceVerdict {
  const paces = times.map(({ seconds, numMicroShards }) => seconds / numMicroShards);
  const seconds = times.map((time) => time.seconds);
  const judged = times.map((time, index) => ({
    workerId: time.workerId,
    rank: time.rank,
    seconds: time.seconds,
    medianSeconds: usual(seconds, index).middle,
    isSlow:
      standsOut(seconds, index, { deviations, least: MIN_EXCESS_SECONDS }) &&
      standsOut(paces, index, { deviations, least: 0 }),
    numBefore: before.get(time.workerId) ?? 0,
  }));
  const slow = judged.filter(({ isSlow }) => isSlow);
  const pick = (chosen: typeof judged): Straggler[] =>
    chosen.map(({ workerId, rank, seconds, medianSeconds }) => ({ workerId, rank, seconds, medianSeconds }));
  return {
    slowSteps: new Map(slow.map(({ workerId, numBefore }) => [workerId, numBefore + 1])),
    found: pick(slow.filter(({ numBefore }) => numBefore + 1 === steps)),
    recovered: pick(judged.filter(({ isSlow, numBefore }) => !isSlow && numBefore >= steps)),
    stragglers: pick(slow.filter(({ numBefore }) => numBefore + 1 >= steps)).sort(
      (a, b) => b.seconds - a.seconds,
    ),
  };
}

function standsOut(
  values: readonly number[],
  index: number,
  { deviations, least }: { deviations: number; least: number },
): boolean {
  if (values.length < 2) return false;
  const { middle, spread } = usual(values, index);
  return values[index]! - middle > Math.max(deviations * spread, MIN_EXCESS_SHARE * middle, least);
}

/** What the value at `index` is compared with. */
function usual(values: readonly number[], index: number): { middle: number; spread: number } {
  if (values.length === 2) return { middle: values[1 - index]!, spread: 0 };
  const middle = median(values);
  return { middle, spread: median(values.map((value) => Math.abs(value - middle))) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
}
