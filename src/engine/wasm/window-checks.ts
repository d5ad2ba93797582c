/**
 * Windows of convolutions and pooling that are larger than their padded input. TensorFlow.js then computes an extent
 * of 0 or less, and stock kernels read and write beyond the tensors; two negative extents even make a usual size.
 */
import type { Tf } from '../tf.ts';
import type { Shape4D } from './conv2d-info.ts';
import type { KernelCall, WasmKernel } from './kernel-call.ts';

const CONVOLUTIONS = ['Conv2D', 'FusedConv2D'];
const DEPTHWISE = ['DepthwiseConv2dNative', 'FusedDepthwiseConv2D'];
const POOLS = ['AvgPool', 'MaxPool'];

/** Kernels that need the check. */
export const WINDOW_KERNELS: readonly string[] = [...CONVOLUTIONS, ...DEPTHWISE, ...POOLS];

/** The kernel `name`, which throws where its windows do not fit. */
export function withWindowCheck(tf: Tf, name: string, kernel: WasmKernel): WasmKernel {
  return (call) => {
    const [outHeight, outWidth] = outputExtents(tf, name, call);
    if (outHeight < 1 || outWidth < 1) {
      const { inputs, attrs } = call;
      const size = inputs.filter ? inputs.filter.shape.slice(0, 2) : [attrs.filterSize].flat();
      throw new Error(
        `${name}: windows of ${size.join(' x ')}, dilated by ${attrs.dilations ?? 1}, are larger than the input of shape ` +
          `[${inputs.x!.shape}] with padding "${attrs.pad}".`,
      );
    }
    return kernel(call);
  };
}

function outputExtents(tf: Tf, name: string, { inputs, attrs }: KernelCall): [number, number] {
  const shape = inputs.x!.shape as Shape4D;
  const { filterSize, strides, dilations, pad, dimRoundingMode, dataFormat } =
    attrs as unknown as WindowAttrs;
  const { computeConv2DInfo, computePool2DInfo, convertConv2DDataFormat } = tf.backend_util;
  const { outHeight, outWidth } = POOLS.includes(name)
    ? computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode)
    : computeConv2DInfo(
        ...([shape, inputs.filter!.shape as Shape4D, strides, dilations ?? 1, pad, dimRoundingMode] as const),
        ...([DEPTHWISE.includes(name), convertConv2DDataFormat(dataFormat ?? 'NHWC')] as const),
      );
  return [outHeight, outWidth];
}

interface WindowAttrs {
  readonly filterSize: number;
  readonly strides: number;
  readonly dilations?: number;
  readonly pad: 'same' | 'valid' | number;
  readonly dimRoundingMode?: 'floor';
  readonly dataFormat?: 'NHWC' | 'NCHW';
}
