/**
 * BatchMatMul. The stock kernel reaches XNNPACK's fast product only for one matrix by one matrix, neither transposed;
 * everything else, and so every gradient of a dense layer, runs in a naive loop that is 10 to 30 times slower.
 * Here an operand is transposed first (one pass over memory), and a batch becomes one fast product for each matrix.
 */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Tf } from '../tf.ts';
import { forgetView, makeView } from './heap-view.ts';
import { heapValues, runKernel, type WasmKernel, withShape } from './kernel-call.ts';

/** With fewer multiplications than this in each product of a batch, the naive loop beats the set-up of the fast one. */
const MIN_FAST_PRODUCT = 4096;

/**
 * Inputs `a` `[..., m, k]` and `b` `[..., k, n]` (last two axes swapped where `transposeA` or `transposeB` says so),
 * float32; outer axes broadcast. Output `[..., m, n]`.
 */
export function batchMatMul(tf: Tf): WasmKernel {
  const packedShapes: PackedShapes = new WeakMap();
  return ({ inputs, attrs, backend }) => {
    const [a, b] = [inputs.a!, inputs.b!];
    const [outerA, outerB] = [a.shape.slice(0, -2), b.shape.slice(0, -2)];
    const outer = tf.broadcast_util.assertAndGetBroadcastShape(outerA, outerB);
    const left = toMatrices(tf, backend, a, attrs.transposeA === true);
    const right = toMatrices(tf, backend, b, attrs.transposeB === true);
    const [, m, k] = left.shape as [number, number, number];
    const [, innerSize, n] = right.shape as [number, number, number];
    if (k !== innerSize) {
      throw new Error(`matMul of [${a.shape}] and [${b.shape}]: inner sizes ${k} and ${innerSize} differ`);
    }
    const out = backend.makeOutput([tf.util.sizeFromShape(outer), m, n], 'float32');
    if (k === 0) heapValues(backend, out).fill(0);
    else if (heapValues(backend, out).length > 0) {
      multiply(backend, {
        left,
        right,
        out,
        leftOf: sources(outer, outerA),
        rightOf: sources(outer, outerB),
        packedShapes,
      });
    }
    if (left.dataId !== a.dataId) backend.disposeData(left.dataId);
    if (right.dataId !== b.dataId) backend.disposeData(right.dataId);
    return withShape(out, [...outer, m, n]);
  };
}

/** `x` as `[count, rows, columns]`; a new tensor if it had to be transposed. */
function toMatrices(tf: Tf, backend: BackendWasm, x: TensorInfo, isTransposed: boolean): TensorInfo {
  const matrices = withShape(x, [tf.util.sizeFromShape(x.shape.slice(0, -2)), ...x.shape.slice(-2)]);
  if (!isTransposed) return matrices;
  const [count, rows, columns] = matrices.shape as [number, number, number];
  if (rows === 1 || columns === 1) return withShape(matrices, [count, columns, rows]);
  return runKernel(tf, 'Transpose', { inputs: { x: matrices }, attrs: { perm: [0, 2, 1] }, backend });
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

/**
 * The shape under which XNNPACK first packed an operand. It keeps what it packed by the operand's number alone, so the
 * same data under another shape (a reshape shares it) would be read, and the output overrun, with the first one.
 */
type PackedShapes = WeakMap<object, string>;

interface Multiplication {
  readonly left: TensorInfo;
  readonly right: TensorInfo;
  readonly out: TensorInfo;
  readonly leftOf: readonly number[];
  readonly rightOf: readonly number[];
  readonly packedShapes: PackedShapes;
}

/** Writes product `i` of `left[leftOf[i]]` and `right[rightOf[i]]` to `out[i]`. */
function multiply(backend: BackendWasm, multiplication: Multiplication): void {
  const { left, right, out, leftOf, rightOf, packedShapes } = multiplication;
  const [numLeft, m, k] = left.shape as [number, number, number];
  const [numRight, , n] = right.shape as [number, number, number];
  const count = leftOf.length;
  if (numRight === 1 && numLeft === count) {
    const shape = `${k},${n}`;
    const isSafe = (packedShapes.get(right.dataId) ?? shape) === shape;
    packedShapes.set(right.dataId, packedShapes.get(right.dataId) ?? shape);
    const operand = isSafe ? right : makeView(backend, right, 0, [1, k, n]);
    stockProduct(backend, withShape(left, [1, count * m, k]), operand, out);
    if (!isSafe) forgetView(backend, operand);
  } else if (m * k * n < MIN_FAST_PRODUCT && numLeft === count && numRight === count) {
    stockProduct(backend, left, right, out);
  } else {
    for (let i = 0; i < count; i++) {
      const views = [
        makeView(backend, left, leftOf[i]! * m * k, [1, m, k]),
        makeView(backend, right, rightOf[i]! * k * n, [1, k, n]),
        makeView(backend, out, i * m * n, [1, m, n]),
      ] as const;
      stockProduct(backend, ...views);
      for (const view of views) forgetView(backend, view);
    }
  }
}

/** The part of Emscripten's module that the package's types leave out. */
interface Emscripten {
  cwrap(name: string, result: null, types: string[]): (...values: unknown[]) => void;
}

/** The backend's own product of rank-3 tensors into `out`: XNNPACK's for one matrix by one matrix, else naive. */
function stockProduct(backend: BackendWasm, a: TensorInfo, b: TensorInfo, out: TensorInfo): void {
  const product = (backend.wasm as unknown as Emscripten).cwrap('BatchMatMul', null, [
    'number',
    'array',
    'number',
    'number',
    'array',
    'number',
    'number',
    'number',
    'number',
  ]);
  const [aId, bId, outId] = [a, b, out].map((x) => backend.dataIdMap.get(x.dataId).id);
  product(aId, shapeBytes(a), 3, bId, shapeBytes(b), 3, 0, 0, outId);
}

function shapeBytes(x: TensorInfo): Uint8Array {
  return new Uint8Array(new Int32Array(x.shape).buffer);
}
