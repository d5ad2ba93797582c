/**
 * Gradients of activations in one pass each, where TensorFlow.js makes three or four. They are kernels of the `wasm`
 * backend alone; on other backends the gradients are what they were.
 */
import type { GradConfig, NamedAttrMap, NamedTensorMap, Tensor, TensorInfo } from '@tensorflow/tfjs-core';
import type { Tf } from '../tf.ts';
import { addressOf, heapKernels } from './heap-kernels.ts';
import type { WasmKernel } from './kernel-call.ts';

/** Inputs `x` and `dy`, float32; output `dy` where `x > 0`, else 0. */
export const reluGrad: WasmKernel = ({ inputs, backend }) => {
  const [x, dy] = [inputs.x!, inputs.dy!];
  const dx = backend.makeOutput(x.shape, 'float32');
  const [from, gradient, to] = addresses(backend, [x, dy, dx]);
  heapKernels(backend).reluGrad(from!, gradient!, to!, sizeOf(x));
  return dx;
};

/** Inputs `y`, a softmax over its last axis, and `dy`, float32; output `y * (dy - sum(dy * y))`. */
export const softmaxGrad: WasmKernel = ({ inputs, backend }) => {
  const [y, dy] = [inputs.y!, inputs.dy!];
  const dx = backend.makeOutput(y.shape, 'float32');
  const width = y.shape.at(-1)!;
  const [from, gradient, to] = addresses(backend, [y, dy, dx]);
  heapKernels(backend).softmaxGrad(from!, gradient!, to!, width === 0 ? 0 : sizeOf(y) / width, width);
  return dx;
};

/** Inputs `x` and `dy`, float32; output `dy` where `x` is in `[clipValueMin, clipValueMax]`, else 0. */
export const clipGrad: WasmKernel = ({ inputs, attrs, backend }) => {
  const [x, dy] = [inputs.x!, inputs.dy!];
  const dx = backend.makeOutput(x.shape, 'float32');
  const [from, gradient, to] = addresses(backend, [x, dy, dx]);
  const { clipValueMin: low, clipValueMax: high } = attrs as Record<string, number>;
  heapKernels(backend).clipGrad(from!, gradient!, to!, sizeOf(x), low!, high!);
  return dx;
};

/** Makes the gradients of `ClipByValue`, `Relu` and `Softmax` use these kernels on `wasm`. */
export function registerFusedGradients(tf: Tf): void {
  onWasm(tf, 'ClipByValue', ([x], dy, attrs) => ({
    x: () => run(tf, 'ClipByValueGrad', { x: x!, dy }, attrs),
  }));
  onWasm(tf, 'Relu', ([x], dy) => ({ x: () => run(tf, 'ReluGrad', { x: x!, dy }) }));
  onWasm(tf, 'Softmax', ([y], dy, { dim }) =>
    dim === y!.rank - 1 ? { logits: () => run(tf, 'SoftmaxGrad', { y: y!, dy }) } : null,
  );
}

/** Gradients by the name of the input, or null to leave the call to what was registered before. */
type FusedGradient = (
  saved: readonly Tensor[],
  dy: Tensor,
  attrs: NamedAttrMap,
) => Record<string, () => Tensor> | null;

function onWasm(tf: Tf, kernelName: string, fused: FusedGradient): void {
  const stock = tf.getGradient(kernelName)!;
  const gradFunc: GradConfig['gradFunc'] = (dy, saved, attrs) => {
    const areFloats = [dy as Tensor, ...saved].every((x) => x.dtype === 'float32');
    const isOurs = tf.getBackend() === 'wasm' && areFloats;
    return (isOurs ? fused(saved, dy as Tensor, attrs) : null) ?? stock.gradFunc(dy, saved, attrs);
  };
  tf.registerGradient({ ...stock, gradFunc });
}

function run(tf: Tf, name: string, inputs: NamedTensorMap, attrs: NamedAttrMap = {}): Tensor {
  return tf.engine().runKernel(name, inputs, attrs) as Tensor;
}

function addresses(backend: Parameters<WasmKernel>[0]['backend'], tensors: readonly TensorInfo[]): number[] {
  return tensors.map((x) => addressOf(backend, x));
}

function sizeOf(x: TensorInfo): number {
  return x.shape.reduce((size, extent) => size * extent, 1);
}
