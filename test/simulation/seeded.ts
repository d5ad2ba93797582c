import { createRandom, randomBelow } from '../../src/core/plan/random.ts';

/** The chances of one purpose of a schedule: the same seeds draw the same. */
export interface Chance {
  /** An integer in `[0, bound)`. */
  below(bound: number): number;
  /** A number in `[low, high)`. */
  between(low: number, high: number): number;
  /** True once in `count` times. */
  oneIn(count: number): boolean;
  pick<T>(choices: readonly T[]): T;
}

export function createChance(...seeds: readonly number[]): Chance {
  const random = createRandom(...seeds);
  const below = (bound: number): number => randomBelow(random, bound);
  return {
    below,
    between: (low, high) => low + (high - low) * (random() / 2 ** 32),
    oneIn: (count) => below(count) === 0,
    pick: (choices) => choices[below(choices.length)]!,
  };
}
