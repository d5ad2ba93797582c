import { beforeAll, describe, expect, it } from 'vitest';
import { type Engine, openEngine } from '../../../src/engine/open-engine.ts';
import { EXAMPLE_MODELS, replicaOf, rows, stepVector } from './example-models.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine('cpu');
});

describe.each(Object.entries(EXAMPLE_MODELS))('replica of the model "%s"', (_name, example) => {
  it('keeps the number of live tensors flat over twenty steps', async () => {
    const replica = await replicaOf(engine, example);
    const batch = example.makeBatch(6, 1);
    const counts = Array.from({ length: 20 }, (_, step) => {
      replica.apply(stepVector(replica, batch, { step, microShard: 0 }));
      replica.evaluate(batch, 0, new Float64Array(replica.evaluationLayout.length));
      replica.predict(batch.inputs);
      return replica.numTensors();
    });
    expect(new Set(counts.slice(1)).size).toBe(1);
    replica.dispose();
  });

  it('lowers the loss on a batch that it sees again and again', async () => {
    const replica = await replicaOf(engine, example, { optimizer: ({ tf }) => tf.train.adam(0.02) });
    const batch = example.makeBatch(8, 2);
    const losses = Array.from({ length: 30 }, (_, step) =>
      replica.apply(stepVector(replica, batch, { step, microShard: 0 })),
    ).map((summary) => summary.loss);
    expect(losses.at(-1)!).toBeLessThan(0.8 * losses[0]!);
    replica.dispose();
  });

  it('starts from the same weights for the same seed and from others for another', async () => {
    const hashes: string[] = [];
    for (const seed of [7, 7, 8]) {
      const replica = await replicaOf(engine, example, { seed });
      hashes.push(replica.weightsSha256());
      replica.dispose();
    }
    expect(hashes[0]).toBe(hashes[1]);
    expect(hashes[0]).not.toBe(hashes[2]);
  });

  it('changes no weight while it computes a micro-shard', async () => {
    const replica = await replicaOf(engine, example);
    const before = replica.weightsSha256();
    stepVector(replica, example.makeBatch(5, 3));
    expect(replica.weightsSha256()).toBe(before);
    replica.dispose();
  });

  it('contributes zeros for a micro-shard without samples', async () => {
    const replica = await replicaOf(engine, example);
    const out = new Float32Array(replica.stepLayout.length).fill(9);
    replica.computeMicroShard(rows(example.makeBatch(2, 1), 0, 0), { step: 1, microShard: 0 }, out);
    expect(out.every((value) => value === 0)).toBe(true);
    replica.dispose();
  });
});
