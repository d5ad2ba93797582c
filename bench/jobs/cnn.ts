import { arrays, defineProgram } from 'lockstep';

const numSamples = 8192;
const pixels = Float32Array.from({ length: numSamples * 784 }, (_, index) => ((index * 7919) % 1021) / 1021);
const target = Array.from({ length: numSamples }, (_, index) => (index * 7919) % 10);

/** The CNN of bench/models.ts on synthetic data of the shape of Fashion-MNIST. */
export default defineProgram({
  dataset: () => arrays({ features: { shape: [numSamples, 28, 28, 1], data: pixels }, target }),
  model: ({ tf }) =>
    tf.sequential({
      layers: [
        tf.layers.conv2d({ filters: 32, kernelSize: 3, activation: 'relu', inputShape: [28, 28, 1] }),
        tf.layers.maxPooling2d({ poolSize: 2 }),
        tf.layers.conv2d({ filters: 64, kernelSize: 3, activation: 'relu' }),
        tf.layers.maxPooling2d({ poolSize: 2 }),
        tf.layers.flatten(),
        tf.layers.dense({ units: 128, activation: 'relu' }),
        tf.layers.dense({ units: 10, activation: 'softmax' }),
      ],
    }),
  loss: 'sparseCategoricalCrossentropy',
  optimizer: ({ tf }) => tf.train.adam(0.001),
});
