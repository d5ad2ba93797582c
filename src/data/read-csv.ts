import { CsvError, parse } from 'csv-parse/sync';
import { type PlacedColumns, placeColumns } from './csv-columns.ts';
import { dataInvalid, show } from './data-invalid.ts';
import { createGrowingArray, type GrowingArray } from './growing-array.ts';
import { readInputFile } from './input-file.ts';
import { MAX_COLUMNS, MAX_FAULTS, MAX_LINE_BYTES, MAX_ROWS } from './limits.ts';
import { parseNumber } from './number-text.ts';
import type { Fault, RawColumn, RawData } from './raw-data.ts';
import type { CsvSource } from './source.ts';

/**
 * Reads the columns that the source names; targets of a single column are kept as text, since they may be
 * names of classes. Throws DATA_INVALID for a row with another number of columns, broken quotes, or no rows.
 */
export async function readCsv(source: CsvSource): Promise<RawData> {
  const table = createTable(source);
  const bytes = await readInputFile(source.path);
  try {
    parse(bytes, {
      bom: true,
      delimiter: source.delimiter,
      skip_empty_lines: true,
      relax_column_count: true,
      max_record_size: MAX_LINE_BYTES,
      on_record: (cells: string[], { lines }) => {
        table.add(cells, lines);
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) throw dataInvalid(`${source.path} is not valid CSV: ${error.message}`);
    throw error;
  }
  return table.finish();
}

interface Column extends PlacedColumns {
  readonly values: GrowingArray;
  /** Where the texts go instead, for a target of one column. */
  readonly labels: string[] | null;
}

function createTable(source: CsvSource) {
  const missing = new Set(['', ...source.missingTexts]);
  const lines: number[] = [];
  const faults: Fault[] = [];
  let names: readonly string[] | null = null;
  let numColumns = 0;
  let columns: { readonly inputs: Column[]; readonly targets: Column[] } | null = null;

  const open =
    (isTarget: boolean) =>
    (placed: PlacedColumns): Column => ({
      ...placed,
      values: createGrowingArray(),
      labels: isTarget && placed.positions.length === 1 ? [] : null,
    });

  const start = (cells: readonly string[]) => {
    if (cells.length > MAX_COLUMNS)
      throw dataInvalid(
        `${source.path} has ${cells.length} columns; at most ${MAX_COLUMNS} are read. Is the delimiter right?`,
      );
    numColumns = cells.length;
    const first = { names, numColumns };
    columns = {
      inputs: placeColumns(source, source.inputs, first).map(open(false)),
      targets: placeColumns(source, source.targets, first).map(open(true)),
    };
    return columns;
  };

  const addCell = (
    cells: readonly string[],
    { name, positions, values, labels }: Column,
    element: number,
  ) => {
    const position = positions[element]!;
    const text = cells[position]!.trim();
    const isMissing = missing.has(text);
    const value = labels === null && !isMissing ? parseNumber(text) : Number.NaN;
    if (labels) labels.push(text);
    else values.push(value);
    if (!isMissing && (labels || !Number.isNaN(value))) return;
    const header = names ? ` (${show(names[position]!)})` : '';
    faults.push({
      row: lines.length - 1,
      column: name,
      element,
      kind: isMissing ? 'missing' : 'nonNumeric',
      found: text,
      place: `${source.path} line ${lines.at(-1)}, column ${position}${header}`,
    });
    if (faults.length > MAX_FAULTS)
      throw dataInvalid(
        `${source.path} has more than ${MAX_FAULTS} missing or non-numeric values up to line ${lines.at(-1)}; ` +
          'are the columns of the features right?',
      );
  };

  return {
    add(cells: readonly string[], line: number): void {
      if (source.header && names === null) {
        names = cells.map((name) => name.trim());
        return;
      }
      const { inputs, targets } = columns ?? start(names ?? cells);
      if (cells.length !== numColumns)
        throw dataInvalid(
          `${source.path} line ${line} has ${cells.length} columns, but ${names ? 'the header' : 'the first row'} ` +
            `has ${numColumns}; correct the line, or quote values that contain ${show(source.delimiter)}.`,
        );
      if (lines.length === MAX_ROWS)
        throw dataInvalid(`${source.path} has more than ${MAX_ROWS} rows, the most that is read; split it.`);
      lines.push(line);
      for (const column of inputs)
        for (let element = 0; element < column.positions.length; element++) addCell(cells, column, element);
      for (const column of targets)
        for (let element = 0; element < column.positions.length; element++) addCell(cells, column, element);
    },
    finish(): RawData {
      if (columns === null)
        throw dataInvalid(
          `${source.path} has no rows${source.header ? ' below its header' : ''}; is it the right file?`,
        );
      return {
        origin: source.path,
        numRows: lines.length,
        inputs: columns.inputs.map(finishColumn),
        targets: columns.targets.map(finishColumn),
        faults,
        placeOf: (row) => `${source.path} line ${lines[row]}`,
        layout: { numColumns, targetPositions: columns.targets.flatMap(({ positions }) => positions) },
      };
    },
  };
}

function finishColumn({ name, positions, values, labels }: Column): RawColumn {
  return {
    name,
    sampleShape: labels ? [] : [positions.length],
    values: values.toArray(),
    labels,
  };
}
