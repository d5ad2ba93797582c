import type { Optimizer, Scalar } from '@tensorflow/tfjs-core';
import type { Tf } from './tf.ts';

/** An optimizer that a kernel knows, with its numbers. */
export type OptimizerSettings =
  | { readonly kind: 'sgd'; readonly learningRate: number }
  | {
      readonly kind: 'momentum';
      readonly learningRate: number;
      readonly momentum: number;
      readonly isNesterov: boolean;
    }
  | {
      readonly kind: 'adam';
      readonly learningRate: number;
      readonly beta1: number;
      readonly beta2: number;
      readonly epsilon: number;
      /** AdamW's, decoupled from the gradient; 0 for Adam. */
      readonly weightDecay: number;
    };

/** Numbers that optimizers of TF.js keep as scalars and compute with, whatever their fields say by now. */
interface Scalars {
  /** The negative learning rate. */
  readonly c: Scalar;
  /** The momentum. */
  readonly m: Scalar;
}

/** The settings of an optimizer of TF.js as they are now, or null when no kernel knows it; a derived one may do more. */
export function settingsOf(tf: Tf, optimizer: Optimizer): OptimizerSettings | null {
  if (Object.hasOwn(optimizer, 'applyGradients')) return null;
  const numbers = optimizer.getConfig() as Record<string, number>;
  const { c, m } = optimizer as unknown as Scalars;
  switch (optimizer.constructor) {
    case tf.SGDOptimizer:
      return { kind: 'sgd', learningRate: -scalarValue(c) };
    case tf.MomentumOptimizer:
      return {
        kind: 'momentum',
        learningRate: -scalarValue(c),
        momentum: scalarValue(m),
        isNesterov: Boolean(numbers.useNesterov),
      };
    case tf.AdamOptimizer:
      return {
        kind: 'adam',
        learningRate: numbers.learningRate!,
        beta1: numbers.beta1!,
        beta2: numbers.beta2!,
        epsilon: numbers.epsilon!,
        weightDecay: 0,
      };
    default:
      return null;
  }
}

function scalarValue(scalar: Scalar): number {
  return scalar.dataSync()[0]!;
}
