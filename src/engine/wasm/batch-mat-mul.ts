/**
 * BatchMatMul and _FusedMatMul. The stock kernels reach XNNPACK's fast product only for one matrix by one matrix, neither
 * transposed; everything else, and so every gradient of a dense layer, runs in a naive loop that is 10 to 30 times slower.
 * Here all of it runs through one fast product that takes transposed operands as they are.
 */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { Tf } from '../tf.ts';
import { activate, isRectified } from './fused-activation.ts';
import { addressOf, heapKernels } from './heap-kernels.ts';
import { areFloats, heapValues, type KernelCall, type WasmKernel, withShape } from './kernel-call.ts';

/**
 * Inputs `a` `[..., m, k]` and `b` `[..., k, n]` (last two axes swapped where `transposeA` or `transposeB` says so),
 * float32; outer axes broadcast. Output `[..., m, n]`.
 */
export function batchMatMul(tf: Tf): WasmKernel {
  return ({ inputs, attrs, backend }) => product(tf, backend, { a: inputs.a!, b: inputs.b!, attrs });
}

/** The same, plus `bias` `[n]`, then the activation that `activation` names. */
export function fusedMatMul(tf: Tf): WasmKernel {
  return (call) => {
    const { inputs, attrs, backend } = call;
    const { a, b, bias } = inputs;
    const operands = { a: a!, b: b!, attrs, bias, isRectified: isRectified(call) };
    return activate(tf, call, product(tf, backend, operands));
  };
}

/** A call whose bias, if there is one, has one value for each column. */
export function hasBiasOfColumns(call: KernelCall): boolean {
  const { b, bias } = call.inputs;
  if (!areFloats(call)) return false;
  return !bias || (bias.shape.length === 1 && bias.shape[0] === b!.shape.at(call.attrs.transposeB ? -2 : -1));
}

interface Operands {
  readonly a: TensorInfo;
  readonly b: TensorInfo;
  readonly attrs: NamedAttrMap;
  readonly bias?: TensorInfo | undefined;
  readonly isRectified?: boolean;
}

function product(
  tf: Tf,
  backend: BackendWasm,
  { a, b, attrs, bias, isRectified = false }: Operands,
): TensorInfo {
  const [outerA, outerB] = [a.shape.slice(0, -2), b.shape.slice(0, -2)];
  const outer = tf.broadcast_util.assertAndGetBroadcastShape(outerA, outerB);
  const left = matrixSizes(a, attrs.transposeA === true);
  const right = matrixSizes(b, attrs.transposeB === true);
  if (left.columns !== right.rows) {
    throw new Error(
      `matMul of [${a.shape}] and [${b.shape}]: inner sizes ${left.columns} and ${right.rows} differ`,
    );
  }
  const [m, n, k] = [left.rows, right.columns, left.columns];
  const out = backend.makeOutput([tf.util.sizeFromShape(outer), m, n], 'float32');
  if (k === 0) heapValues(backend, out).fill(0);
  const kernels = heapKernels(backend);
  const [rightOf, leftOf] = [sources(outer, outerB), sources(outer, outerA)];
  const [aAddress, bAddress, outAddress] = [a, b, out].map((x) => addressOf(backend, x)) as [
    number,
    number,
    number,
  ];
  const biasAddress = bias ? addressOf(backend, bias) : 0;
  // One matrix on the right of all: its left ones lie below each other, as one.
  const isOne = right.count === 1 && left.count === leftOf.length && !left.isTransposed;
  const [numProducts, rows] = isOne ? [1, m * leftOf.length] : [leftOf.length, m];
  if (k > 0 && n > 0 && rows > 0) {
    for (let i = 0; i < numProducts; i++) {
      kernels.multiply(
        aAddress + leftOf[i]! * m * k * 4,
        bAddress + rightOf[i]! * k * n * 4,
        outAddress + i * m * n * 4,
        rows,
        n,
        k,
        left.isTransposed ? m : k,
        right.isTransposed ? k : n,
        Number(left.isTransposed),
        Number(right.isTransposed),
        0,
        biasAddress,
        Number(isRectified),
        kernels.productScratch,
      );
    }
  }
  return withShape(out, [...outer, m, n]);
}

/** Sizes of each of the matrices that `x` holds, as they take part in the product. */
function matrixSizes(x: TensorInfo, isTransposed: boolean) {
  const [rows, columns] = x.shape.slice(-2) as [number, number];
  const count = x.shape.slice(0, -2).reduce((size, extent) => size * extent, 1);
  return isTransposed
    ? { count, rows: columns, columns: rows, isTransposed }
    : { count, rows, columns, isTransposed };
}

/** For each matrix of the broadcast shape `outer`, in order, the number of the operand's matrix. */
function sources(outer: number[], operand: number[]): number[] {
  let indices = [0];
  const missing = outer.length - operand.length;
  outer.forEach((size, axis) => {
    const own = axis < missing ? 1 : operand[axis - missing]!;
    indices = indices.flatMap((index) =>
      Array.from({ length: size }, (_, i) => (own === 1 ? index : index * own + i)),
    );
  });
  return indices;
}
