import { readFile, writeFile } from 'node:fs/promises';
import type { BenchRecord } from './bench-record.ts';
import { performanceChart } from './chart.ts';
import { figure } from './record-table.ts';
import type { BenchResults } from './results.ts';
import { isReached, TARGETS, type Target } from './targets.ts';

const PAGE = 'docs/performance.md';
const CHART = 'docs/pictures/performance.svg';
const BEGIN = '<!-- figures:begin -->';
const END = '<!-- figures:end -->';

/** Puts results into the page about performance and into its chart. */
export async function publish(results: BenchResults): Promise<void> {
  const page = await readFile(PAGE, 'utf8');
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${PAGE} lacks "${BEGIN}" and "${END}"`);
  await writeFile(
    PAGE,
    `${page.slice(0, begin + BEGIN.length)}\n\n${figuresOf(results)}\n\n${page.slice(end)}`,
  );
  await writeFile(CHART, performanceChart(results));
}

/** The tables of targets and of all else as Markdown. */
export function figuresOf({ date, machine, records, failures }: BenchResults): string {
  const { cpu, numCores, memoryGigabytes, system, load, node, torch } = machine;
  const where =
    `${date}: ${cpu}, ${numCores} cores, ${memoryGigabytes} GiB, ${system}, Node.js ${node}, ` +
    `${torch === null ? 'no PyTorch' : `PyTorch ${torch}`}, load before ${load.toFixed(1)}. Raw rounds: [bench/results/${date}.json](../bench/results/${date}.json).`;
  const byName = new Map(records.map((record) => [record.name, record]));
  const targets = TARGETS.map((target) => targetRow(target, byName.get(target.name)));
  const others = records.filter(({ name }) => !TARGETS.some((target) => target.name === name)).map(recordRow);
  const failed = failures.map(({ name, problem }) => `\n\n\`${name}\` failed: ${problem}.`);
  return [
    where,
    '',
    '| figure | set out for | reached | ours | peer | |',
    '|---|---|---|---|---|---|',
    ...targets,
    '',
    '| also measured | ours | peer | ratio | the peer is |',
    '|---|---|---|---|---|',
    ...others,
  ]
    .join('\n')
    .concat(...failed);
}

function targetRow(target: Target, record: BenchRecord | undefined): string {
  const { what, field, bound, value } = target;
  const goal = `${bound} ${value}${field === 'ratio' ? ' x' : ''}`;
  if (!record || record[field] === null) return `| ${what} | ${goal} | not measured | | | |`;
  const reached = `${record[field]!.toFixed(2)}${field === 'ratio' ? ' x' : ''}`;
  const verdict = isReached(target, record) ? 'reached' : '**missed**';
  return `| ${what} | ${goal} | ${reached} | ${ours(record)} | ${peerOf(record)} | ${verdict} |`;
}

function recordRow(record: BenchRecord): string {
  const { name, ratio, against } = record;
  return `| \`${name}\` | ${ours(record)} | ${peerOf(record)} | ${ratio === null ? '' : `${ratio.toFixed(2)} x`} | ${against ?? ''} |`;
}

function ours({ ours: value, unit }: BenchRecord): string {
  return `${figure(value)} ${unit}`;
}

function peerOf({ peer, unit }: BenchRecord): string {
  return peer === null ? '' : `${figure(peer)} ${unit}`;
}
