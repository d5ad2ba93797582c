/**
 * The one module that imports TensorFlow.js; everything else receives it. Two copies would break tensors.
 * The packages are CommonJS, so `require` gives all of them the same core.
 */
import { createRequire } from 'node:module';
import { installChainedOps } from './chained-ops.ts';

const require = createRequire(import.meta.url);

const core = require('@tensorflow/tfjs-core') as typeof import('@tensorflow/tfjs-core');
const layers = require('@tensorflow/tfjs-layers') as typeof import('@tensorflow/tfjs-layers');

export type Tf = typeof core & typeof layers;

/** Core and layers as one namespace, as `@tensorflow/tfjs` has it. Layers' names win, as they do there. */
export const tf: Tf = { ...core, ...layers };

installChainedOps(tf);
