/** GatherV2 of whole rows, as an embedding does it: a copy for each row, where the stock kernel goes value by value. */
import { heapValues, type KernelCall, type WasmKernel } from './kernel-call.ts';

/** Inputs `x` `[count, ...row]` float32 and `indices` int32 of any shape; output `[...indices.shape, ...row]`. */
export const gatherRows: WasmKernel = ({ inputs, backend }) => {
  const [x, indices] = [inputs.x!, inputs.indices!];
  const [count, ...row] = x.shape as [number, ...number[]];
  const out = backend.makeOutput([...indices.shape, ...row], 'float32');
  const length = row.reduce((size, extent) => size * extent, 1);
  const [to, from] = [heapValues(backend, out), heapValues(backend, x)];
  backend.typedArrayFromHeap(indices).forEach((index, i) => {
    if (!(index >= 0 && index < count)) throw new Error(`gather of row ${index} from ${count} rows`);
    to.set(from.subarray(index * length, (index + 1) * length), i * length);
  });
  return out;
};

export function areRows({ inputs, attrs }: KernelCall): boolean {
  const { x, indices } = inputs;
  return x!.dtype === 'float32' && indices!.dtype === 'int32' && attrs.axis === 0 && !attrs.batchDims;
}
