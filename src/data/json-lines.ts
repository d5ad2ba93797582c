import { createDataset, type Dataset } from './dataset.ts';
import { toNamed } from './named.ts';
import type { OneOrNamed } from './source.ts';

/** One field, or several that are joined into a vector. */
export type JsonFields = string | readonly string[];

export interface JsonLinesOptions {
  /** Field of the input, or of each input by name: a number, or nested lists of numbers of the same shape in all lines. */
  readonly features: OneOrNamed<JsonFields>;
  /** Field of the target: a number, nested lists, or the name of a class. */
  readonly target: OneOrNamed<JsonFields>;
}

/** Samples from a file with one JSON object on each line, plain or gzipped. */
export function jsonLines(path: string, { features, target }: JsonLinesOptions): Dataset {
  return createDataset({
    kind: 'jsonLines',
    path,
    inputs: toNamed('features', features, toList),
    targets: toNamed('target', target, toList),
  });
}

function toList(fields: JsonFields): readonly string[] {
  return typeof fields === 'string' ? [fields] : [...fields];
}
