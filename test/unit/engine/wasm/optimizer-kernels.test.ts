import type { Optimizer } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Engine, openEngine } from '../../../../src/engine/open-engine.ts';
import { settingsOf } from '../../../../src/engine/optimizer-settings.ts';
import type { Replica } from '../../../../src/engine/replica.ts';
import type { Tf } from '../../../../src/engine/tf.ts';
import { EXAMPLE_MODELS, replicaOf, stepVector } from '../example-models.ts';

const OPTIMIZERS: Record<string, (tf: Tf) => Optimizer> = {
  sgd: (tf) => tf.train.sgd(0.1),
  momentum: (tf) => tf.train.momentum(0.05, 0.9),
  nesterov: (tf) => tf.train.momentum(0.05, 0.9, true),
  adam: (tf) => tf.train.adam(0.02),
  'adam with other numbers': (tf) => tf.train.adam(0.3, 0.8, 0.99, 1e-4),
};

/** The same optimizer by TF.js' own operations: an `applyGradients` that no kernel knows. */
function stock(optimizer: Optimizer): Optimizer {
  const applyGradients = optimizer.applyGradients.bind(optimizer);
  return Object.assign(optimizer, { applyGradients });
}

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine('wasm');
});

/** Values of very different magnitudes, zeros and denormals among them, for `count` samples. */
function reducedVector(replica: Replica, seed: number): Float32Array {
  const count = [1, 3, 64, 100, 127][seed % 5]!;
  const values = stepVector(replica, EXAMPLE_MODELS.convolution.makeBatch(3, seed));
  for (let i = 0; i < replica.stepLayout.numGradients; i++) {
    if ((i + seed) % 11 === 0) values[i] = 0;
    else values[i]! *= 10 ** (((i * 7 + seed) % 13) - 8) * (i % 50 === 1 ? 1e-33 : 1);
  }
  values[values.length - 1] = count;
  return values;
}

function train(replica: Replica, { from, to }: { from: number; to: number }): void {
  for (let step = from; step < to; step++) replica.apply(reducedVector(replica, step));
}

describe.each(Object.entries(OPTIMIZERS))('optimizer kernels: %s', (_name, create) => {
  async function twoReplicas(): Promise<[Replica, Replica]> {
    const example = EXAMPLE_MODELS.convolution;
    return [
      await replicaOf(engine, example, { optimizer: ({ tf }) => create(tf) }),
      await replicaOf(engine, example, { optimizer: ({ tf }) => stock(create(tf)) }),
    ];
  }

  it('take the same 20 steps as TF.js, to the bit, in weights and all that the optimizer remembers', async () => {
    const [ours, theirs] = await twoReplicas();
    for (let step = 0; step < 20; step++) {
      const vector = reducedVector(theirs, step);
      ours.apply(vector);
      theirs.apply(vector);
      expect(ours.weightsSha256()).toBe(theirs.weightsSha256());
    }
    expect(ours.saveState()).toEqual(theirs.saveState());
    for (const replica of [ours, theirs]) replica.dispose();
  });

  it('go on from the state of the other way, both ways', async () => {
    const [ours, theirs] = await twoReplicas();
    train(ours, { from: 0, to: 3 });
    train(theirs, { from: 0, to: 3 });
    const [ourState, theirState] = [ours.saveState(), theirs.saveState()];
    ours.loadState(theirState);
    theirs.loadState(ourState);
    train(ours, { from: 3, to: 6 });
    train(theirs, { from: 3, to: 6 });
    expect(ours.saveState()).toEqual(theirs.saveState());
    for (const replica of [ours, theirs]) replica.dispose();
  });

  it('leave a saved state, and as many tensors as there were', async () => {
    const [ours, theirs] = await twoReplicas();
    train(ours, { from: 0, to: 1 });
    const numTensors = ours.numTensors();
    const saved = ours.saveState();
    const copy = structuredClone(saved);
    train(ours, { from: 1, to: 3 });
    expect(saved).toEqual(copy);
    expect(ours.numTensors()).toBe(numTensors);
    for (const replica of [ours, theirs]) replica.dispose();
  });
});

describe('settingsOf', () => {
  it('knows no optimizer that is derived, patched or of another kind', () => {
    const { tf } = engine;
    class Derived extends tf.SGDOptimizer {}
    expect(settingsOf(tf, new Derived(0.1))).toBeNull();
    expect(settingsOf(tf, stock(tf.train.adam(0.1)))).toBeNull();
    expect(settingsOf(tf, tf.train.rmsprop(0.1))).toBeNull();
  });

  it('gives the numbers that the optimizer computes with', () => {
    const { tf } = engine;
    const optimizer = tf.train.momentum(0.5, 0.75);
    // TF.js goes on with the old one.
    optimizer.setMomentum(0.5);
    expect(settingsOf(tf, optimizer)).toMatchObject({ learningRate: 0.5, momentum: 0.75 });
    optimizer.setLearningRate(0.25);
    expect(settingsOf(tf, optimizer)).toMatchObject({ learningRate: 0.25 });
  });
});
