import type { Tensor } from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createReplica } from '../../../src/engine/create-replica.ts';
import type { ModelContext, ModelDefinition } from '../../../src/engine/model-definition.ts';
import { type Engine, openEngine } from '../../../src/engine/open-engine.ts';
import type { Replica } from '../../../src/engine/replica.ts';
import type { Tf } from '../../../src/engine/tf.ts';
import { EXAMPLE_MODELS, floats, numbers, replicaOf } from './example-models.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine('cpu');
});

let replica: Replica | undefined;
afterEach(() => {
  replica?.dispose();
  replica = undefined;
});

const batch = { size: 2, inputs: [floats([2, 4], numbers(1))], targets: [floats([2, 4], numbers(2))] };

/** A layer of a program's own that does `compute` and has one weight that it does not use. */
function ownLayer(tf: Tf, { name, compute }: { name: string; compute: (x: Tensor) => Tensor }) {
  class OwnLayer extends tf.layers.Layer {
    static className = 'OwnLayer';
    override build(): void {
      this.addWeight('unused', [2], 'float32', tf.initializers.zeros());
      this.built = true;
    }
    override call(inputs: Tensor | Tensor[]): Tensor {
      return compute([inputs].flat()[0]!);
    }
    override computeOutputShape(shape: never): never {
      return shape;
    }
  }
  return new OwnLayer({ name });
}

async function build(compute: (x: Tensor) => Tensor, loss: ModelDefinition['loss'] = 'meanSquaredError') {
  const model = ({ tf }: ModelContext) =>
    tf.sequential({
      layers: [
        tf.layers.dense({ units: 4, inputShape: [4], name: 'before' }),
        ownLayer(tf, { name: 'own', compute }),
      ],
    });
  replica = await createReplica({
    engine,
    definition: { model, loss, optimizer: 'sgd' },
    seed: 1,
    dataset: { inputShapes: [[4]], targetShapes: [[4]], classNames: null },
  });
  return replica;
}

describe('preflight', () => {
  it.each(Object.entries(EXAMPLE_MODELS))(
    'finds nothing to say about the model "%s" and changes nothing',
    async (_name, example) => {
      replica = await replicaOf(engine, example);
      const before = replica.saveState();
      const random = Math.random;
      replica.preflight(example.makeBatch(3, 1));
      const numTensors = replica.numTensors();
      expect(replica.preflight(example.makeBatch(3, 1))).toEqual([]);
      expect(replica.saveState()).toEqual(before);
      expect(replica.numTensors()).toBe(numTensors);
      expect(Math.random).toBe(random);
    },
  );

  it('names a weight that gets no gradient, by index and layer', async () => {
    const { preflight } = await build((x) => x.square());
    expect(preflight(batch)).toEqual([
      expect.stringMatching(/^Weight 2 \("own\/unused" of layer "own"\) gets no gradient/),
    ]);
  });

  it('names the op without a gradient and the layer that uses it', async () => {
    const { preflight } = await build((x) => engine.tf.topk(x, 4).values);
    expect(() => preflight(batch)).toThrow(
      expect.objectContaining({
        code: 'MODEL_INVALID',
        message: expect.stringMatching(/no gradient for the op TopK, which layer "own" uses/),
      }),
    );
  });

  it('says so where the op without a gradient is in the loss', async () => {
    const loss = (target: Tensor, prediction: Tensor) =>
      engine.tf.topk(prediction, 1).values.squeeze([1]).sub(target.mean(-1));
    const { preflight } = await build((x) => x.square(), loss);
    expect(() => preflight(batch)).toThrow(/op TopK, which the loss or a metric uses/);
  });

  it.each([
    ['forwards', 'Softplus', (x: Tensor) => engine.tf.softplus(x)],
    ['backwards', 'EluGrad', (x: Tensor) => engine.tf.elu(x)],
  ])('names the kernel that the engine lacks on the way %s', async (_way, kernelName, compute) => {
    const kernel = engine.tf.getKernel(kernelName, 'cpu');
    engine.tf.unregisterKernel(kernelName, 'cpu');
    try {
      const { preflight } = await build(compute);
      expect(() => preflight(batch)).toThrow(
        expect.objectContaining({
          code: 'MODEL_INVALID',
          message: `The engine "cpu" has no kernel for the op ${kernelName}, which layer "own" uses. Choose another engine, or write the layer with other ops.`,
        }),
      );
    } finally {
      engine.tf.registerKernel(kernel);
    }
  });

  it('names the layer that throws and keeps the stack', async () => {
    const { preflight } = await build((x) => x.reshape([3, 3]));
    expect(() => preflight(batch)).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(
          /^The layer "own" fails on the engine "cpu": Size\(8\) must match the product of shape 3,3$/,
        ),
        details: expect.stringContaining('preflight.test.ts'),
      }),
    );
  });

  it('warns where the loss is not finite', async () => {
    const { preflight } = await build((x) => x.mul(Number.POSITIVE_INFINITY));
    expect(preflight(batch)).toContainEqual(
      expect.stringMatching(/^The loss of the first samples is (Infinity|NaN)\.$/),
    );
  });
});

describe('createReplica', () => {
  const dense = (units: number, more: object = {}): ModelDefinition => ({
    model: ({ tf }) =>
      tf.sequential({ layers: [tf.layers.dense({ units, inputShape: [4], name: 'last', ...more })] }),
    loss: 'meanSquaredError',
    optimizer: 'sgd',
  });
  const shapes = { inputShapes: [[4]], targetShapes: [[3]], classNames: null };
  const create = (
    definition: ModelDefinition,
    dataset: Parameters<typeof createReplica>[0]['dataset'] = shapes,
  ) => createReplica({ engine, definition, seed: 1, dataset });

  it.each<[string, ModelDefinition, object, RegExp]>([
    [
      'an input of another shape',
      dense(3),
      { ...shapes, inputShapes: [[5]] },
      /Input 0 \("last_input"\) takes samples of shape \[4\], the dataset has \[5\]/,
    ],
    [
      'another number of inputs',
      dense(3),
      { ...shapes, inputShapes: [[4], [4]] },
      /1 inputs and the dataset has 2/,
    ],
    [
      'another number of outputs',
      dense(3),
      { ...shapes, targetShapes: [[3], [1]] },
      /1 outputs and the dataset has 2 targets/,
    ],
    [
      'targets of another shape',
      dense(2),
      shapes,
      /"meanSquaredError" compares output "last" of shape \[2\] with targets of shape \[3\]/,
    ],
    [
      'class numbers for a one-hot loss',
      { ...dense(3), loss: 'categoricalCrossentropy' },
      { ...shapes, targetShapes: [[]] },
      /Use sparseCategoricalCrossentropy/,
    ],
    [
      'one-hot rows for class numbers',
      { ...dense(3), loss: 'sparseCategoricalCrossentropy' },
      shapes,
      /use categoricalCrossentropy for one-hot/,
    ],
    [
      'fewer units than classes',
      { ...dense(3), loss: 'sparseCategoricalCrossentropy' },
      { inputShapes: [[4]], targetShapes: [[]], classNames: ['a', 'b', 'c', 'd'] },
      /4 classes and the model's output only 3 units/,
    ],
    ['an unknown loss', { ...dense(3), loss: 'meanSquareError' }, shapes, /Unknown loss meanSquareError/],
    ['an unknown optimizer', { ...dense(3), optimizer: 'adams' }, shapes, /Unknown Optimizer adams/],
    ['an unknown metric', { ...dense(3), metrics: ['acuracy'] }, shapes, /Unknown metric acuracy/],
    ['an output without a loss', { ...dense(3), loss: {} }, shapes, /The output "last" has no loss/],
    ['nothing to train', dense(3, { trainable: false }), shapes, /no trainable weight/],
  ])('refuses %s', async (_name, definition, dataset, message) => {
    await expect(create(definition, dataset as never)).rejects.toThrow(
      expect.objectContaining({ code: 'MODEL_INVALID', message: expect.stringMatching(message) }),
    );
  });

  it('refuses a layer whose state goes from batch to batch', async () => {
    const model = ({ tf }: ModelContext) =>
      tf.sequential({
        layers: [
          tf.layers.simpleRNN({ units: 3, stateful: true, batchInputShape: [2, 4, 1], name: 'memory' }),
        ],
      });
    const dataset = { ...shapes, inputShapes: [[4, 1]] };
    await expect(create({ ...dense(3), model }, dataset)).rejects.toThrow(/The layer "memory" is stateful/);
  });

  it('passes on the error and the stack of a program that throws', async () => {
    const model = () => {
      throw new TypeError('units is not defined');
    };
    await expect(create({ ...dense(3), model })).rejects.toThrow(
      expect.objectContaining({
        code: 'PROGRAM_INVALID',
        message: 'The program\'s "model" threw: units is not defined',
        details: expect.stringContaining('preflight.test.ts'),
      }),
    );
  });

  it('refuses a program that returns something else than a model', async () => {
    await expect(create({ ...dense(3), model: () => ({}) as never })).rejects.toThrow(
      expect.objectContaining({ code: 'PROGRAM_INVALID' }),
    );
  });
});
