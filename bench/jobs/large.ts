import { arrays, defineProgram } from 'lockstep';

const numSamples = 1024;
const features = Float32Array.from({ length: numSamples * 64 }, (_, index) => ((index * 7919) % 1021) / 1021);
const target = Array.from({ length: numSamples }, (_, index) => (index * 7919) % 10);

/** 25 million parameters and an optimizer without state of its own: a state of 100 MB. */
export default defineProgram({
  dataset: () => arrays({ features: { shape: [numSamples, 64], data: features }, target }),
  model: ({ tf }) =>
    tf.sequential({
      layers: [
        tf.layers.dense({ units: 4960, activation: 'relu', inputShape: [64] }),
        tf.layers.dense({ units: 4960, activation: 'relu' }),
        tf.layers.dense({ units: 10, activation: 'softmax' }),
      ],
    }),
  loss: 'sparseCategoricalCrossentropy',
  optimizer: ({ tf }) => tf.train.sgd(0.01),
});
