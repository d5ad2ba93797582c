import { elementCount } from '../core/host-tensor.ts';
import { count, dataInvalid, show } from './data-invalid.ts';
import { readInputFile } from './input-file.ts';
import { createJsonField, type JsonField } from './json-field.ts';
import { MAX_FAULTS, MAX_LINE_BYTES, MAX_ROWS } from './limits.ts';
import type { NumericArray } from './numeric-array.ts';
import type { Fault, RawColumn, RawData } from './raw-data.ts';
import type { JsonLinesSource, Named } from './source.ts';

const NEWLINE = 10;

/**
 * Reads the fields that the source names; a target of one field that is not a list is kept as text too,
 * since it may be the name of a class. Throws DATA_INVALID for a line that is no JSON object, and for no lines.
 */
export async function readJsonLines(source: JsonLinesSource): Promise<RawData> {
  const { path, inputs, targets } = source;
  const columns = [
    ...inputs.map((named) => open(named, false)),
    ...targets.map((named) => open(named, true)),
  ];
  const lines: number[] = [];
  const faults: Fault[] = [];
  for (const { text, line } of linesOf(await readInputFile(path), path)) {
    const object = parseObject(text, `${path} line ${line}`);
    if (lines.length === MAX_ROWS)
      throw dataInvalid(`${path} has more than ${MAX_ROWS} rows, the most that is read; split it.`);
    for (const column of columns)
      faults.push(...addRow(column, object, lines.length, `${path} line ${line}`));
    if (faults.length > MAX_FAULTS)
      throw dataInvalid(
        `${path} has more than ${count(MAX_FAULTS, 'value')} that are missing or not numbers up to line ${line}; ` +
          'are the fields right?',
      );
    lines.push(line);
  }
  if (lines.length === 0) throw dataInvalid(`${path} has no lines with a JSON object; is it the right file?`);
  const finished = columns.map(finish);
  return {
    origin: path,
    numRows: lines.length,
    inputs: finished.slice(0, inputs.length),
    targets: finished.slice(inputs.length),
    faults,
    placeOf: (row) => `${path} line ${lines[row]}`,
  };
}

interface Column {
  readonly name: string;
  readonly fields: readonly { readonly field: string; readonly collected: JsonField }[];
  /** The texts of scalars, for a target of one field. */
  readonly labels: string[] | null;
}

function open({ name, from }: Named<readonly string[]>, isTarget: boolean): Column {
  return {
    name,
    fields: from.map((field) => ({ field, collected: createJsonField() })),
    labels: isTarget && from.length === 1 ? [] : null,
  };
}

function addRow({ name, fields, labels }: Column, object: object, row: number, line: string): Fault[] {
  return fields.flatMap(({ field, collected }) => {
    const value: unknown = Object.hasOwn(object, field) ? object[field as keyof object] : null;
    const place = `${line}, field ${show(field)}`;
    labels?.push(typeof value === 'boolean' ? String(Number(value)) : String(value ?? ''));
    return collected
      .add(value, place)
      .filter(({ kind }) => !(labels && typeof value === 'string' && kind === 'nonNumeric'))
      .map((fault) => ({ ...fault, row, column: name, place }));
  });
}

function finish({ name, fields, labels }: Column): RawColumn {
  const parts = fields.map(({ collected }) => collected.finish());
  const { shape, data } = parts.length === 1 ? parts[0]! : concatenate(parts);
  return { name, sampleShape: shape.slice(1), values: data, labels: shape.length === 1 ? labels : null };
}

/** Joins the values of several fields into one vector per row. */
function concatenate(parts: readonly NumericArray[]): NumericArray {
  const numRows = parts[0]!.shape[0]!;
  const sizes = parts.map(({ shape }) => elementCount(shape.slice(1)));
  const rowLength = sizes.reduce((sum, size) => sum + size, 0);
  const data = new Float64Array(numRows * rowLength);
  let begin = 0;
  for (const [index, part] of parts.entries()) {
    const size = sizes[index]!;
    for (let row = 0; row < numRows; row++)
      data.set(part.data.subarray(row * size, (row + 1) * size), row * rowLength + begin);
    begin += size;
  }
  return { shape: [numRows, rowLength], data };
}

/** The lines that are not blank, numbered from 1. */
function* linesOf(
  bytes: Uint8Array,
  path: string,
): Generator<{ readonly text: string; readonly line: number }> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let begin = 0, line = 1; begin < buffer.length; line++) {
    const newline = buffer.indexOf(NEWLINE, begin);
    const end = newline < 0 ? buffer.length : newline;
    if (end - begin > MAX_LINE_BYTES)
      throw dataInvalid(`${path} line ${line} is longer than ${MAX_LINE_BYTES} bytes; is it JSON lines?`);
    const text = buffer
      .toString('utf8', begin, end)
      .replace(/^\ufeff/, '')
      .trim();
    if (text !== '') yield { text, line };
    begin = end + 1;
  }
}

function parseObject(text: string, place: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw dataInvalid(`${place} is not JSON: ${show(text)}; each line must be one JSON object.`);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw dataInvalid(`${place} is ${show(value)}; each line must be one JSON object with fields.`);
}
