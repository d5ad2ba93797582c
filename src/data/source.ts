/** One of the model's inputs or targets, and where in the source it is. */
export interface Named<T> {
  readonly name: string;
  readonly from: T;
}

/** What every source says: which inputs and targets it gives, in the order of the model's inputs and outputs. */
interface Columns<T> {
  readonly inputs: readonly Named<T>[];
  readonly targets: readonly Named<T>[];
}

/** A column of a CSV file: its position (0-based), or its name in the header. */
export type ColumnRef = number | string;

/** How the rows of a CSV file are laid out. */
export interface CsvLayout {
  readonly numColumns: number;
  readonly targetPositions: readonly number[];
}

export interface CsvSource extends Columns<readonly ColumnRef[]> {
  readonly kind: 'csv';
  readonly path: string;
  readonly header: boolean;
  readonly delimiter: string;
  /** Texts that mean "no value", besides an empty cell. */
  readonly missingTexts: readonly string[];
  /** How rows looked in training; rows that lack exactly the target columns fit it too. Null for training itself. */
  readonly layout: CsvLayout | null;
}

/** Files of one array each: IDX and NPY. `from` is the file. */
export interface ArrayFilesSource extends Columns<string> {
  readonly kind: 'idx' | 'npy';
}

/** An archive of NPY arrays; `from` is the array's name. */
export interface NpzSource extends Columns<string> {
  readonly kind: 'npz';
  readonly path: string;
}

/** One JSON object on each line; `from` are its fields, joined into one vector where they are several. */
export interface JsonLinesSource extends Columns<readonly string[]> {
  readonly kind: 'jsonLines';
  readonly path: string;
}

/** Numbers in nested lists of equal lengths, typed arrays as the innermost, or one typed array with its shape. */
export type ArrayData =
  | ArrayLike<number>
  | readonly ArrayData[]
  | { readonly shape: readonly number[]; readonly data: ArrayLike<number> };

/** Arrays that the program made itself. Targets may also be a list of class names. */
export interface ArraysSource extends Columns<ArrayData | readonly string[]> {
  readonly kind: 'arrays';
}

/** Where samples come from, as data. */
export type Source = CsvSource | ArrayFilesSource | NpzSource | JsonLinesSource | ArraysSource;

/** One unnamed thing, or several under the names of the model's inputs or outputs. */
export type OneOrNamed<T> = T | Readonly<Record<string, T>>;
