import { type ArrayColumn, joinArrays } from './array-columns.ts';
import { isArrayData, toNumericArray } from './array-data.ts';
import { dataInvalid } from './data-invalid.ts';
import { createDataset, type Dataset } from './dataset.ts';
import { DEFAULT_NAMES } from './named.ts';
import type { RawData } from './raw-data.ts';
import type { ArrayData, ArraysSource, Named, OneOrNamed } from './source.ts';

export interface ArraysOptions {
  /** The input, or each input by name; the samples along the first axis. */
  readonly features: OneOrNamed<ArrayData>;
  /** The target, or each target by name: numbers, or one name of a class for each sample. */
  readonly target: OneOrNamed<ArrayData | readonly string[]>;
}

/** Samples that the program has in memory: typed arrays with their shapes, or nested lists of numbers. */
export function arrays({ features, target }: ArraysOptions): Dataset {
  return createDataset({
    kind: 'arrays',
    inputs: byName('features', features),
    targets: byName('target', target),
  });
}

/** Copies the arrays of a program into columns. */
export function readArrays({ inputs, targets }: ArraysSource): RawData {
  return joinArrays(inputs.map(toColumn), targets.map(toColumn));
}

function byName<T extends ArrayData | readonly string[]>(
  option: keyof typeof DEFAULT_NAMES,
  given: OneOrNamed<T>,
): readonly Named<T>[] {
  if (isArrayData(given)) return [{ name: DEFAULT_NAMES[option], from: given }];
  const named = Object.entries<T>(given as Readonly<Record<string, T>>).map(([name, from]) => ({
    name,
    from,
  }));
  if (named.length === 0) throw dataInvalid(`arrays: ${option} is empty; name at least one.`);
  return named;
}

function toColumn({ name, from }: Named<ArrayData | readonly string[]>): ArrayColumn {
  const origin = `array "${name}"`;
  if (!isNames(from)) return { name, origin, array: toNumericArray(from, name), labels: null };
  return { name, origin, array: { shape: [from.length], data: new Uint8Array(from.length) }, labels: from };
}

function isNames(from: ArrayData | readonly string[]): from is readonly string[] {
  return Array.isArray(from) && typeof from[0] === 'string';
}
