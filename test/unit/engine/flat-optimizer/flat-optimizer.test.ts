import type { Optimizer, Variable } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { createFlatOptimizer } from '../../../../src/engine/flat-optimizer/flat-optimizer.ts';
import {
  type OptimizerSettings,
  settingsOf,
} from '../../../../src/engine/flat-optimizer/optimizer-settings.ts';
import { openEngine } from '../../../../src/engine/open-engine.ts';
import { optimizerParts } from '../../../../src/engine/optimizer-parts.ts';
import type { Tf } from '../../../../src/engine/tf.ts';
import { createKernels } from '../../../../src/kernels/create-kernels.ts';
import { plainKernels } from '../../../../src/kernels/plain-kernels.ts';

const OPTIMIZERS: Record<string, (tf: Tf) => Optimizer> = {
  sgd: (tf) => tf.train.sgd(0.1),
  momentum: (tf) => tf.train.momentum(0.05, 0.9),
  nesterov: (tf) => tf.train.momentum(0.05, 0.9, true),
  adam: (tf) => tf.train.adam(0.02),
  'adam with other numbers': (tf) => tf.train.adam(0.3, 0.8, 0.99, 1e-4),
};

const SHAPES = [[7, 5], [3], [2, 2, 3], [1]];
const LENGTH = 51;
const NUM_STEPS = 12;
const COUNTS = [1, 3, 64, 100, 127];

/** Values of very different magnitudes, zeros and denormals among them. */
function values(seed: number): Float32Array {
  return Float32Array.from({ length: LENGTH }, (_, i) => {
    if ((i + seed) % 11 === 0) return 0;
    return Math.sin(i * 12.9898 + seed * 78.233) * 10 ** (((i * 7 + seed) % 13) - 8) * (i === 1 ? 1e-33 : 1);
  });
}

/** TF.js' optimizer, over one variable for each shape. */
function stockTraining(tf: Tf, optimizer: Optimizer) {
  let offset = 0;
  const slices = SHAPES.map((shape) => {
    const begin = offset;
    offset += shape.reduce((product, extent) => product * extent, 1);
    return { shape, begin, end: offset };
  });
  const weights = values(0);
  const variables = slices.map(({ shape, begin, end }) =>
    tf.variable(tf.tensor(weights.slice(begin, end), shape, 'float32')),
  );
  return {
    step: (sums: Float32Array, count: number) =>
      tf.tidy(() => {
        const mean = sums.map((sum) => sum / count);
        const gradients = slices.map(({ shape, begin, end }, index) => ({
          name: variables[index]!.name,
          tensor: tf.tensor(mean.slice(begin, end), shape, 'float32'),
        }));
        optimizer.applyGradients(gradients);
      }),
    weights: () => bits(variables),
  };
}

function bits(variables: readonly Variable[]): number[] {
  return variables.flatMap((variable) => bitsOf(Float32Array.from(variable.dataSync())));
}

function bitsOf(vector: Float32Array): number[] {
  return [...new Uint32Array(vector.buffer, vector.byteOffset, vector.length)];
}

/** Compiled kernels and vectors in their memory. */
function compiledKernels() {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
  let used = 0;
  const allocate = (): Float32Array => {
    used += 4 * LENGTH;
    return new Float32Array(memory.buffer as ArrayBuffer, used - 4 * LENGTH, LENGTH);
  };
  return { kernels: createKernels(memory), allocate };
}

describe.each(['wasm', 'cpu'] as const)('a flat optimizer against TF.js on %s', (engineName) => {
  it.each(Object.entries(OPTIMIZERS))('takes the same steps to the bit: %s', async (_name, create) => {
    const { tf } = await openEngine(engineName);
    const stock = create(tf);
    const training = stockTraining(tf, stock);
    const { kernels, allocate } = compiledKernels();
    const flat = createFlatOptimizer(settingsOf(tf, stock)!, kernels, allocate);
    const [weights, sums] = [allocate(), allocate()];
    weights.set(values(0));

    for (let step = 1; step <= NUM_STEPS; step++) {
      sums.set(values(step));
      const count = COUNTS[step % COUNTS.length]!;
      training.step(values(step), count);
      flat.step(weights, sums, count);
    }

    expect(bitsOf(weights)).toEqual(training.weights());
    const { slots, variables } = optimizerParts(tf, stock);
    expect([...flat.state.slots].map(([name, slot]) => [name, bitsOf(slot)])).toEqual(
      [...slots].map(([name, entries]) => [name, bits(entries)]),
    );
    expect([...flat.state.powers]).toEqual(
      [...variables].map(([name, variable]) => [name, variable.dataSync()[0]]),
    );
  });
});

describe('a flat optimizer', () => {
  const adamW: OptimizerSettings = {
    ...{ kind: 'adam', learningRate: 0.5, beta1: 0.9, beta2: 0.999, epsilon: 1e-7, weightDecay: 0.25 },
  };

  it('takes a share of each weight before the step where weights decay, whatever the gradient', () => {
    const flat = createFlatOptimizer(adamW, plainKernels, () => new Float32Array(2));
    const without = createFlatOptimizer(
      { ...adamW, weightDecay: 0 },
      plainKernels,
      () => new Float32Array(2),
    );
    const decayed = Float32Array.of(8, 8);
    const kept = Float32Array.of(7, 7);
    flat.step(decayed, Float32Array.of(0, 4), 4);
    without.step(kept, Float32Array.of(0, 4), 4);
    expect([...decayed]).toEqual([...kept]);
    expect(decayed[0]).toBe(7);
    expect(decayed[1]).toBeCloseTo(6.5, 5);
  });

  it('is not there for an optimizer that no kernel knows, or one derived from those', async () => {
    const { tf } = await openEngine('cpu');
    class Derived extends tf.SGDOptimizer {}
    expect(settingsOf(tf, tf.train.rmsprop(0.1))).toBeNull();
    expect(settingsOf(tf, new Derived(0.1))).toBeNull();
  });
});
