import { csv, defineProgram, range } from 'lockstep';

export default defineProgram({
  dataset: ({ file }) =>
    csv(file('../digits/digits.csv.gz'), { header: false, features: range(0, 64), target: 64 })
      .scale({ by: 1 / 16 })
      .reshape([8, 8, 1])
      .oneHot({ numClasses: 10 })
      .split({ test: 0.2 }),

  model: ({ tf }) =>
    tf.sequential({
      layers: [
        tf.layers.conv2d({ filters: 16, kernelSize: 3, activation: 'relu', inputShape: [8, 8, 1] }),
        tf.layers.batchNormalization({ momentum: 0.9 }),
        tf.layers.maxPooling2d({ poolSize: 2 }),
        tf.layers.flatten(),
        tf.layers.dense({ units: 64, activation: 'relu' }),
        tf.layers.dense({ units: 10, activation: 'softmax' }),
      ],
    }),

  loss: 'categoricalCrossentropy',
  optimizer: ({ tf }) => tf.train.adam(0.003),
  metrics: ['accuracy'],
});
