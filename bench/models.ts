import { matMul, mul, serialization, softmax, type Tensor, transpose } from '@tensorflow/tfjs-core';
import { layers, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { DatasetShapes } from '../src/engine/build-model.ts';
import type { ModelContext, ModelDefinition } from '../src/engine/model-definition.ts';

/** A model, the shapes of its data and how many samples make one step; the peer builds the same. */
export interface BenchModel {
  readonly batchSize: number;
  readonly dataset: DatasetShapes;
  readonly definition: ModelDefinition;
  /** Inputs are whole numbers below this; without it they are uniform in [0, 1). */
  readonly numTokens?: number;
  readonly numClasses: number;
}

const NUM_CLASSES = 10;
const VOCABULARY = 256;
const CONTEXT = 128;
const WIDTH = 128;
const NUM_HEADS = 4;
const NUM_BLOCKS = 4;

/** Causal scaled dot-product attention over queries, keys and values that lie side by side: `[n, t, 3 * width]`. */
class CausalAttention extends layers.Layer {
  static className = 'BenchCausalAttention';

  override computeOutputShape([batch, length, width]: number[]): number[] {
    return [batch!, length!, width! / 3];
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    const x = [inputs].flat()[0]!;
    const [batch, length, width] = x.shape as [number, number, number];
    const size = width / 3 / NUM_HEADS;
    const heads = transpose(x.reshape([batch, length, 3, NUM_HEADS, size]), [2, 0, 3, 1, 4]);
    const [queries, keys, values] = heads.unstack() as [Tensor, Tensor, Tensor];
    const scores = mul(matMul(queries, keys, false, true), size ** -0.5).add(causalMask(length));
    const mixed = matMul(softmax(scores), values);
    return transpose(mixed, [0, 2, 1, 3]).reshape([batch, length, width / 3]);
  }
}

serialization.registerClass(CausalAttention);

/** Adds a trainable vector for each position. */
class PositionEmbedding extends layers.Layer {
  static className = 'BenchPositionEmbedding';
  private table: ReturnType<layers.Layer['addWeight']> | undefined;

  override build([, length, width]: number[]): void {
    const initializer = this.initializer();
    this.table = this.addWeight('table', [length!, width!], 'float32', initializer);
    this.built = true;
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return [inputs].flat()[0]!.add(this.table!.read());
  }

  private initializer() {
    return { apply: (shape: number[]) => zerosOf(shape), getConfig: () => ({}) } as never;
  }
}

serialization.registerClass(PositionEmbedding);

let zerosOf: (shape: number[]) => Tensor;
let causalMask: (length: number) => Tensor;

function prepare({ tf }: ModelContext): void {
  zerosOf = (shape) => tf.zeros(shape);
  const values = Float32Array.from({ length: CONTEXT * CONTEXT }, (_, i) =>
    i % CONTEXT > Math.floor(i / CONTEXT) ? -1e9 : 0,
  );
  const mask = tf.keep(tf.tensor2d(values, [CONTEXT, CONTEXT]));
  causalMask = () => mask;
}

function gpt(context: ModelContext) {
  const { tf } = context;
  prepare(context);
  const apply = (layer: layers.Layer, x: SymbolicTensor | SymbolicTensor[]) =>
    layer.apply(x) as SymbolicTensor;
  const tokens = tf.input({ shape: [CONTEXT] });
  let x = apply(tf.layers.embedding({ inputDim: VOCABULARY, outputDim: WIDTH }), tokens);
  x = apply(new PositionEmbedding({}), x);
  for (let block = 0; block < NUM_BLOCKS; block++) {
    const projected = apply(tf.layers.dense({ units: 3 * WIDTH }), apply(tf.layers.layerNormalization(), x));
    const attended = apply(tf.layers.dense({ units: WIDTH }), apply(new CausalAttention({}), projected));
    x = apply(tf.layers.add(), [x, attended]);
    const hidden = apply(
      tf.layers.dense({ units: 4 * WIDTH, activation: 'gelu' as never }),
      apply(tf.layers.layerNormalization(), x),
    );
    x = apply(tf.layers.add(), [x, apply(tf.layers.dense({ units: WIDTH }), hidden)]);
  }
  const normalized = apply(tf.layers.layerNormalization(), x);
  const output = apply(tf.layers.dense({ units: VOCABULARY, activation: 'softmax' }), normalized);
  return tf.model({ inputs: tokens, outputs: output });
}

const classification = { loss: 'sparseCategoricalCrossentropy', optimizer: 'adam' } as const;

export const BENCH_MODELS: Readonly<Record<string, BenchModel>> = {
  mlp: {
    batchSize: 128,
    numClasses: NUM_CLASSES,
    dataset: { inputShapes: [[784]], targetShapes: [[]], classNames: null },
    definition: {
      ...classification,
      model: ({ tf }) =>
        tf.sequential({
          layers: [
            tf.layers.dense({ units: 512, activation: 'relu', inputShape: [784] }),
            tf.layers.dense({ units: 256, activation: 'relu' }),
            tf.layers.dense({ units: NUM_CLASSES, activation: 'softmax' }),
          ],
        }),
    },
  },
  cnn: {
    batchSize: 64,
    numClasses: NUM_CLASSES,
    dataset: { inputShapes: [[28, 28, 1]], targetShapes: [[]], classNames: null },
    definition: {
      ...classification,
      model: ({ tf }) =>
        tf.sequential({
          layers: [
            tf.layers.conv2d({ filters: 32, kernelSize: 3, activation: 'relu', inputShape: [28, 28, 1] }),
            tf.layers.maxPooling2d({ poolSize: 2 }),
            tf.layers.conv2d({ filters: 64, kernelSize: 3, activation: 'relu' }),
            tf.layers.maxPooling2d({ poolSize: 2 }),
            tf.layers.flatten(),
            tf.layers.dense({ units: 128, activation: 'relu' }),
            tf.layers.dense({ units: NUM_CLASSES, activation: 'softmax' }),
          ],
        }),
    },
  },
  separable: {
    batchSize: 64,
    numClasses: NUM_CLASSES,
    dataset: { inputShapes: [[32, 32, 3]], targetShapes: [[]], classNames: null },
    definition: {
      ...classification,
      model: ({ tf }) => {
        const same = { kernelSize: 3, padding: 'same', useBias: false } as const;
        const block = (filters: number, strides: number) => [
          tf.layers.depthwiseConv2d({ ...same, strides }),
          tf.layers.batchNormalization(),
          tf.layers.activation({ activation: 'relu' }),
          tf.layers.conv2d({ filters, kernelSize: 1, useBias: false }),
          tf.layers.batchNormalization(),
          tf.layers.activation({ activation: 'relu' }),
        ];
        return tf.sequential({
          layers: [
            tf.layers.conv2d({ ...same, filters: 32, inputShape: [32, 32, 3] }),
            tf.layers.batchNormalization(),
            tf.layers.activation({ activation: 'relu' }),
            ...block(64, 1),
            ...block(128, 2),
            tf.layers.globalAveragePooling2d({}),
            tf.layers.dense({ units: NUM_CLASSES, activation: 'softmax' }),
          ],
        });
      },
    },
  },
  gpt: {
    batchSize: 8,
    numTokens: VOCABULARY,
    numClasses: VOCABULARY,
    dataset: { inputShapes: [[CONTEXT]], targetShapes: [[CONTEXT]], classNames: null },
    definition: { ...classification, model: gpt },
  },
};
