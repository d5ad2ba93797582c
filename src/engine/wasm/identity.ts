/** Identity. The stock kernel copies; tensors of equal values may share them, as after a reshape, because none is written to. */
import type { KernelCall, WasmKernel } from './kernel-call.ts';
import { withShape } from './kernel-call.ts';

/** Input `x` of any type but string; output the same data once more. */
export const identity: WasmKernel = ({ inputs, backend }) => {
  backend.incRef(inputs.x!.dataId);
  return withShape(inputs.x!, inputs.x!.shape);
};

export function isNoString({ inputs }: KernelCall): boolean {
  return inputs.x!.dtype !== 'string';
}
