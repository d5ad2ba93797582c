import { type BenchRecord, spread } from './bench-record.ts';

const HEADER = ['', 'ours', 'spread', 'peer', 'spread', 'ratio', 'unit', 'peer is'];

/** Records as a table for a terminal; spread is half of the distance between the quartiles. */
export function recordTable(records: readonly BenchRecord[]): string {
  const rows = [HEADER, ...records.map(cellsOf)];
  const widths = HEADER.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row.map((cell, column) => (isNumber(column) ? cell.padStart : cell.padEnd).call(cell, widths[column]!)),
    )
    .map((row, index) => `${row.join('  ').trimEnd()}${detailsLine(records[index - 1])}`)
    .join('\n');
}

function detailsLine(record: BenchRecord | undefined): string {
  const details = Object.entries(record?.details ?? {}).map(([name, value]) => `${name} ${figure(value)}`);
  return details.length === 0 ? '' : `\n    ${details.join(', ')}`;
}

function cellsOf({ name, ours, peer, ratio, unit, rounds, against }: BenchRecord): string[] {
  const peers = rounds.flatMap((round) => (round.peer === null ? [] : [round.peer]));
  return [
    name,
    figure(ours),
    percent(spread(rounds.map((round) => round.ours))),
    peer === null ? '-' : figure(peer),
    peer === null ? '-' : percent(spread(peers)),
    ratio === null ? '-' : ratio.toFixed(2),
    unit,
    against ?? '',
  ];
}

/** Three digits, more in front of the point where there are more. */
export function figure(value: number): string {
  const magnitude = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  return value.toFixed(Math.min(4, Math.max(0, 2 - magnitude)));
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

/** The columns between name and unit. */
function isNumber(column: number): boolean {
  return column > 0 && column < HEADER.length - 2;
}
