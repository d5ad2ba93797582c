/**
 * Kernels that the `cpu` backend has and `wasm` lacks: read the inputs, compute with `cpu`, write the outputs.
 * Slow, but it makes every model train; whatever turns out to be hot gets a kernel of its own.
 */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { KernelBackend, TensorInfo } from '@tensorflow/tfjs-core';
import type { Tf } from '../tf.ts';
import type { WasmKernel } from './kernel-call.ts';

type Values = Float32Array | Int32Array | Uint8Array | Uint8Array[];

/** The part of the `cpu` backend that is used here; its package does not export the type. */
interface CpuBackend extends KernelBackend {
  makeTensorInfo(shape: number[], dtype: TensorInfo['dtype'], values: Values): TensorInfo;
  readSync(dataId: object): Values;
}

/**
 * A kernel on `wasm` tensors that computes what `cpu` computes under `name`. Bits, dtypes and shapes are those of
 * `cpu`. A complex64 tensor lies in the heap as real and imaginary part in turn.
 */
export function cpuFallback(tf: Tf, name: string): WasmKernel {
  return ({ inputs, attrs, backend }) => {
    const kernel = tf.getKernel(name, 'cpu');
    const cpu = tf.findBackend('cpu') as CpuBackend | null;
    if (!kernel || !cpu) throw new Error(`no kernel ${name} on the cpu backend`);
    const copies = Object.entries(inputs)
      .filter(([, input]) => input)
      .map(([key, input]) => [key, copyToCpu(tf, { x: input as TensorInfo, cpu, backend })] as const);
    // Kernels that take any number of tensors get an array in place of a map.
    const copied = Object.assign(Array.isArray(inputs) ? [] : {}, Object.fromEntries(copies));
    const result = kernel.kernelFunc({ inputs: copied, attrs, backend: cpu });
    const results = [result].flat() as TensorInfo[];
    const outputs = results.map((output) => copyFromCpu(cpu, backend, output));
    for (const { dataId } of [...results, ...copies.map(([, copy]) => copy)]) cpu.disposeData(dataId);
    return Array.isArray(result) ? outputs : outputs[0]!;
  };
}

function copyToCpu(
  tf: Tf,
  { x, cpu, backend }: { x: TensorInfo; cpu: CpuBackend; backend: BackendWasm },
): TensorInfo {
  const values = readValues(backend, x);
  const copy =
    x.dtype === 'complex64'
      ? makeComplex(tf, cpu, { shape: x.shape, values: values as Float32Array })
      : cpu.makeTensorInfo(x.shape, x.dtype, values);
  // Some kernels of `cpu` ask a tensor for its rank, which a mere TensorInfo does not tell.
  return Object.assign(copy, { rank: x.shape.length });
}

function makeComplex(
  tf: Tf,
  cpu: CpuBackend,
  { shape, values }: { shape: number[]; values: Float32Array },
): TensorInfo {
  const parts = tf.backend_util.splitRealAndImagArrays(values);
  const real = cpu.makeTensorInfo(shape, 'float32', parts.real);
  const imag = cpu.makeTensorInfo(shape, 'float32', parts.imag);
  const kernel = tf.getKernel('Complex', 'cpu')!;
  const complex = kernel.kernelFunc({ inputs: { real, imag }, attrs: {}, backend: cpu }) as TensorInfo;
  for (const { dataId } of [real, imag]) cpu.disposeData(dataId);
  return complex;
}

function copyFromCpu(cpu: CpuBackend, backend: BackendWasm, x: TensorInfo): TensorInfo {
  return { dataId: backend.write(cpu.readSync(x.dataId), x.shape, x.dtype), shape: x.shape, dtype: x.dtype };
}

function readValues(backend: BackendWasm, x: TensorInfo): Values {
  // The backend can not read complex64 itself.
  if (x.dtype !== 'complex64') return backend.readSync(x.dataId) as Values;
  return (
    backend.typedArrayFromHeap({ ...x, shape: [...x.shape, 2], dtype: 'float32' }) as Float32Array
  ).slice();
}
