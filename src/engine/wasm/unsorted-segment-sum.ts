/**
 * UnsortedSegmentSum, which the stock backend lacks: the gradient of `gather`, and so of an embedding.
 * (The `cpu` backend makes one pass over all values for each segment; this makes one pass.)
 */
import type { WasmKernel } from './kernel-call.ts';
import { heapValues, makeZeros } from './kernel-call.ts';

/**
 * Inputs `x` `[count, ...row]` and `segmentIds` int32 `[count]`; output `[numSegments, ...row]`, where each row of `x`
 * is added, in order, to the row that its id names. Ids outside of `[0, numSegments)` are dropped.
 */
export const unsortedSegmentSum: WasmKernel = ({ inputs, attrs, backend }) => {
  const [x, segmentIds] = [inputs.x!, inputs.segmentIds!];
  const numSegments = attrs.numSegments as number;
  const row = x.shape.slice(1);
  const out = makeZeros(backend, [numSegments, ...row]);
  const ids = backend.typedArrayFromHeap(segmentIds);
  const [sums, values] = [heapValues(backend, out), heapValues(backend, x)];
  const length = row.reduce((size, n) => size * n, 1);
  ids.forEach((id, i) => {
    if (id < 0 || id >= numSegments) return;
    for (let from = i * length, to = id * length, end = from + length; from < end; ) {
      sums[to++]! += values[from++]!;
    }
  });
  return out;
};
