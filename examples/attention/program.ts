import { div, matMul, serialization, softmax, type Tensor, type Tensor3D } from '@tensorflow/tfjs-core';
import { layers, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import { csv, defineProgram, range } from 'lockstep';

/** softmax(Q K^T / sqrt(d)) V for queries, keys and values of shape [batch, tokens, d]. */
class ScaledDotProductAttention extends layers.Layer {
  static className = 'ScaledDotProductAttention';

  override computeOutputShape([, , values]: number[][]): number[] {
    return values!;
  }

  override call([queries, keys, values]: Tensor3D[]): Tensor {
    const scores = matMul(queries!, keys!, false, true);
    const weights = softmax(div(scores, Math.sqrt(queries!.shape[2])));
    return matMul(weights, values!);
  }
}

// At the top, so that "lockstep predict" knows the layer too.
serialization.registerClass(ScaledDotProductAttention);

export default defineProgram({
  dataset: ({ file }) =>
    csv(file('../digits/digits.csv.gz'), { header: false, features: range(0, 64), target: 64 })
      .scale({ by: 1 / 16 })
      .reshape([8, 8])
      .oneHot({ numClasses: 10 })
      .split({ test: 0.2 }),

  model: ({ tf }) => {
    const project = (units: number, from: SymbolicTensor) =>
      tf.layers.dense({ units }).apply(from) as SymbolicTensor;
    const rows = tf.input({ shape: [8, 8] });
    const tokens = project(16, rows);
    const attended = new ScaledDotProductAttention({}).apply(
      [1, 2, 3].map(() => project(16, tokens)),
    ) as SymbolicTensor;
    const joined = tf.layers.add().apply([tokens, attended]);
    const normalized = tf.layers.layerNormalization().apply(joined);
    const flat = tf.layers.flatten().apply(normalized);
    const output = tf.layers.dense({ units: 10, activation: 'softmax' }).apply(flat) as SymbolicTensor;
    return tf.model({ inputs: rows, outputs: output });
  },

  loss: 'categoricalCrossentropy',
  optimizer: ({ tf }) => tf.train.adam(0.005),
  metrics: ['accuracy'],
});
