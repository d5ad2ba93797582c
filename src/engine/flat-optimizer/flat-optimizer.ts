import type { Kernels } from '../../kernels/kernels.ts';
import type { OptimizerSettings } from './optimizer-settings.ts';

/** What a flat optimizer remembers from one step to the next. */
export interface FlatOptimizerState {
  /** By TF.js' name of the field, each with one value for each weight, zeros before the first step. */
  readonly slots: ReadonlyMap<string, Float32Array>;
  /** Float32 numbers by TF.js' name of the field: Adam's beta powers for the next step. */
  readonly powers: Map<string, number>;
}

/** An optimizer over all trainable weights as one vector. */
export interface FlatOptimizer {
  /** Loading a state is writing into this one. */
  readonly state: FlatOptimizerState;
  /** Moves `weights` by the mean gradient `sums / count`; a vector has as many values as each slot. */
  step(weights: Float32Array, sums: Float32Array, count: number): void;
}

/** Names of the slots that these settings need. */
export function slotNames({ kind }: OptimizerSettings): readonly string[] {
  if (kind === 'sgd') return [];
  return kind === 'momentum' ? ['accumulations'] : ['accumulatedFirstMoment', 'accumulatedSecondMoment'];
}

/**
 * The optimizer with these settings, the same bits as TF.js' own on its wasm and cpu backends: same float32
 * operations, same order. `allocate` gives each slot its zeroed vector, in the memory of `kernels`.
 */
export function createFlatOptimizer(
  settings: OptimizerSettings,
  kernels: Kernels,
  allocate: () => Float32Array,
): FlatOptimizer {
  const slots = new Map(slotNames(settings).map((name) => [name, allocate()]));
  const powers = new Map<string, number>();
  const slot = (name: string) => slots.get(name)!;
  const state = { slots, powers };
  const { learningRate } = settings;

  if (settings.kind === 'sgd') {
    return {
      state,
      step: (weights, sums, count) => kernels.sgd({ weights, sums, count, learningRate }),
    };
  }
  if (settings.kind === 'momentum') {
    const velocity = slot('accumulations');
    return {
      state,
      step: (weights, sums, count) => kernels.momentum({ ...settings, weights, sums, count, velocity }),
    };
  }
  powers.set('accBeta1', Math.fround(settings.beta1)).set('accBeta2', Math.fround(settings.beta2));
  const moments = {
    firstMoment: slot('accumulatedFirstMoment'),
    secondMoment: slot('accumulatedSecondMoment'),
  };
  return {
    state,
    step: (weights, sums, count) => {
      const [beta1Power, beta2Power] = [powers.get('accBeta1')!, powers.get('accBeta2')!];
      kernels.adam({ ...settings, ...moments, weights, sums, count, beta1Power, beta2Power });
      powers.set('accBeta1', Math.fround(beta1Power * Math.fround(settings.beta1)));
      powers.set('accBeta2', Math.fround(beta2Power * Math.fround(settings.beta2)));
    },
  };
}
