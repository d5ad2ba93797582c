import { createDataset, type Dataset } from './dataset.ts';
import type { ArrayFilesOptions } from './idx.ts';
import { toNamed } from './named.ts';
import type { OneOrNamed } from './source.ts';

/** Samples from NPY files of NumPy, one array each, the samples along the first axis. */
export function npy({ features, target }: ArrayFilesOptions): Dataset {
  return createDataset({
    kind: 'npy',
    inputs: toNamed('features', features, (file) => file),
    targets: toNamed('target', target, (file) => file),
  });
}

export interface NpzOptions {
  /** Name of the input's array in the archive, or of each input's by name of the input. */
  readonly features: OneOrNamed<string>;
  /** Name of the target's array in the archive, or of each target's by name of the target. */
  readonly target: OneOrNamed<string>;
}

/** Samples from the arrays of an NPZ archive, as numpy.savez and numpy.savez_compressed write it. */
export function npz(path: string, { features, target }: NpzOptions): Dataset {
  return createDataset({
    kind: 'npz',
    path,
    inputs: toNamed('features', features, (name) => name),
    targets: toNamed('target', target, (name) => name),
  });
}
