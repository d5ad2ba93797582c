import { elementCount } from '../core/host-tensor.ts';
import { dataInvalid } from './data-invalid.ts';
import { MAX_FAULTS, MAX_ROWS, MAX_VALUES } from './limits.ts';
import type { NumericArray } from './numeric-array.ts';
import type { Fault, RawColumn, RawData } from './raw-data.ts';

/** An input or target that is an array as a whole. */
export interface ArrayColumn {
  readonly name: string;
  /** Where it came from, for messages: its file, or what the program calls it. */
  readonly origin: string;
  readonly array: NumericArray;
  /** Names of classes instead of numbers; `array` has their number as its only axis then. */
  readonly labels: readonly string[] | null;
}

/**
 * Puts arrays side by side as the columns of a source: NaN counts as missing, Infinity as no number.
 * Throws DATA_INVALID when an array has no samples' axis or no samples, or when the numbers of samples differ.
 */
export function joinArrays(
  inputs: readonly ArrayColumn[],
  targets: readonly ArrayColumn[],
  placeOf?: (row: number) => string,
): RawData {
  const all = [...inputs, ...targets];
  const { origin } = all[0]!;
  const numRows = all[0]!.array.shape[0] ?? 0;
  for (const column of all) requireRows(column, origin, numRows);
  return {
    origin,
    numRows,
    inputs: inputs.map(toRawColumn),
    targets: targets.map(toRawColumn),
    faults: all.flatMap((column) => findFaults(column, placeOf)),
    placeOf: placeOf ?? ((row) => `${(targets[0] ?? all[0]!).origin} sample ${row}`),
  };
}

function requireRows(
  { origin, name, array: { shape, data } }: ArrayColumn,
  first: string,
  numRows: number,
): void {
  if (shape.length === 0)
    throw dataInvalid(`${origin} ("${name}") is a single number; its first axis must be the samples.`);
  if (shape[0] !== numRows)
    throw dataInvalid(
      `${origin} ("${name}") has ${shape[0]} samples, but ${first} has ${numRows}; they must belong together row by row.`,
    );
  if (data.length === 0)
    throw dataInvalid(`${origin} ("${name}") is empty: its shape is [${shape.join(', ')}].`);
  if (numRows > MAX_ROWS || data.length > MAX_VALUES)
    throw dataInvalid(
      `${origin} ("${name}") has the shape [${shape.join(', ')}]; at most ${MAX_ROWS} samples and ${MAX_VALUES} values ` +
        'are read. Split it.',
    );
}

function toRawColumn({ name, array: { shape, data }, labels }: ArrayColumn): RawColumn {
  return { name, sampleShape: shape.slice(1), values: data, labels };
}

function findFaults(
  { name, origin, array: { shape, data }, labels }: ArrayColumn,
  placeOf = (row: number) => `${origin} sample ${row}`,
): Fault[] {
  const faults: Fault[] = [];
  if (labels) return missingLabels(labels, name, placeOf);
  if (!(data instanceof Float32Array || data instanceof Float64Array)) return faults;
  const sampleShape = shape.slice(1);
  const numElements = elementCount(sampleShape);
  for (let i = 0; i < data.length; i++) {
    const value = data[i]!;
    if (Number.isFinite(Math.fround(value))) continue;
    const row = Math.floor(i / numElements);
    const element = i % numElements;
    faults.push({
      row,
      column: name,
      element,
      kind: Number.isNaN(value) ? 'missing' : 'nonNumeric',
      found: String(value),
      place: `${placeOf(row)}, ${numElements > 1 ? `value [${indexOf(element, sampleShape)}] of ` : ''}"${name}"`,
    });
    if (faults.length > MAX_FAULTS)
      throw dataInvalid(
        `${origin} ("${name}") has more than ${MAX_FAULTS} values that are NaN or beyond float32.`,
      );
    data[i] = Number.NaN;
  }
  return faults;
}

function missingLabels(labels: readonly string[], name: string, placeOf: (row: number) => string): Fault[] {
  return labels.flatMap((label, row): Fault[] =>
    typeof label === 'string' && label.trim() !== ''
      ? []
      : [{ row, column: name, element: 0, kind: 'missing', found: '', place: placeOf(row) }],
  );
}

/** The index along each axis of an element that is counted in row-major order. */
function indexOf(element: number, shape: readonly number[]): string {
  let rest = element;
  const index = shape.toReversed().map((extent) => {
    const along = rest % extent;
    rest = Math.floor(rest / extent);
    return along;
  });
  return index.toReversed().join(', ');
}
