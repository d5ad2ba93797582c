/**
 * UnsortedSegmentSum, which the stock backend lacks: the gradient of `gather`, and so of an embedding.
 * (The `cpu` backend makes one pass over all values for each segment; this makes one pass.)
 */
import { addressOf, heapKernels } from './heap-kernels.ts';
import { makeZeros, type WasmKernel } from './kernel-call.ts';

/**
 * Inputs `x` `[count, ...row]` and `segmentIds` int32 `[count]`; output `[numSegments, ...row]`, where each row of `x`
 * is added, in order, to the row that its id names. Ids outside of `[0, numSegments)` are dropped.
 */
export const unsortedSegmentSum: WasmKernel = ({ inputs, attrs, backend }) => {
  const [x, segmentIds] = [inputs.x!, inputs.segmentIds!];
  const numSegments = attrs.numSegments as number;
  const [count, ...row] = x.shape as [number, ...number[]];
  const out = makeZeros(backend, [numSegments, ...row]);
  const width = row.reduce((size, extent) => size * extent, 1);
  const [from, ids, to] = [x, segmentIds, out].map((tensor) => addressOf(backend, tensor));
  heapKernels(backend).addRows(from!, ids!, to!, count, width, numSegments);
  return out;
};
