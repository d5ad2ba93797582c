import type { DataType, Tensor } from '@tensorflow/tfjs-core';
import type { HostTensor } from '../core/host-tensor.ts';
import type { Tf } from './tf.ts';

/**
 * Copies a host tensor to the engine as `dtype`. A tensor of one number per sample (`[N]`) becomes `[N, 1]`,
 * because layers and losses of TF.js count the batch axis and at least one more.
 */
export function toEngine(tf: Tf, host: HostTensor, dtype: DataType): Tensor {
  const shape = host.shape.length === 1 ? [host.shape[0]!, 1] : [...host.shape];
  const data = dtype === 'float32' ? toFloat32(host) : toInt32(host);
  return tf.tensor(data, shape, dtype);
}

/** Copies a tensor of the engine to the host, as float32, or as int32 where it holds integers or truth values. */
export function toHost(tensor: Tensor): HostTensor {
  const data = tensor.dataSync();
  if (tensor.dtype === 'float32')
    return { shape: tensor.shape, dtype: 'float32', data: data as Float32Array };
  return { shape: tensor.shape, dtype: 'int32', data: Int32Array.from(data) };
}

/** A backend whose memory can be seen from here: `wasm`. */
interface OpenMemory {
  typedArrayFromHeap?(x: Tensor): Float32Array;
}

/** Writes the values of a float32 tensor to `out`, from `offset` on; without a copy between them where that can be. */
export function copyToHost(
  tf: Tf,
  tensor: Tensor,
  { out, offset }: { out: Float32Array; offset: number },
): void {
  out.set(viewOnHost(tf, tensor), offset);
}

/** The values of a float32 tensor, where that can be in the engine's own memory: good until anything else runs on it. */
export function viewOnHost(tf: Tf, tensor: Tensor): Float32Array {
  return (tf.backend() as OpenMemory).typedArrayFromHeap?.(tensor) ?? (tensor.dataSync() as Float32Array);
}

/** The shape of one sample as the engine sees it: `[]` becomes `[1]`. */
export function engineSampleShape(shape: readonly number[]): readonly number[] {
  return shape.length === 0 ? [1] : shape;
}

function toFloat32(host: HostTensor): Float32Array {
  return host.data instanceof Float32Array ? host.data : Float32Array.from(host.data);
}

function toInt32(host: HostTensor): Int32Array {
  return host.data instanceof Int32Array ? host.data : Int32Array.from(host.data);
}
