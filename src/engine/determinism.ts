import { createRandom } from '../core/plan/random.ts';
import type { Layer } from './model-layers.ts';

/** Keep the draws for initial weights and for micro-shards apart from each other and from the shuffling. */
export const INITIAL_WEIGHTS_STREAM = 0x1417;
export const MICRO_SHARD_STREAM = 0x3a5d;

/**
 * Runs a function, synchronous or not, while `Math.random` draws from a generator with these seeds, and puts the old
 * one back, whatever happens. While an asynchronous function runs, everything else in the process draws from it too.
 */
export function withSeededRandom<T>(seeds: readonly number[], run: () => T): T {
  const original = Math.random;
  const restore = () => {
    Math.random = original;
  };
  Math.random = uniform(createRandom(...seeds));
  let result: T;
  try {
    result = run();
  } catch (error) {
    restore();
    throw error;
  }
  if (result instanceof Promise) return result.finally(restore) as T;
  restore();
  return result;
}

/**
 * Runs a function while every layer that has a fixed seed (`Dropout`, random preprocessing) has one derived from
 * `seeds` and its position, and gives the layers their own seeds back, so that an exported model keeps them.
 * TF.js would use the fixed seed anew in every call: the same mask at every step.
 */
export function withLayerSeeds<T>(layers: readonly Layer[], seeds: readonly number[], run: () => T): T {
  const holders = layers.map(seedHolderOf);
  const originals = holders.map((holder) => holder?.seed);
  holders.forEach((holder, index) => {
    if (holder !== undefined) holder.seed = createRandom(...seeds, index)();
  });
  try {
    return run();
  } finally {
    holders.forEach((holder, index) => {
      if (holder !== undefined) holder.seed = originals[index];
    });
  }
}

interface SeedHolder {
  seed?: number | undefined;
}

function seedHolderOf(layer: Layer): SeedHolder | undefined {
  const candidate = layer as unknown as SeedHolder & { randomGenerator?: SeedHolder };
  return [candidate, candidate.randomGenerator].find((holder) => typeof holder?.seed === 'number');
}

/** Doubles in [0, 1) with 53 random bits, as `Math.random` has them. */
function uniform(next: () => number): () => number {
  return () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53;
}
