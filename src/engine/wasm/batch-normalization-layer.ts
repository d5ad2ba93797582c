import type { Tensor } from '@tensorflow/tfjs-core';
import type { Tf } from '../tf.ts';

/** The part of a weight of a layer that is used here. */
interface LayerWeight {
  read(): Tensor;
  write(value: Tensor): unknown;
}

/** The part of the layer that is used here; the package does not export its type. */
interface NormalizationLayer {
  readonly axis: number;
  readonly momentum: number;
  readonly epsilon: number;
  readonly gamma: LayerWeight | null;
  readonly beta: LayerWeight | null;
  readonly movingMean: LayerWeight;
  readonly movingVariance: LayerWeight;
  call(inputs: Tensor | Tensor[], kwargs: { training?: boolean | null }): Tensor | Tensor[];
}

/** Makes `tf.layers.batchNormalization` use the kernels on `wasm` while it trains on float32 over the last axis. */
export function registerBatchNormalization(tf: Tf): void {
  tf.registerGradient({
    kernelName: 'BatchNormalization',
    inputsToSave: ['x', 'gamma'],
    outputsToSave: [false, true, true],
    gradFunc: (dys, saved, attrs) => {
      const [x, gamma, mean, variance] = saved as [Tensor, Tensor, Tensor, Tensor];
      // Nothing is differentiated by the statistics: they only move the averages.
      const inputs = { x, gamma, mean, variance, dy: (dys as Tensor[])[0]! };
      const gradients = tf.engine().runKernel('BatchNormalizationGrad', inputs, attrs) as Tensor[];
      return { x: () => gradients[0]!, gamma: () => gradients[1]!, beta: () => gradients[2]! };
    },
  });
  const [layer] = tf.serialization.SerializationMap.getMap().classNameMap.BatchNormalization!;
  const prototype = layer.prototype as unknown as NormalizationLayer;
  const stock = prototype.call;
  prototype.call = function call(inputs, kwargs) {
    const x = [inputs].flat()[0]!;
    const isLast = this.axis === -1 || this.axis === x.rank - 1;
    const isOurs = tf.getBackend() === 'wasm' && x.dtype === 'float32' && isLast && x.size > 0;
    if (!isOurs || kwargs.training !== true) return stock.call(this, inputs, kwargs);
    return tf.tidy(() => {
      const width = x.shape.slice(-1);
      const gamma = this.gamma?.read() ?? tf.ones(width);
      const beta = this.beta?.read() ?? tf.zeros(width);
      const results = tf
        .engine()
        .runKernel('BatchNormalization', { x, gamma, beta }, { epsilon: this.epsilon }) as Tensor[];
      const [y, mean, variance] = results as [Tensor, Tensor, Tensor];
      moveAverage(tf, this.movingMean, mean, this.momentum);
      moveAverage(tf, this.movingVariance, variance, this.momentum);
      return y;
    });
  };
}

function moveAverage(tf: Tf, average: LayerWeight, value: Tensor, momentum: number): void {
  const old = average.read();
  average.write(tf.sub(old, tf.mul(tf.sub(old, value), 1 - momentum)));
}
