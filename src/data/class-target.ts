import { dataInvalid, show } from './data-invalid.ts';
import { MAX_CLASSES } from './limits.ts';
import { parseNumber } from './number-text.ts';
import type { Fault, RawColumn, RawData } from './raw-data.ts';
import type { EncodeStage } from './stage.ts';

/** Class numbers of a target, and what the numbers mean. */
export interface ClassColumn {
  /** One class number for each row; what stands in rows with a fault has no meaning. */
  readonly classes: Int32Array;
  readonly numClasses: number;
  /** Names by number where labels are names; null where they are numbers. */
  readonly names: readonly string[] | null;
  /** Labels that are no numbers where the others are. */
  readonly faults: readonly Fault[];
}

/**
 * Turns labels into class numbers. Labels are numbers if any of them is one; if none is, they are names, numbered in
 * sorted order (by code unit). With a given list of names they must be in it, or be positions in it.
 * Throws DATA_INVALID for a label outside the classes: negative, fractional, too great, or an unknown name.
 */
export function toClasses(column: RawColumn, stage: EncodeStage, raw: RawData): ClassColumn {
  if (column.labels === null) return numbersToClasses(requireScalars(column, stage), column, stage, raw, []);
  const { labels } = column;
  const skipped = new Set(raw.faults.filter((fault) => fault.column === column.name).map(({ row }) => row));
  if (stage.classes) return namesToClasses(labels, stage.classes, skipped, column, raw);

  const numbers = Float64Array.from(labels, (label, row) =>
    skipped.has(row) ? Number.NaN : parseNumber(label),
  );
  if (numbers.every(Number.isNaN)) {
    const names = [...new Set(labels.filter((_, row) => !skipped.has(row)))].sort();
    requireNumClasses(names, column, stage, raw);
    return namesToClasses(labels, names, skipped, column, raw);
  }
  const faults = labels.flatMap((label, row) =>
    Number.isNaN(numbers[row]) && !skipped.has(row) ? [labelFault(column.name, label, row, raw)] : [],
  );
  return numbersToClasses(numbers, column, stage, raw, faults);
}

function numbersToClasses(
  numbers: ArrayLike<number>,
  column: RawColumn,
  stage: EncodeStage,
  raw: RawData,
  faults: readonly Fault[],
): ClassColumn {
  const classes = new Int32Array(raw.numRows);
  const limit = stage.numClasses ?? MAX_CLASSES;
  let greatest = 0;
  for (let row = 0; row < raw.numRows; row++) {
    const label = numbers[row]!;
    if (Number.isNaN(label)) continue;
    if (!(Number.isInteger(label) && label >= 0 && label < limit))
      throw dataInvalid(
        `${raw.placeOf(row)}: the label of "${column.name}" is ${label}, but classes are the integers 0 to ` +
          `${limit - 1}; correct the data, or numClasses (labels that start at 1 need one more class).`,
      );
    classes[row] = label;
    if (label > greatest) greatest = label;
  }
  return {
    classes,
    numClasses: stage.numClasses ?? Math.max(2, greatest + 1),
    names: stage.classes,
    faults,
  };
}

function namesToClasses(
  labels: readonly string[],
  names: readonly string[],
  skipped: ReadonlySet<number>,
  column: RawColumn,
  raw: RawData,
): ClassColumn {
  const numberOf = new Map(names.map((name, number) => [name, number]));
  const arePositionsAllowed = names.every((name) => Number.isNaN(parseNumber(name)));
  const classes = Int32Array.from(labels, (label, row) => {
    if (skipped.has(row)) return 0;
    const position = arePositionsAllowed ? parseNumber(label) : Number.NaN;
    const number = numberOf.get(label) ?? (names[position] === undefined ? undefined : position);
    if (number !== undefined) return number;
    throw dataInvalid(
      `${raw.placeOf(row)}: the label of "${column.name}" is ${show(label)}, which is none of the ${names.length} ` +
        `classes ${names.slice(0, 10).map(show).join(', ')}${names.length > 10 ? ', ...' : ''}; ` +
        'correct the data, or the list of classes.',
    );
  });
  return { classes, numClasses: names.length, names, faults: [] };
}

function requireNumClasses(
  names: readonly string[],
  column: RawColumn,
  { kind, numClasses }: EncodeStage,
  { origin }: RawData,
): void {
  const expected = numClasses ?? Math.max(names.length, 2);
  if (names.length > MAX_CLASSES)
    throw dataInvalid(
      `${origin}: "${column.name}" has more than ${MAX_CLASSES} different labels; is it a class?`,
    );
  if (names.length === expected) return;
  throw dataInvalid(
    `${origin}: "${column.name}" has ${names.length} different labels ` +
      `(${names.slice(0, 10).map(show).join(', ')}${names.length > 10 ? ', ...' : ''}), but ${kind} needs ${expected}; ` +
      `correct the data, or name the classes: ${kind}({ classes: [...] }).`,
  );
}

function requireScalars({ name, sampleShape, values }: RawColumn, { kind }: EncodeStage): ArrayLike<number> {
  if (sampleShape.every((extent) => extent === 1)) return values;
  throw dataInvalid(
    `"${name}" has the shape [${sampleShape}] per sample, but ${kind} needs one class number; leave ${kind} out if it is one-hot already.`,
  );
}

function labelFault(column: string, label: string, row: number, raw: RawData): Fault {
  return {
    row,
    column,
    element: 0,
    kind: 'nonNumeric',
    found: label,
    place: `${raw.placeOf(row)}, the label of "${column}"`,
  };
}
