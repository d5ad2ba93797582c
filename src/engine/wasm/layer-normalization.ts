/**
 * Layer normalization over the last axis as one kernel and its gradient as another. The layer of TensorFlow.js repeats
 * mean, variance, scale and offset to the size of its input and passes them to batch normalization, some 30 passes.
 */
import type { Tensor, TensorInfo } from '@tensorflow/tfjs-core';
import type { Tf } from '../tf.ts';
import { addressOf, heapKernels } from './heap-kernels.ts';
import type { KernelCall, WasmKernel } from './kernel-call.ts';

/** Inputs `x` `[..., width]`, `gamma` and `beta` `[width]`; attribute `epsilon`. Output like `x`. */
export const layerNormalization: WasmKernel = (call) => {
  const { inputs, backend } = call;
  const out = backend.makeOutput(inputs.x!.shape, 'float32');
  const { rows, width, epsilon } = sizesOf(call);
  const at = (x: TensorInfo) => addressOf(backend, x);
  const { x, gamma, beta } = inputs;
  heapKernels(backend).normalizeRows(at(x!), at(gamma!), at(beta!), at(out), rows, width, epsilon);
  return out;
};

/** Inputs `x`, `gamma` and `dy`; outputs the gradients of `x`, `gamma` and `beta`. */
export const layerNormalizationGrad: WasmKernel = (call) => {
  const { inputs, backend } = call;
  const { rows, width, epsilon } = sizesOf(call);
  const outputs = [inputs.x!.shape, [width], [width]].map((shape) => backend.makeOutput(shape, 'float32'));
  const tensors = [inputs.x!, inputs.gamma!, inputs.dy!, ...outputs];
  type Addresses = [number, number, number, number, number, number];
  const addresses = tensors.map((x) => addressOf(backend, x)) as Addresses;
  heapKernels(backend).normalizeRowsGrad(...addresses, rows, width, epsilon);
  return outputs;
};

/** The part of the layer that is used here; the package does not export its type. */
interface NormalizationLayer {
  readonly axis: number | readonly number[];
  readonly epsilon: number;
  readonly gamma: { read(): Tensor } | null;
  readonly beta: { read(): Tensor } | null;
  call(inputs: Tensor | Tensor[], kwargs: unknown): Tensor | Tensor[];
}

/** Makes `tf.layers.layerNormalization` use the kernels on `wasm`, where it normalizes float32 over the last axis. */
export function registerLayerNormalization(tf: Tf): void {
  tf.registerGradient({
    kernelName: 'LayerNormalization',
    inputsToSave: ['x', 'gamma'],
    gradFunc: (dy, saved, attrs) => {
      const inputs = { x: saved[0]!, gamma: saved[1]!, dy: dy as Tensor };
      const gradients = tf.engine().runKernel('LayerNormalizationGrad', inputs, attrs) as Tensor[];
      return { x: () => gradients[0]!, gamma: () => gradients[1]!, beta: () => gradients[2]! };
    },
  });
  const [layer] = tf.serialization.SerializationMap.getMap().classNameMap.LayerNormalization!;
  const prototype = layer.prototype as unknown as NormalizationLayer;
  const stock = prototype.call;
  prototype.call = function call(inputs, kwargs) {
    const x = [inputs].flat()[0]!;
    const axes = [this.axis].flat();
    const isLast = axes.length === 1 && axes[0] === x.rank - 1;
    if (tf.getBackend() !== 'wasm' || x.dtype !== 'float32' || !isLast)
      return stock.call(this, inputs, kwargs);
    return tf.tidy(() => {
      const width = x.shape.slice(-1);
      const gamma = this.gamma?.read() ?? tf.ones(width);
      const beta = this.beta?.read() ?? tf.zeros(width);
      const inputs = { x, gamma, beta };
      return tf.engine().runKernel('LayerNormalization', inputs, { epsilon: this.epsilon }) as Tensor;
    });
  };
}

function sizesOf({ inputs, attrs }: KernelCall) {
  const { shape } = inputs.x!;
  const rows = shape.slice(0, -1).reduce((size, extent) => size * extent, 1);
  return { rows, width: shape.at(-1)!, epsilon: attrs.epsilon as number };
}
