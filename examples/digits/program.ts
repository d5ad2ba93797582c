import { csv, defineProgram, range } from 'lockstep';

export default defineProgram({
  dataset: ({ file }) =>
    csv(file('digits.csv.gz'), { header: false, features: range(0, 64), target: 64 })
      .scale({ by: 1 / 16 })
      .reshape([8, 8])
      .oneHot({ numClasses: 10 })
      .split({ test: 0.2 }),

  model: ({ tf }) =>
    tf.sequential({
      layers: [
        tf.layers.flatten({ inputShape: [8, 8] }),
        tf.layers.dense({ units: 128, activation: 'relu' }),
        tf.layers.dropout({ rate: 0.2 }),
        tf.layers.dense({ units: 10, activation: 'softmax' }),
      ],
    }),

  loss: 'categoricalCrossentropy',
  optimizer: ({ tf }) => tf.train.adam(0.001),
  metrics: ['accuracy'],
});
