/**
 * Batch normalization while training, over all axes but the last, as one kernel and its gradient as another, and the
 * kernel of TensorFlow.js for given means and variances. What TensorFlow.js does instead is some 30 passes and a
 * repetition of the statistics to the size of the input.
 */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { addressOf, heapKernels } from './heap-kernels.ts';
import { areFloats, heapValues, type KernelCall, release, type WasmKernel } from './kernel-call.ts';

/** Inputs `x` `[..., width]`, `gamma`, `beta` `[width]`; attribute `epsilon`; outputs `y`, mean and variance `[width]`. */
export const batchNormalization: WasmKernel = ({ inputs, attrs, backend }) => {
  const x = inputs.x!;
  const [width] = inputs.gamma!.shape as [number];
  const [mean, variance] = [vector(backend, width), vector(backend, width)];
  const { rows } = sizesOf(x);
  heapKernels(backend).columnMoments(...addresses(backend, [x, mean, variance]), rows, width);
  const y = normalize(backend, { x, mean, variance, scale: inputs.gamma!, offset: inputs.beta!, attrs });
  return [y, mean, variance];
};

/** Inputs `x`, `dy`, `gamma` and the `mean` and `variance` of `x`; outputs the gradients of `x`, `gamma` and `beta`. */
export const batchNormalizationGrad: WasmKernel = ({ inputs, attrs, backend }) => {
  const { x, dy, gamma, mean, variance } = inputs as Record<string, TensorInfo>;
  const { rows, width } = sizesOf(x!);
  const [dGamma, dBeta] = [vector(backend, width), vector(backend, width)];
  const kernels = heapKernels(backend);
  kernels.columnGradientSums(...addresses(backend, [x!, mean!, dy!, dBeta, dGamma]), rows, width);
  const inverse = inverseDeviations(backend, variance!, attrs.epsilon as number);
  const [factor, shift, slope] = [vector(backend, width), vector(backend, width), vector(backend, width)];
  const dx = backend.makeOutput(x!.shape, 'float32');
  const [factors, shifts, slopes, gammas, sums, products] = [factor, shift, slope, gamma!, dBeta, dGamma].map(
    (tensor) => heapValues(backend, tensor),
  ) as [Float32Array, Float32Array, Float32Array, Float32Array, Float32Array, Float32Array];
  for (let i = 0; i < width; i++) {
    factors[i] = gammas[i]! * inverse[i]!;
    shifts[i] = sums[i]! / rows;
    products[i]! *= inverse[i]!;
    slopes[i] = (products[i]! * inverse[i]!) / rows;
  }
  kernels.normalizeColumnsGrad(
    ...addresses(backend, [x!, mean!, dy!, factor, shift, slope, dx]),
    rows,
    width,
  );
  release(backend, [factor, shift, slope]);
  return [dx, dGamma, dBeta];
};

/** FusedBatchNorm: inputs `x`, and `mean`, `variance`, `scale`, `offset` `[width]`, the last two optional. */
export const fusedBatchNorm: WasmKernel = ({ inputs, attrs, backend }) => {
  const { x, mean, variance, scale, offset } = inputs as Record<string, TensorInfo>;
  const epsilon = attrs.varianceEpsilon as number;
  return normalize(backend, { x: x!, mean: mean!, variance: variance!, scale, offset, attrs: { epsilon } });
};

/** A call whose statistics have one value for each position of the last axis. */
export function hasStatisticsOfColumns(call: KernelCall): boolean {
  const { x, mean } = call.inputs;
  return areFloats(call) && mean!.shape.length === 1 && mean!.shape[0] === x!.shape.at(-1);
}

interface Normalization {
  readonly x: TensorInfo;
  readonly mean: TensorInfo;
  readonly variance: TensorInfo;
  readonly scale: TensorInfo | undefined;
  readonly offset: TensorInfo | undefined;
  readonly attrs: KernelCall['attrs'];
}

function normalize(
  backend: BackendWasm,
  { x, mean, variance, scale, offset, attrs }: Normalization,
): TensorInfo {
  const { rows, width } = sizesOf(x);
  const out = backend.makeOutput(x.shape, 'float32');
  const [factor, shift] = [vector(backend, width), vector(backend, width)];
  const inverse = inverseDeviations(backend, variance, attrs.epsilon as number);
  heapValues(backend, factor).set(
    scale ? heapValues(backend, scale).map((value, i) => value * inverse[i]!) : inverse,
  );
  heapValues(backend, shift).set(offset ? heapValues(backend, offset) : new Float32Array(width));
  heapKernels(backend).normalizeColumns(...addresses(backend, [x, mean, factor, shift, out]), rows, width);
  release(backend, [factor, shift]);
  return out;
}

function inverseDeviations(backend: BackendWasm, variance: TensorInfo, epsilon: number): Float32Array {
  return heapValues(backend, variance).map((value) => 1 / Math.sqrt(value + epsilon));
}

function vector(backend: BackendWasm, length: number): TensorInfo {
  return backend.makeOutput([length], 'float32');
}

function sizesOf({ shape }: TensorInfo): { rows: number; width: number } {
  return {
    rows: shape.slice(0, -1).reduce((size, extent) => size * extent, 1),
    width: shape.at(-1)!,
  };
}

type Addresses<T extends readonly unknown[]> = { [K in keyof T]: number };

function addresses<const T extends readonly TensorInfo[]>(backend: BackendWasm, tensors: T): Addresses<T> {
  return tensors.map((x) => addressOf(backend, x)) as Addresses<T>;
}
