/**
 * Einsum, which the stock backend lacks. `cpu` multiplies all axes out and then sums, which takes memory for every
 * combination of indices. Two operands are one batched matrix product instead, once their axes are put in order:
 * first those that both operands and the output have, then each operand's own, and those that are summed.
 */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { NamedAttrMap, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { Tf } from '../tf.ts';
import { release, runKernel, type WasmKernel, withShape } from './kernel-call.ts';

/** A tensor whose axes have labels: a number below the output's rank names that axis of the output. */
interface Labelled {
  readonly x: TensorInfo;
  readonly labels: readonly number[];
}

/** Runs a kernel whose result is disposed at the end. */
type Run = (name: string, inputs: NamedTensorInfoMap, attrs: NamedAttrMap) => TensorInfo;

/** Inputs: a list of one or two float32 tensors. Attribute `equation`, such as `'bij,bjk->bik'`. */
export function einsum(tf: Tf): WasmKernel {
  return ({ inputs, attrs, backend }) => {
    const tensors = Object.values(inputs) as TensorInfo[];
    const equation = tf.backend_util.decodeEinsumEquation(attrs.equation as string, tensors.length);
    tf.backend_util.checkEinsumDimSizes(equation.allDims.length, equation.idDims, tensors as never);
    const isSummed = (label: number) => equation.summedDims.includes(label);
    const [first, second] = tensors.map((x, i): Labelled => ({ x, labels: equation.idDims[i]! }));
    return withIntermediates(tf, backend, (run) => {
      const result = second
        ? product(run, { first: first!, second, isSummed })
        : sumOver(run, first!, isSummed);
      return permute(
        run,
        result,
        result.labels.toSorted((a, b) => a - b),
      ).x;
    });
  };
}

function product(
  run: Run,
  { first, second, isSummed }: { first: Labelled; second: Labelled; isSummed: (label: number) => boolean },
): Labelled {
  const left = sumOver(run, first, (label) => isSummed(label) && !second.labels.includes(label));
  const right = sumOver(run, second, (label) => isSummed(label) && !first.labels.includes(label));
  const shared = left.labels.filter((label) => right.labels.includes(label));
  const [batch, summed] = [shared.filter((label) => !isSummed(label)), shared.filter(isSummed)];
  const own = [left, right].map(({ labels }) => labels.filter((label) => !shared.includes(label)));
  const [rows, columns] = own as [number[], number[]];
  const a = permute(run, left, [...batch, ...rows, ...summed]);
  const b = permute(run, right, [...batch, ...summed, ...columns]);
  const x = run(
    'BatchMatMul',
    {
      a: withShape(a.x, [sizeOf(a, batch), sizeOf(a, rows), sizeOf(a, summed)]),
      b: withShape(b.x, [sizeOf(b, batch), sizeOf(b, summed), sizeOf(b, columns)]),
    },
    { transposeA: false, transposeB: false },
  );
  const shape = [...sizesOf(a, [...batch, ...rows]), ...sizesOf(b, columns)];
  return { x: withShape(x, shape), labels: [...batch, ...rows, ...columns] };
}

function sumOver(run: Run, { x, labels }: Labelled, isSummed: (label: number) => boolean): Labelled {
  const axis = labels.flatMap((label, i) => (isSummed(label) ? [i] : []));
  if (axis.length === 0) return { x, labels };
  return {
    x: run('Sum', { x }, { axis, keepDims: false }),
    labels: labels.filter((label) => !isSummed(label)),
  };
}

function permute(run: Run, { x, labels }: Labelled, order: number[]): Labelled {
  const perm = order.map((label) => labels.indexOf(label));
  const isInOrder = perm.every((axis, i) => axis === i);
  return isInOrder ? { x, labels } : { x: run('Transpose', { x }, { perm }), labels: order };
}

function sizesOf({ x, labels }: Labelled, some: number[]): number[] {
  return some.map((label) => x.shape[labels.indexOf(label)]!);
}

function sizeOf(labelled: Labelled, some: number[]): number {
  return sizesOf(labelled, some).reduce((size, n) => size * n, 1);
}

/** Computes with kernels whose results go away, but for the one that `compute` returns. */
function withIntermediates(tf: Tf, backend: BackendWasm, compute: (run: Run) => TensorInfo): TensorInfo {
  const made: TensorInfo[] = [];
  const result = compute((name, inputs, attrs) => {
    const x = runKernel(tf, name, { inputs, attrs, backend });
    made.push(x);
    return x;
  });
  // The result is a tensor of its own with a reference of its own, be the data an intermediate's or an input's.
  backend.incRef(result.dataId);
  release(backend, made);
  return withShape(result, result.shape);
}
