import { createDataset, type Dataset } from './dataset.ts';
import { toNamed } from './named.ts';
import type { OneOrNamed } from './source.ts';

export interface ArrayFilesOptions {
  /** File of the input, or of each input by name. */
  readonly features: OneOrNamed<string>;
  /** File of the target, or of each target by name. */
  readonly target: OneOrNamed<string>;
}

/** Samples from IDX files, the format of MNIST, plain or gzipped: images in one file, labels in another. */
export function idx({ features, target }: ArrayFilesOptions): Dataset {
  return createDataset({
    kind: 'idx',
    inputs: toNamed('features', features, (file) => file),
    targets: toNamed('target', target, (file) => file),
  });
}
