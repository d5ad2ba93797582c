/**
 * The activation `gelu` as one kernel and its gradient as another; TensorFlow.js makes five passes of the one and a dozen of
 * the other.
 */
import type { Tensor, TensorInfo } from '@tensorflow/tfjs-core';
import type { Tf } from '../tf.ts';
import { addressOf, heapKernels } from './heap-kernels.ts';
import { heapValues, type KernelCall, type WasmKernel } from './kernel-call.ts';

/** Input `x`, float32; output `x * Phi(x)`. */
export const gelu: WasmKernel = ({ inputs, backend }) =>
  inVectors({ backend, inputs: [inputs.x!] }, ([x], out, length) =>
    heapKernels(backend).gelu(x!, out, length),
  );

/** Inputs `x` and `dy`, float32; output the gradient of `x`. */
export const geluGrad: WasmKernel = ({ inputs, backend }) =>
  inVectors({ backend, inputs: [inputs.x!, inputs.dy!] }, ([x, dy], out, length) =>
    heapKernels(backend).geluGrad(x!, dy!, out, length),
  );

/** Makes the activation `gelu` of layers use the kernels on `wasm`. */
export function registerGelu(tf: Tf): void {
  tf.registerGradient({
    kernelName: 'Gelu',
    inputsToSave: ['x'],
    gradFunc: (dy, [x]) => ({
      x: () => tf.engine().runKernel('GeluGrad', { x: x!, dy: dy as Tensor }) as Tensor,
    }),
  });
  const [activation] = tf.serialization.SerializationMap.getMap().classNameMap.gelu!;
  const prototype = activation.prototype as unknown as { apply(x: Tensor): Tensor };
  const stock = prototype.apply;
  prototype.apply = function apply(x) {
    if (tf.getBackend() !== 'wasm' || x.dtype !== 'float32') return stock.call(this, x);
    return tf.engine().runKernel('Gelu', { x }) as Tensor;
  };
}

/** Four values, in the memory of a tensor of their own. */
const VECTOR = 4;

/**
 * Runs `compute` over the whole vectors of the inputs, then over what is left of them, padded to a vector: the same value
 * gives the same bits wherever it lies.
 */
function inVectors(
  { backend, inputs }: { backend: KernelCall['backend']; inputs: readonly TensorInfo[] },
  compute: (inputs: number[], out: number, length: number) => void,
): TensorInfo {
  const { shape } = inputs[0]!;
  const out = backend.makeOutput(shape, 'float32');
  const size = shape.reduce((count, extent) => count * extent, 1);
  const whole = size - (size % VECTOR);
  compute(
    inputs.map((x) => addressOf(backend, x)),
    addressOf(backend, out),
    whole,
  );
  if (whole < size) {
    const rest = [...inputs, out].map(() => backend.makeOutput([VECTOR], 'float32'));
    for (const [index, x] of inputs.entries()) {
      heapValues(backend, rest[index]!).fill(0).set(heapValues(backend, x).subarray(whole));
    }
    const addresses = rest.map((x) => addressOf(backend, x));
    compute(addresses.slice(0, -1), addresses.at(-1)!, VECTOR);
    heapValues(backend, out).set(heapValues(backend, rest.at(-1)!).subarray(0, size - whole), whole);
    for (const { dataId } of rest) backend.disposeData(dataId);
  }
  return out;
}
