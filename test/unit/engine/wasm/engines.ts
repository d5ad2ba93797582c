/** The same computation on `cpu`, the reference, and on `wasm` with our kernels. */
import { createRequire } from 'node:module';
import type { NamedAttrMap, Tensor, TensorInfo } from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import { tf } from '../../../../src/engine/tf.ts';
import { registerWasmKernels } from '../../../../src/engine/wasm/register-wasm-kernels.ts';

const require = createRequire(import.meta.url);
require('@tensorflow/tfjs-backend-cpu');
require('@tensorflow/tfjs-backend-wasm');
registerWasmKernels(tf);
for (const name of ['wasm', 'cpu']) await tf.setBackend(name);

export type Engine = 'cpu' | 'wasm';

export interface Result {
  readonly shape: number[];
  readonly dtype: string;
  readonly values: ArrayLike<number>;
}

/** Makes tensors, returns tensors; everything else is disposed. */
export type Computation = () => Tensor | Tensor[];

/** Runs on one engine and checks that nothing but what was there before is left. */
export async function runOn(engine: Engine, compute: Computation): Promise<Result[]> {
  await tf.setBackend(engine);
  const before = liveData();
  const outputs = [tf.tidy(compute)].flat();
  const results = outputs.map((x) => ({ shape: x.shape, dtype: x.dtype, values: x.dataSync().slice() }));
  tf.dispose(outputs);
  expect(liveData(), `tensors and data left on ${engine}`).toEqual(before);
  return results;
}

function liveData() {
  const { numTensors, numDataBuffers } = tf.memory();
  const numData = (name: Engine) =>
    (tf.findBackend(name) as { numDataIds(): number } | null)?.numDataIds() ?? 0;
  return { numTensors, numDataBuffers, wasm: numData('wasm'), cpu: numData('cpu') };
}

/**
 * Expects `wasm` to give twice the same bits, and shapes, dtypes and values of `cpu`: each value within
 * `tolerance * (1 + largest absolute value of that output)`.
 */
export async function expectSameAsCpu(compute: Computation, tolerance = 1e-5): Promise<void> {
  const [expected, actual, again] = [
    await runOn('cpu', compute),
    await runOn('wasm', compute),
    await runOn('wasm', compute),
  ];
  expect(again, 'the same call twice').toEqual(actual);
  expect(actual.map(({ shape, dtype }) => ({ shape, dtype }))).toEqual(
    expected.map(({ shape, dtype }) => ({ shape, dtype })),
  );
  actual.forEach(({ values }, i) => {
    expect(largestDifference(values, expected[i]!.values)).toBeLessThanOrEqual(
      tolerance * scale(expected[i]!.values),
    );
  });
}

function scale(values: ArrayLike<number>): number {
  return 1 + Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value) || 0), 0);
}

/** NaN if one side alone is NaN. */
function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).reduce((most, value, i) => {
    const isSame = Object.is(value, b[i]) || value === b[i];
    return isSame ? most : Math.max(most, Math.abs(value - b[i]!));
  }, 0);
}

/** Normally distributed values that depend on shape and seed alone. */
export function random(shape: number[], seed = 1): Tensor {
  return tf.randomNormal(shape, 0, 1, 'float32', seed);
}

/** Calls one kernel as TensorFlow.js does. */
export function kernel(name: string, inputs: Record<string, TensorInfo>, attrs: NamedAttrMap = {}): Tensor {
  return tf.engine().runKernel(name, inputs as never, attrs) as Tensor;
}

export { tf };
