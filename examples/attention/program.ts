import { csv, defineProgram, type ModelContext, range } from 'lockstep';

type Tf = ModelContext['tf'];
type Symbolic = ReturnType<Tf['input']>;
type Shapes = number[][];

/** softmax(Q K^T / sqrt(d)) V for queries, keys and values of shape [batch, tokens, d]. */
function attentionLayer(tf: Tf) {
  class ScaledDotProductAttention extends tf.layers.Layer {
    static className = 'ScaledDotProductAttention';

    override computeOutputShape([, , values]: Shapes): number[] {
      return values!;
    }

    override call(inputs: ReturnType<Tf['tensor']>[]) {
      const [queries, keys, values] = inputs;
      const scores = tf.matMul(queries!, keys!, false, true).div(Math.sqrt(queries!.shape.at(-1)!));
      return tf.matMul(tf.softmax(scores), values!);
    }
  }
  tf.serialization.registerClass(ScaledDotProductAttention as never);
  return new ScaledDotProductAttention({});
}

export default defineProgram({
  dataset: ({ file }) =>
    csv(file('../digits/digits.csv.gz'), { header: false, features: range(0, 64), target: 64 })
      .scale({ by: 1 / 16 })
      .reshape([8, 8])
      .oneHot({ numClasses: 10 })
      .split({ test: 0.2 }),

  model: ({ tf }) => {
    const project = (units: number, from: Symbolic) => tf.layers.dense({ units }).apply(from) as Symbolic;
    const rows = tf.input({ shape: [8, 8] });
    const tokens = project(16, rows);
    const attended = attentionLayer(tf).apply([1, 2, 3].map(() => project(16, tokens))) as Symbolic;
    const joined = tf.layers.add().apply([tokens, attended]);
    const normalized = tf.layers.layerNormalization().apply(joined);
    const flat = tf.layers.flatten().apply(normalized);
    const output = tf.layers.dense({ units: 10, activation: 'softmax' }).apply(flat) as Symbolic;
    return tf.model({ inputs: rows, outputs: output });
  },

  loss: 'categoricalCrossentropy',
  optimizer: ({ tf }) => tf.train.adam(0.003),
  metrics: ['accuracy'],
});
