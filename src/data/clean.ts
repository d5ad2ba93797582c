import { count, dataInvalid, show } from './data-invalid.ts';
import type { Fault } from './raw-data.ts';
import type { CleanStage } from './stage.ts';

/** What cleaning decides for one source. */
export interface Cleaned {
  /** Rows that stay, in the order of the source. */
  readonly rows: Int32Array;
  readonly numRowsDropped: number;
  /** Missing and non-numeric values in rows that stay. */
  readonly numValuesFilled: number;
  readonly notes: readonly string[];
}

/**
 * Decides for each fault whether its row is dropped or its value filled. Faults of targets are never filled.
 * Throws DATA_INVALID for a fault that the stage does not allow, and when no row is left.
 */
export function clean(
  data: { readonly origin: string; readonly numRows: number; readonly faults: readonly Fault[] },
  stage: CleanStage | null,
  targetNames: readonly string[],
): Cleaned {
  refuseFaults(data.faults, stage, targetNames);
  const dropped = new Map<number, Fault>();
  const toFill: Fault[] = [];
  for (const fault of data.faults) {
    if (stage?.[fault.kind] === 'fill' && !targetNames.includes(fault.column)) toFill.push(fault);
    else if (!dropped.has(fault.row)) dropped.set(fault.row, fault);
  }
  const filled = toFill.filter(({ row }) => !dropped.has(row));
  const rows = new Int32Array(data.numRows - dropped.size);
  for (let row = 0, kept = 0; row < data.numRows; row++) if (!dropped.has(row)) rows[kept++] = row;
  if (rows.length === 0)
    throw dataInvalid(
      `${data.origin} has no usable rows: cleaning dropped all ${data.numRows}, the first because of ` +
        `${tellFault([...dropped.values()][0]!)}; correct the file, or fill instead of dropping.`,
    );
  return {
    rows,
    numRowsDropped: dropped.size,
    numValuesFilled: filled.length,
    notes: [...dropNotes(data, [...dropped.values()]), ...fillNotes(data.origin, filled, stage)],
  };
}

/** Throws DATA_INVALID for the first fault that the stage neither drops nor fills. */
export function refuseFaults(
  faults: readonly Fault[],
  stage: CleanStage | null,
  targetNames: readonly string[],
): void {
  const fault = faults.find(({ kind }) => (stage?.[kind] ?? 'error') === 'error');
  if (fault) throw refused(fault, targetNames.includes(fault.column));
}

function dropNotes(data: { origin: string; numRows: number }, faults: readonly Fault[]): string[] {
  return (['missing', 'nonNumeric'] as const).flatMap((kind) => {
    const ofKind = faults.filter((fault) => fault.kind === kind);
    if (ofKind.length === 0) return [];
    const reason = kind === 'missing' ? 'a missing value' : 'a value that is not a number';
    return `Dropped ${count(ofKind.length, 'row')} of ${count(data.numRows, 'row')} of ${data.origin} with ${reason}; first: ${tellFault(ofKind[0]!)}.`;
  });
}

function fillNotes(origin: string, faults: readonly Fault[], stage: CleanStage | null): string[] {
  if (faults.length === 0) return [];
  const filler = stage?.fillWith === 'mean' ? 'the mean of the training split' : String(stage?.fillWith);
  return [
    `Filled ${count(faults.length, 'value')} of ${origin} with ${filler}; first: ${tellFault(faults[0]!)}.`,
  ];
}

/** A fault as a clause: where it is and what stands there. */
export function tellFault({ place, kind, found }: Fault): string {
  if (kind === 'nonNumeric') return `${place} is ${show(found)}`;
  return found === '' ? `${place} is missing` : `${place} is missing (${show(found)})`;
}

function refused(fault: Fault, isTarget: boolean): Error {
  const rule = fault.kind === 'missing' ? 'every value must be there' : 'every value must be a finite number';
  const advice = isTarget
    ? 'correct it, drop such rows with .clean(), or, if labels are names, say so with .oneHot() or .classIndices()'
    : "correct it, or drop such rows with .clean(), or fill them with .clean({ missing: 'fill', nonNumeric: 'fill' })";
  return dataInvalid(`${tellFault(fault)}; ${rule}: ${advice}.`);
}
