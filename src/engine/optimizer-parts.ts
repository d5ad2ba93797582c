import type { Optimizer, Variable } from '@tensorflow/tfjs-core';
import type { Weight } from './build-model.ts';
import type { Tf } from './tf.ts';

/** A slot as the optimizers of TF.js keep it: one for each weight, in the order of `applyGradients`. */
interface Slot {
  readonly originalName: string;
  readonly variable: Variable;
}

/** What an optimizer remembers from one step to the next. */
export interface OptimizerParts {
  readonly iterations: number;
  readonly setIterations: (iterations: number) => void;
  /** Running values of the optimizer as a whole, such as Adam's beta powers, by the name of their field. */
  readonly variables: ReadonlyMap<string, Variable>;
  /** By the name of their field, e.g. `accumulatedFirstMoment`; empty before the first step, which makes them. */
  readonly slots: ReadonlyMap<string, readonly Variable[]>;
}

/**
 * Looks into an optimizer of TF.js, or one derived from it: fields that hold a variable, and fields that hold a list,
 * which only slots are.
 */
export function optimizerParts(tf: Tf, optimizer: Optimizer): OptimizerParts {
  const fields = optimizer as unknown as Record<string, unknown> & { iterations_?: number };
  const variables = new Map<string, Variable>();
  const slots = new Map<string, readonly Variable[]>();
  for (const [name, value] of Object.entries(fields)) {
    if (value instanceof tf.Variable) variables.set(name, value);
    else if (Array.isArray(value))
      slots.set(
        name,
        (value as Slot[]).map((slot) => slot.variable),
      );
  }
  return {
    iterations: optimizer.iterations,
    setIterations: (iterations) => {
      fields.iterations_ = iterations;
    },
    variables,
    slots,
  };
}

/** Replaces the slots in one field by zeros, one for each weight; with no weights it is as before the first step. */
export function createSlots(
  tf: Tf,
  optimizer: Optimizer,
  { name, weights }: { name: string; weights: readonly Weight[] },
): void {
  const fields = optimizer as unknown as Record<string, Slot[]>;
  tf.dispose(fields[name]!.map((slot) => slot.variable));
  fields[name] = weights.map((weight) => ({
    originalName: `${weight.originalName}/${name}`,
    variable: tf.tidy(() => tf.zeros(weight.shape as number[]).variable(false)),
  }));
}
