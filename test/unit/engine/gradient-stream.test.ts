import { beforeAll, describe, expect, it } from 'vitest';
import type { Range } from '../../../src/core/plan/range.ts';
import { createReplica } from '../../../src/engine/create-replica.ts';
import { type Engine, openEngine } from '../../../src/engine/open-engine.ts';
import type { Replica } from '../../../src/engine/replica.ts';
import { EXAMPLE_MODELS, floats, numbers, replicaOf, stepVector } from './example-models.ts';

interface Report extends Range {
  readonly values: Float32Array;
}

/** What was final when, and the vector in the end. */
function observe(
  replica: Replica,
  batch: Parameters<Replica['computeMicroShard']>[0],
): { out: Float32Array; reports: Report[] } {
  const out = new Float32Array(replica.stepLayout.length).fill(Number.NaN);
  const reports: Report[] = [];
  replica.computeMicroShard(batch, { step: 1, microShard: 0 }, out, ({ begin, end }) =>
    reports.push({ begin, end, values: out.slice(begin, end) }),
  );
  return { out, reports };
}

/** Checks that the reports cover the vector once, gradients from their end to their begin, and said the truth. */
function expectFinal({ out, reports }: ReturnType<typeof observe>, numGradients: number): void {
  let finalFrom = numGradients;
  for (const { begin, end } of reports.slice(0, -1)) {
    expect(end).toBe(finalFrom);
    expect(begin).toBeLessThan(end);
    finalFrom = begin;
  }
  expect(finalFrom).toBe(0);
  expect(reports.at(-1)).toMatchObject({ begin: numGradients, end: out.length });
  for (const { begin, end, values } of reports) expect(values).toEqual(out.subarray(begin, end));
}

describe.each(['cpu', 'wasm'] as const)('gradients on the engine "%s"', (engineName) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine(engineName);
  });

  it.each(Object.entries(EXAMPLE_MODELS))(
    'have the same bits when somebody wants them early, and are final when they are said to be ("%s")',
    async (_name, example) => {
      const replica = await replicaOf(engine, example);
      const { numGradients } = replica.stepLayout;
      const batch = example.makeBatch(6, 4);
      const due = stepVector(replica, batch);
      const trial = observe(replica, batch);
      const numTensors = replica.numTensors();
      const early = observe(replica, batch);
      for (const observed of [trial, early]) {
        expect(observed.out).toEqual(due);
        expectFinal(observed, numGradients);
      }
      expect(early.reports.length).toBeGreaterThan(2);
      expect(replica.numTensors()).toBe(numTensors);
      replica.dispose();
    },
  );

  it('of an empty micro-shard are all final at once', async () => {
    const replica = await replicaOf(engine, EXAMPLE_MODELS.perceptron);
    const { out, reports } = observe(replica, EXAMPLE_MODELS.perceptron.makeBatch(0, 1));
    expect(reports).toEqual([{ begin: 0, end: out.length, values: new Float32Array(out.length) }]);
    replica.dispose();
  });
});

describe('gradients that become final early', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine('wasm');
  });

  /** Two layers of 4 units around a layer of the test's own, which may use the first one's kernel. */
  async function replicaWith(call: 'chain' | 'variable' | 'unused'): Promise<Replica> {
    return createReplica({
      engine,
      seed: 1,
      definition: {
        model: ({ tf }) => {
          const first = tf.layers.dense({ units: 4, inputShape: [4], useBias: false });
          class Own extends tf.layers.Layer {
            static className = 'Own';
            override build(): void {
              this.addWeight('spare', [3], 'float32', tf.initializers.ones());
              this.built = true;
            }
            override call(inputs: never): never {
              const input = [inputs].flat()[0] as never;
              if (call !== 'variable') return input;
              // Behind the back of `read`.
              const { val } = first.weights[0] as unknown as { val: never };
              return tf.matMul(input, val) as never;
            }
          }
          const second = tf.layers.dense({ units: 4, useBias: false });
          const layers = call === 'chain' ? [first, second] : [first, new Own({}), second];
          return tf.sequential({ layers: layers as never });
        },
        loss: 'meanSquaredError',
        optimizer: 'sgd',
      },
      dataset: { inputShapes: [[4]], targetShapes: [[4]], classNames: null },
    });
  }
  const next = numbers(3);
  /** TF.js drops its tape at the end of the backward pass. */
  const isInBackwardPass = (): boolean =>
    Boolean((engine.tf.engine().state as unknown as { activeTape?: unknown }).activeTape);
  const batch = { size: 5, inputs: [floats([5, 4], next)], targets: [floats([5, 4], next)] };

  it('are reported before the backward pass is over', async () => {
    const replica = await replicaWith('chain');
    observe(replica, batch);
    const seen: unknown[] = [];
    const out = new Float32Array(replica.stepLayout.length);
    replica.computeMicroShard(batch, { step: 1, microShard: 0 }, out, ({ begin, end }) =>
      seen.push([begin, end, isInBackwardPass()]),
    );
    expect(seen).toEqual([
      [16, 32, true],
      [0, 16, true],
      [32, 34, false],
    ]);
    replica.dispose();
  });

  it('are zeros for a weight that the model does not use', async () => {
    const replica = await replicaWith('unused');
    observe(replica, batch);
    const { out, reports } = observe(replica, batch);
    expect(reports.map(({ begin }) => begin)).toEqual([16, 0, 35]);
    expect([...out.subarray(16, 19)]).toEqual([0, 0, 0]);
    replica.dispose();
  });

  it('are none where the model uses a variable behind the back of its weight', async () => {
    const replica = await replicaWith('variable');
    const due = stepVector(replica, batch);
    for (let pass = 0; pass < 3; pass++) {
      const observed = observe(replica, batch);
      expect(observed.out).toEqual(due);
      expectFinal(observed, replica.stepLayout.numGradients);
    }
    replica.dispose();
  });
});
