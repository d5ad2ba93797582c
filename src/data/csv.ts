import { dataInvalid, show } from './data-invalid.ts';
import { createDataset, type Dataset } from './dataset.ts';
import { refuseUnknown } from './known-options.ts';
import { toNamed } from './named.ts';
import type { ColumnRef, OneOrNamed } from './source.ts';

/** Texts that stand for "no value" in most files. */
export const MISSING_TEXTS: readonly string[] = ['?', 'NA', 'N/A', 'NaN', 'nan', 'null', 'NULL'];

/** One column, or several that form a vector. */
export type CsvColumns = ColumnRef | readonly ColumnRef[];

export interface CsvOptions {
  /** Whether the first line holds the names of the columns; true by default. */
  readonly header?: boolean;
  /** One character, a comma by default. */
  readonly delimiter?: string;
  /** Columns of the input, or of each input by name: positions (0-based) or names in the header. */
  readonly features: OneOrNamed<CsvColumns>;
  /** Column of the target: a number or the name of a class; several columns form a vector. */
  readonly target: OneOrNamed<CsvColumns>;
  /** Texts that mean "no value", besides an empty cell; by default ?, NA, N/A, NaN and null. */
  readonly missing?: readonly string[];
}

/** Samples from the rows of a CSV file (RFC 4180), plain or gzipped. */
export function csv(path: string, options: CsvOptions): Dataset {
  const { header = true, delimiter = ',', missing = MISSING_TEXTS, features, target, ...rest } = options;
  refuseUnknown('csv', rest);
  if (delimiter.length !== 1)
    throw dataInvalid(`csv: delimiter is ${show(delimiter)}; it must be one character.`);
  const inputs = toNamed('features', features, toList);
  const targets = toNamed('target', target, toList);
  for (const { name, from } of [...inputs, ...targets])
    for (const column of from) requireColumn(name, column, header);
  return createDataset({
    kind: 'csv',
    path,
    header,
    delimiter,
    missingTexts: missing,
    layout: null,
    inputs,
    targets,
  });
}

function toList(columns: CsvColumns): readonly ColumnRef[] {
  return typeof columns === 'object' ? [...columns] : [columns];
}

function requireColumn(name: string, column: ColumnRef, header: boolean): void {
  if (typeof column === 'string') {
    if (header) return;
    throw dataInvalid(
      `csv: "${name}" names the column ${show(column)}, but header is false; give the column's position.`,
    );
  }
  if (Number.isInteger(column) && column >= 0) return;
  throw dataInvalid(
    `csv: a column of "${name}" is ${show(column)}; it must be a position from 0 on, or a name.`,
  );
}
