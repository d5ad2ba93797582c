import { type Digest, digestHex } from '../core/reduction/digest.ts';
import { KERNELS_WASM } from '../gen/kernels.ts';
import { UNSHARED_KERNELS_WASM } from '../gen/unshared-kernels.ts';
import type { Kernels } from './kernels.ts';
import { checkCode } from './plain-int8.ts';
import { adamNumbers } from './plain-optimizers.ts';
import { checkSameLength } from './same-length.ts';

/** Addresses in bytes, lengths in values; numbers are rounded to float32 on the way in. */
interface Exports {
  readonly [kernel: string]: (...args: readonly number[]) => void;
  readonly checksum: (values: number, length: number) => number;
}

interface DigestGlobals {
  readonly digestLow: WebAssembly.Global<'i32'>;
  readonly digestHigh: WebAssembly.Global<'i32'>;
  readonly isFinite: WebAssembly.Global<'i32'>;
}

/** The module for memory of one kind, or null where WebAssembly lacks vector instructions or shared memory. */
export function compileKernels({ isShared }: { isShared: boolean }): WebAssembly.Module | null {
  const code = atob(isShared ? KERNELS_WASM : UNSHARED_KERNELS_WASM);
  const bytes = Uint8Array.from(code, (character) => character.charCodeAt(0));
  return WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : null;
}

/** Kernels over views of `memory`, which is of the kind of the module. Throws when a vector is elsewhere. */
export function wasmKernels(module: WebAssembly.Module, memory: WebAssembly.Memory): Kernels {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const run = exports as unknown as Exports;
  const globals = exports as unknown as DigestGlobals;

  const at = (view: ArrayBufferView): number => {
    if (view.buffer !== memory.buffer) throw new Error('a kernel got a vector outside of its memory');
    return view.byteOffset;
  };
  const foundDigest = (values: Float32Array): Digest => ({
    hex: digestHex({ low: globals.digestLow.value, high: globals.digestHigh.value }, values.length),
    firstNonFinite: globals.isFinite.value === 1 ? -1 : values.findIndex((value) => !Number.isFinite(value)),
  });

  return Object.freeze<Kernels>({
    isVectorized: true,
    add: (target, source) => {
      checkSameLength(target, source);
      run.sum(at(target), at(target), at(source), target.length);
    },
    sum: (out, left, right) => {
      checkSameLength(out, left, right);
      run.sum(at(out), at(left), at(right), out.length);
    },
    scale: (target, factor) => run.scale(at(target), target.length, factor),
    checksum: (values) => run.checksum(at(values), values.length) >>> 0,
    digest: (values) => {
      run.digest(at(values), values.length);
      return foundDigest(values);
    },
    addDigest: (target, source) => {
      checkSameLength(target, source);
      run.addDigest(at(target), at(source), target.length);
      return foundDigest(target);
    },
    encodeBfloat16: (values, codes) => {
      checkSameLength(values, codes);
      run.encodeBfloat16(at(values), at(codes), values.length);
    },
    decodeBfloat16: (codes, values) => {
      checkSameLength(codes, values);
      run.decodeBfloat16(at(codes), at(values), codes.length);
    },
    addBfloat16: (target, codes) => {
      checkSameLength(target, codes);
      run.addBfloat16(at(target), at(codes), target.length);
    },
    encodeInt8: (values, residual, code) => {
      checkCode(code, values, residual);
      run.encodeInt8(at(values), at(residual), at(code.codes), at(code.scales), values.length);
    },
    decodeInt8: (code, values) => {
      checkCode(code, values);
      run.decodeInt8(at(code.codes), at(code.scales), at(values), values.length);
    },
    addInt8: (target, code) => {
      checkCode(code, target);
      run.addInt8(at(target), at(code.codes), at(code.scales), target.length);
    },
    sgd: ({ weights, sums, count, learningRate }) => {
      checkSameLength(weights, sums);
      run.sgd(at(weights), at(sums), weights.length, count, -learningRate);
    },
    momentum: ({ weights, sums, velocity, ...step }) => {
      checkSameLength(weights, sums, velocity);
      const numbers = [step.count, -step.learningRate, step.momentum, Number(step.isNesterov)];
      run.momentum(at(weights), at(sums), at(velocity), weights.length, ...numbers);
    },
    adam: (step) => {
      const { weights, sums, firstMoment, secondMoment, count } = step;
      checkSameLength(weights, sums, firstMoment, secondMoment);
      const { rate, kept, epsilon, ...numbers } = adamNumbers(step);
      const first = [numbers.beta1, numbers.gradientShare, numbers.correction1];
      const second = [numbers.beta2, numbers.squareShare, numbers.correction2];
      const addresses = [at(weights), at(sums), at(firstMoment), at(secondMoment)];
      run.adam(...addresses, weights.length, count, rate, kept, ...first, ...second, epsilon);
    },
  });
}
