import type { Tensor } from '@tensorflow/tfjs-core';
import type { Weight } from './build-model.ts';
import { variableOf } from './flat-weights.ts';
import type { Tf } from './tf.ts';

/** Sees the gradients of weights while the backward pass still runs. */
export interface WeightHooks {
  /** Runs a forward pass with each of the weights that it reads behind a hook. Call it inside `tf.variableGrads`. */
  around<T>(forward: () => T): T;
  /** Whether the forward pass read the weight at `index`; one that it did not read has no gradient. */
  isRead(index: number): boolean;
  /** Frees what the hooks hold, once the backward pass is over. */
  dispose(): void;
}

/**
 * The first `read()` of a weight gives an identity of its variable, and so do all later ones: the tape sums the
 * gradients of all uses at the identity, whose own gradient function then runs, once, the last layer's first.
 * `onGradient` gets the index of a weight and that sum, which it may read before it returns.
 */
export function hookWeights(
  tf: Tf,
  weights: readonly Weight[],
  onGradient: (index: number, gradient: Tensor) => void,
): WeightHooks {
  const variables = weights.map(variableOf);
  const identities = new Map<number, Tensor>();

  const identityOf = (index: number): Tensor => {
    const known = identities.get(index);
    if (known) return known;
    const identity = tf.keep(
      tf.customGrad((value) => ({
        value: (value as Tensor).clone(),
        gradFunc: (gradient: Tensor) => {
          onGradient(index, gradient);
          return gradient;
        },
      }))(variables[index]!),
    );
    identities.set(index, identity);
    return identity;
  };

  return {
    around: (forward) => {
      // Each shadows the method of its class.
      for (const [index, weight] of weights.entries()) weight.read = () => identityOf(index);
      try {
        return forward();
      } finally {
        for (const weight of weights) Reflect.deleteProperty(weight, 'read');
      }
    },
    isRead: (index) => identities.has(index),
    dispose: () => {
      for (const identity of identities.values()) identity.dispose();
    },
  };
}
