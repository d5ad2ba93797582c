export * from './bfloat16';
export * from './checksum';
export * from './digest';
export * from './int8';
export * from './optimizers';
export * from './sums';
