export { multiply, productScratchBytes } from './matrix-product';
