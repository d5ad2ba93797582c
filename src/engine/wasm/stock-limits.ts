/**
 * Calls that a stock kernel of the `wasm` backend gets wrong, found by comparing all of them with `cpu`: some read or
 * write beyond a tensor's memory when its type is not float32, some leave the result of an empty reduction
 * unset, some are plainly wrong. `cpu` takes those calls.
 */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { areFloats, type KernelCall } from './kernel-call.ts';

/** Says whether a kernel may take a call. */
export type Takes = (call: KernelCall) => boolean;

const FLOAT_ONLY =
  'Abs Acos Acosh Asin Asinh Atan Atan2 Atanh Ceil ClipByValue Cos Cosh Elu Erf Exp Expm1 Floor IsFinite IsInf IsNan ' +
  'LeakyRelu Log Log1p Neg Reciprocal Relu Relu6 Round Rsqrt Selu Sigmoid Sign Sin Sinh Softplus Sqrt Square Step ' +
  'StridedSlice Tan Tanh';

const NUMBERS_ONLY =
  'Add AddN Maximum Minimum Mod Multiply Pow RealDiv Reverse SquaredDifference Sub Cumsum Cumprod TopK';

const NOT_EMPTY = 'All Any Max Mean Min Prod Sum';

/** Wrong at sizes as usual as any, or of another type than on `cpu`. */
const NEVER =
  'Conv3DBackpropInputV2 Dilation2D Dilation2DBackpropFilter Dilation2DBackpropInput FloorDiv Multinomial';

/** By kernel, the calls that stock may take; a kernel that is not listed may take all. */
export const STOCK_LIMITS: ReadonlyMap<string, Takes> = new Map<string, Takes>([
  ...each(FLOAT_ONLY, areFloats),
  ...each(NUMBERS_ONLY, (call) => tensorsOf(call).every(isNumber)),
  ...each(NOT_EMPTY, (call) => tensorsOf(call).every((x) => !x.shape.includes(0))),
  ...each(NEVER, () => false),
  ['Cast', ({ inputs, attrs }) => attrs.dtype !== 'bool' && inputs.x!.dtype !== 'complex64'],
  ['Select', ({ inputs }) => isNumber(inputs.t!)],
  ['Prelu', (call) => areFloats(call) && repeatsAlpha(call)],
  ['Conv2D', isChannelsLast],
  ['FusedConv2D', (call) => isChannelsLast(call) && hasFlatBias(call) && call.attrs.activation !== 'sigmoid'],
]);

/** A call on float32 images whose channels are the last axis. */
export function isChannelsLast(call: KernelCall): boolean {
  return areFloats(call) && call.attrs.dataFormat !== 'NCHW';
}

function each(names: string, takes: Takes): [string, Takes][] {
  return names.split(' ').map((name) => [name, takes]);
}

function tensorsOf({ inputs }: KernelCall): TensorInfo[] {
  return Object.values(inputs).filter((x) => x !== undefined && x !== null);
}

function isNumber({ dtype }: TensorInfo): boolean {
  return dtype === 'float32' || dtype === 'int32';
}

/** Stock repeats `alpha` over `x` without a look at shapes: right if `alpha` spans the last axes of `x`. */
function repeatsAlpha({ inputs }: KernelCall): boolean {
  const [x, alpha] = [inputs.x!.shape, inputs.alpha!.shape];
  const spanned = alpha.slice(alpha.findIndex((size) => size > 1));
  return alpha.length <= x.length && spanned.every((size, i) => size === x[x.length - spanned.length + i]);
}

function hasFlatBias({ inputs }: KernelCall): boolean {
  return !inputs.bias || inputs.bias.shape.length === 1;
}
