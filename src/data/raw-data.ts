import type { RawNumbers } from './numeric-array.ts';
import type { CsvLayout } from './source.ts';

/** One input or target as a source gives it, before any preprocessing. */
export interface RawColumn {
  readonly name: string;
  readonly sampleShape: readonly number[];
  /** Row by row, `[numRows, ...sampleShape]`; NaN where there is a fault. */
  readonly values: RawNumbers;
  /** The text of each row where the source is text and the target a single value; `values` is empty then. */
  readonly labels: readonly string[] | null;
}

/** A value that is missing, or that is not a finite number where a number is due. */
export interface Fault {
  readonly row: number;
  /** Name of the input or target. */
  readonly column: string;
  /** Where the value is within the sample, in row-major order. */
  readonly element: number;
  readonly kind: 'missing' | 'nonNumeric';
  /** What stands there. */
  readonly found: string;
  /** How a person finds it: `digits.csv line 7, column 3 ("width")`. */
  readonly place: string;
}

/** What a source read: columns of equal length, and the values that cannot be used as they are. */
export interface RawData {
  /** Name of the file, or "the arrays", for messages. */
  readonly origin: string;
  readonly numRows: number;
  readonly inputs: readonly RawColumn[];
  readonly targets: readonly RawColumn[];
  readonly faults: readonly Fault[];
  /** Place of a whole row, for messages: `digits.csv line 7`. */
  readonly placeOf: (row: number) => string;
  /** How the rows of the file are laid out, where the source is CSV. */
  readonly layout?: CsvLayout;
}
