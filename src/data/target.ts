import type { HostTensor } from '../core/host-tensor.ts';
import { toClasses } from './class-target.ts';
import { parseNumber } from './number-text.ts';
import type { Fault, RawColumn, RawData } from './raw-data.ts';
import { dtypeOf, gatherRows, toTensorData } from './rows.ts';
import type { EncodeStage } from './stage.ts';

/** A target that is understood: ready to be written for any choice of rows. */
export interface Target {
  readonly name: string;
  /** Names of its classes by number; null where it is no class. */
  readonly classNames: readonly string[] | null;
  /** The stage with what was found out: the same for a test source of its own. */
  readonly stage: EncodeStage | null;
  readonly faults: readonly Fault[];
  readonly write: (rows: Int32Array) => HostTensor;
}

/** Understands a target as classes (with a stage that says so) or as values. */
export function readTarget(column: RawColumn, stage: EncodeStage | null, raw: RawData): Target {
  if (stage === null) return readValues(column, raw);
  const { classes, numClasses, names, faults } = toClasses(column, stage, raw);
  return {
    name: column.name,
    classNames: names ?? Array.from({ length: numClasses }, (_, number) => String(number)),
    stage: { ...stage, numClasses, classes: names },
    faults,
    write: (rows) => writeClasses(gatherRows(classes, 1, rows), numClasses, stage.kind),
  };
}

function writeClasses(classes: Int32Array, numClasses: number, kind: EncodeStage['kind']): HostTensor {
  const numSamples = classes.length;
  if (kind === 'classIndices') return { shape: [numSamples], dtype: 'int32', data: classes };
  if (kind === 'binary') return { shape: [numSamples], dtype: 'float32', data: Float32Array.from(classes) };
  const data = new Float32Array(numSamples * numClasses);
  for (let i = 0; i < numSamples; i++) data[i * numClasses + classes[i]!] = 1;
  return { shape: [numSamples, numClasses], dtype: 'float32', data };
}

function readValues({ name, labels, values, sampleShape }: RawColumn, raw: RawData): Target {
  const numbers = labels ? Float32Array.from(labels, parseNumber) : toTensorData(values);
  const rowLength = sampleShape.reduce((product, extent) => product * extent, 1);
  const known = new Set(raw.faults.filter((fault) => fault.column === name).map(({ row }) => row));
  const faults = (labels ?? []).flatMap((label, row): Fault[] =>
    Number.isNaN(numbers[row]) && !known.has(row)
      ? [
          {
            row,
            column: name,
            element: 0,
            kind: 'nonNumeric',
            found: label,
            place: `${raw.placeOf(row)}, the target "${name}"`,
          },
        ]
      : [],
  );
  return {
    name,
    classNames: null,
    stage: null,
    faults,
    write: (rows) => ({
      shape: [rows.length, ...sampleShape],
      dtype: dtypeOf(numbers),
      data: gatherRows(numbers, rowLength, rows),
    }),
  };
}
