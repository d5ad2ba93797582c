import { arrays, defineProgram } from 'lockstep';

const numSamples = 8192;
const pixels = Float32Array.from({ length: numSamples * 784 }, (_, index) => ((index * 7919) % 1021) / 1021);
const target = Array.from({ length: numSamples }, (_, index) => (index * 7919) % 10);

/** Four layers of 2.0 million parameters, a fifth of them in the first one, on synthetic data of the shape of Fashion-MNIST. */
export default defineProgram({
  dataset: () => arrays({ features: { shape: [numSamples, 784], data: pixels }, target }),
  model: ({ tf }) =>
    tf.sequential({
      layers: [
        tf.layers.dense({ units: 512, activation: 'relu', inputShape: [784] }),
        tf.layers.dense({ units: 1024, activation: 'relu' }),
        tf.layers.dense({ units: 1024, activation: 'relu' }),
        tf.layers.dense({ units: 10, activation: 'softmax' }),
      ],
    }),
  loss: 'sparseCategoricalCrossentropy',
  optimizer: ({ tf }) => tf.train.adam(0.001),
});
