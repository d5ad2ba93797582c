import type { NamedTensorMap, Tensor } from '@tensorflow/tfjs-core';
import type { Range } from '../core/plan/range.ts';
import type { BuiltModel } from './build-model.ts';
import { sizeOf, variableOf } from './flat-weights.ts';
import { copyToHost } from './host-tensors.ts';
import { hookWeights } from './weight-hooks.ts';

/** Runs a forward pass. */
export type Around = <T>(forward: () => T) => T;

/** Writes gradients into a flat vector as they become known, the last weight's first. */
interface GradientStream {
  /** Runs a forward pass so that the backward pass after it writes its gradients. */
  readonly around: Around;
  /**
   * Writes what the backward pass did not. `gradients` are by the name of the weight's variable; zeros stand for one
   * that is missing. Returns false where one had been written and was another then: the model uses that weight's
   * variable otherwise than by `read()`, where no hook is.
   */
  finish(gradients: NamedTensorMap): boolean;
  dispose(): void;
}

export interface GradientTarget {
  readonly out: Float32Array;
  /** Told of each range of `out` that is final, in adjoining ranges from the last weight to the first. */
  readonly onFinal: ((range: Range) => void) | undefined;
}

/**
 * Evaluates to a function that writes the gradients of one pass, which `differentiate` runs, and returns what that
 * returned. Where somebody wants to know early, the weights are hooked; but nothing is final early before one pass
 * has shown that the hooks see the whole of every gradient, and never where they do not.
 */
export function createGradientWriter(built: BuiltModel) {
  let hooks: 'untried' | 'sound' | 'blind' = 'untried';
  return <T extends { readonly gradients: NamedTensorMap }>(
    { out, onFinal }: GradientTarget,
    differentiate: (around: Around) => T,
  ): T => {
    if (onFinal === undefined || hooks === 'blind') {
      const derivatives = differentiate((forward) => forward());
      openStream(built, { out, onFinal }).finish(derivatives.gradients);
      return derivatives;
    }
    const isTrial = hooks === 'untried';
    const stream = openStream(built, { out, onFinal: isTrial ? undefined : onFinal });
    try {
      const derivatives = differentiate(stream.around);
      hooks = stream.finish(derivatives.gradients) ? 'sound' : 'blind';
      if (hooks === 'blind' && !isTrial) throw new Error('a gradient changed after it had been called final');
      if (isTrial) openStream(built, { out, onFinal }).finish(derivatives.gradients);
      return derivatives;
    } finally {
      stream.dispose();
    }
  };
}

function openStream(
  { engine, trainableWeights: weights }: BuiltModel,
  { out, onFinal }: GradientTarget,
): GradientStream {
  const offsets: number[] = [];
  let numGradients = 0;
  for (const weight of weights) {
    offsets.push(numGradients);
    numGradients += sizeOf(weight);
  }
  const written = new Map<number, Tensor | undefined>();
  let numPending = weights.length;
  let finalFrom = numGradients;

  const write = (index: number, gradient: Tensor | undefined): void => {
    const offset = offsets[index]!;
    if (gradient) copyToHost(engine.tf, gradient, { out, offset });
    else out.fill(0, offset, offset + sizeOf(weights[index]!));
    written.set(index, gradient);
    while (numPending > 0 && written.has(numPending - 1)) numPending -= 1;
    const begin = offsets[numPending] ?? numGradients;
    if (begin < finalFrom) onFinal?.({ begin, end: finalFrom });
    finalFrom = begin;
  };
  const fromLastToFirst = [...weights.keys()].reverse();
  const hooks = hookWeights(engine.tf, weights, write);

  return {
    around: (forward) => {
      const result = hooks.around(forward);
      for (const index of fromLastToFirst) if (!hooks.isRead(index)) write(index, undefined);
      return result;
    },
    finish: (gradients) => {
      let isSound = true;
      for (const index of fromLastToFirst) {
        const gradient = gradients[variableOf(weights[index]!).name];
        if (!written.has(index)) write(index, gradient);
        else if (written.get(index) !== gradient) isSound = false;
      }
      return isSound;
    },
    dispose: hooks.dispose,
  };
}
