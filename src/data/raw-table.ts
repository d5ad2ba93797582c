import { basename } from 'node:path';
import { LockstepError } from '../core/errors.ts';
import { elementCount } from '../core/host-tensor.ts';
import { MAX_FLAWS, MAX_RANK, MAX_ROWS, MAX_SAMPLE_VALUES, MAX_VALUES } from './limits.ts';

export type NumberArray =
  | Float64Array
  | Float32Array
  | Int32Array
  | Int16Array
  | Int8Array
  | Uint16Array
  | Uint8Array;

/** One input or target as it was read, before any preprocessing. */
export interface RawColumn {
  readonly name: string;
  readonly role: 'input' | 'target';
  readonly sampleShape: readonly number[];
  /** Row by row; NaN where the table has a flaw, and all NaN where `labels` holds the column instead. */
  readonly values: NumberArray;
  /** One text for each row, where the column is a class given by name. */
  readonly labels: readonly string[] | null;
}

/** A value that is no finite number. */
export interface Flaw {
  readonly kind: 'missing' | 'nonNumeric';
  readonly row: number;
  readonly column: string;
  /** Index in the sample, row-major. */
  readonly position: number;
  /** Where in the row, as a person says it: `column "age"`. */
  readonly field: string;
  readonly text: string;
}

/** What a source holds: columns of equal numbers of rows, and the flaws in them. */
export interface RawTable {
  /** Path of the file, or what else the values came from; begins every message. */
  readonly source: string;
  readonly numRows: number;
  readonly columns: readonly RawColumn[];
  readonly flaws: readonly Flaw[];
  /** Where row `row` (0-based) is, as a person says it: `line 17`. */
  readonly placeOf: (row: number) => string;
}

/** Text that stands for a missing value, unless the source says otherwise. */
export const MISSING_TEXTS: readonly string[] = ['', 'NA', 'N/A', 'NaN', 'nan', 'null', '?'];

export function dataInvalid(source: string, problem: string): LockstepError {
  return new LockstepError('DATA_INVALID', `${source}: ${problem}`);
}

/** The source's name without its folders, for notes that must not depend on where the files are. */
export function shortName(table: RawTable): string {
  return basename(table.source);
}

/** Quotes a value for a message, cut where it is long. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}...` : text);
}

export function showShape(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`;
}

/** Refuses a shape (rows first) that breaks a limit. */
export function checkShape(source: string, shape: readonly number[]): void {
  const [numRows = 0, ...sampleShape] = shape;
  const sampleValues = elementCount(sampleShape);
  const fits =
    shape.length <= MAX_RANK &&
    numRows <= MAX_ROWS &&
    sampleValues <= MAX_SAMPLE_VALUES &&
    numRows * sampleValues <= MAX_VALUES;
  if (fits) return;
  throw dataInvalid(
    source,
    `an array of shape ${showShape(shape)} is too large; the limits are ${MAX_RANK} axes, ${MAX_ROWS} rows, ` +
      `${MAX_SAMPLE_VALUES} numbers in a sample and ${MAX_VALUES} numbers in all`,
  );
}

/** Refuses to note more flaws than a person could ever mean. */
export function checkFlawCount(source: string, numFlaws: number): void {
  if (numFlaws <= MAX_FLAWS) return;
  throw dataInvalid(source, `more than ${MAX_FLAWS} values are missing or no numbers; check that the file is the right one`);
}
