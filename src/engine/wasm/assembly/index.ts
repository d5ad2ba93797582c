export { clipGrad, reluGrad, softmaxGrad } from './activation-gradients';
export { columnGradientSums, columnMoments, normalizeColumns, normalizeColumnsGrad } from './batch-normalization';
export { gelu, geluGrad } from './gelu';
export { normalizeRows, normalizeRowsGrad } from './layer-normalization';
export { multiply, productScratchBytes } from './matrix-product';
export { maxPoolGrad } from './max-pool-grad';
export { addPatches, copyPatches } from './patches';
export { permute } from './permutation';
export { addRows, sumMiddle } from './reductions';
