import type { Tf } from '../src/engine/tf.ts';

export interface KernelTime {
  readonly name: string;
  readonly ms: number;
  readonly calls: number;
}

/** Time in each kernel of the `wasm` backend while `run` runs, longest first; a kernel inside of another counts there. */
export function timeKernels(tf: Tf, run: () => void): KernelTime[] {
  const times = new Map<string, { ms: number; calls: number }>();
  let depth = 0;
  const kernels = tf.getKernelsForBackend('wasm') as {
    kernelName: string;
    kernelFunc: (call: never) => unknown;
  }[];
  const undo = kernels.map((kernel) => {
    const original = kernel.kernelFunc;
    const time = { ms: 0, calls: 0 };
    times.set(kernel.kernelName, time);
    kernel.kernelFunc = (call) => {
      const begin = performance.now();
      depth++;
      try {
        return original(call);
      } finally {
        depth--;
        if (depth === 0) {
          time.ms += performance.now() - begin;
          time.calls++;
        }
      }
    };
    return () => {
      kernel.kernelFunc = original;
    };
  });
  run();
  for (const restore of undo) restore();
  return [...times]
    .map(([name, time]) => ({ name, ...time }))
    .filter(({ calls }) => calls > 0)
    .sort((a, b) => b.ms - a.ms);
}
