import { elementCount, type HostTensor } from '../core/host-tensor.ts';
import type { GatherBatch } from './loaded-dataset.ts';
import { gatherRows } from './rows.ts';

/** Copies the samples at `indices` of a split into a batch of their own, in that order. */
export const gatherBatch: GatherBatch = (split, indices) => ({
  size: indices.length,
  inputs: split.inputs.map((column) => gatherTensor(column, indices)),
  targets: split.targets.map((column) => gatherTensor(column, indices)),
});

function gatherTensor({ shape, dtype, data }: HostTensor, indices: ArrayLike<number>): HostTensor {
  const sampleShape = shape.slice(1);
  return {
    shape: [indices.length, ...sampleShape],
    dtype,
    data: gatherRows(data, elementCount(sampleShape), indices),
  };
}
