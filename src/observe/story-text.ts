import { causeText, eventSentence } from './event-sentence.ts';
import type { Colors } from './progress-lines.ts';
import { briefText, bytesText, countText, durationText, percentText } from './quantity-text.ts';
import type { AbortStory, CheckpointStory, GenerationStory, NoteStory, RunStory } from './run-story.ts';
import { printable } from './terminal-line.ts';
import { type TableRow, textTable } from './text-table.ts';
import type { WorkerLife } from './worker-lives.ts';

export interface StoryTextOptions {
  /** No line is wider, unless a single word is. */
  readonly columns: number;
  readonly colors: Colors;
}

/** The shortest form of a worker's id that no other worker of the run has. */
type ShortId = (workerId: string) => string;

const MIN_ID_LENGTH = 6;

/** A section with more rows than this leaves the rest to `events.jsonl`. */
const MAX_ROWS = 100;

/** The story for people, line by line. */
export function renderStory(story: RunStory, { columns, colors }: StoryTextOptions): string[] {
  const short = shortIds(story);
  const section = (title: string, rows: readonly TableRow[], align: 'left' | 'right' = 'left'): string[] => {
    if (rows.length === 0) return [];
    const numLeft = rows.length - MAX_ROWS;
    const lines = textTable(rows.slice(0, MAX_ROWS).map(printableRow), columns, align);
    const rest = numLeft > 0 ? [`  and ${countText(numLeft)} more in events.jsonl`] : [];
    return ['', colors.bold(title), ...lines, ...rest];
  };
  return [
    headLine(story, colors),
    ...textTable(headRows(story).map(printableRow), columns, 'left'),
    ...section('Generations', generationRows(story.generations, short), 'right'),
    ...section(
      'Aborted work',
      story.aborts.map((abort) => abortRow(abort, short)),
      'right',
    ),
    ...section(
      'Workers',
      story.workers.map((life) => workerRow(life, short)),
    ),
    ...section('Checkpoints', checkpointRows(story.checkpoints)),
    ...section('Notes', story.notes.map(noteRow), 'right'),
    ...section('In all', totalRows(story, short)),
  ];
}

function headLine({ jobId, status, totals }: RunStory, colors: Colors): string {
  const paint = status === 'succeeded' ? colors.green : status === 'failed' ? colors.red : colors.yellow;
  return `${printable(jobId)}: ${paint(colors.bold(printable(status)))} after ${timeText(totals.wallSeconds)}`;
}

function headRows(story: RunStory): TableRow[] {
  const { jobName, error, numSteps, numPlannedSteps, worldSize, workers, engine, createdAt, lastHeardAt } =
    story;
  const planned = numPlannedSteps === null ? '' : ` of ${countText(numPlannedSteps)}`;
  return [
    ['job', jobName],
    ...(error ? [['error', `${error.code}: ${error.message}`] as const] : []),
    ['steps', `${countText(numSteps)}${planned}`],
    ['workers', `${countText(worldSize)} in the newest generation, ${countText(workers.length)} came`],
    ['engine', engine ?? 'no worker has loaded the job'],
    ['submitted', clockText(createdAt)],
    ['last heard', clockText(lastHeardAt)],
  ];
}

function generationRows(generations: readonly GenerationStory[], short: ShortId): TableRow[] {
  if (generations.length === 0) return [];
  return [
    ['at', 'no.', 'from step', 'steps', 'lost', 'after'],
    ...generations.map(({ seconds, generation, firstStep, numSteps, lostSeconds, ...why }): TableRow => {
      const changes = [...why.came.map((id) => `+${short(id)}`), ...why.left.map((id) => `-${short(id)}`)];
      const members = why.members.map(short).join(' ');
      const change = changes.length === why.members.length && why.left.length === 0 ? '' : changes.join(' ');
      return [
        timeText(seconds),
        String(generation),
        firstStep === null ? '-' : countText(firstStep),
        countText(numSteps),
        lostSeconds === null ? '-' : lostText(lostSeconds),
        `${causeText(why.cause)}${change && ` (${change})`}: ${members}`,
      ];
    }),
  ];
}

function abortRow({ seconds, work, step, reason, workerIds, message }: AbortStory, short: ShortId): TableRow {
  const what = work === 'train' ? `step ${countText(step)}` : `${work} after step ${countText(step)}`;
  const culprits = workerIds.length === 0 ? '' : ` (${workerIds.map(short).join(', ')})`;
  return [
    timeText(seconds),
    `${what}, ${reason.replaceAll('_', ' ')}${culprits}${message && `: ${message}`}`,
  ];
}

function workerRow(life: WorkerLife, short: ShortId): TableRow {
  const { workerId, host, pid, joinedSeconds, rejoinedSeconds, readySeconds, fed, member, end } = life;
  const story = [`from ${host}, process ${pid}; came at ${timeText(joinedSeconds)}`];
  if (readySeconds !== null) story.push(`ready at ${timeText(readySeconds)}`);
  if (fed) {
    const donor = fed.donorId === null ? '' : ` by ${short(fed.donorId)}`;
    story.push(`fed${donor} at ${timeText(fed.seconds)} (step ${countText(fed.step)})`);
  }
  if (member) story.push(`member at ${timeText(member.seconds)} (generation ${member.generation})`);
  for (const seconds of rejoinedSeconds) story.push(`came again at ${timeText(seconds)}`);
  if (end) {
    const cause = end.kind === 'stopped' || end.cause === '' ? '' : `: ${end.cause}`;
    story.push(`${end.kind} at ${timeText(end.seconds)}${cause}`);
  }
  return [short(workerId), story.join(', ')];
}

function checkpointRows({ written, failed, stallSeconds }: CheckpointStory): TableRow[] {
  const newest = written.at(-1);
  const rows: TableRow[] = failed.map(({ seconds, step, message }) => [
    'failed',
    `after step ${countText(step)} at ${timeText(seconds)}: ${message}`,
  ]);
  if (!newest) return rows;
  const size = `the newest after step ${countText(newest.step)} with ${bytesText(newest.fileBytes)}`;
  return [
    ['written', `${countText(written.length)}, ${size}; training stood still for ${briefText(stallSeconds)}`],
    ...rows,
  ];
}

function noteRow({ seconds, event }: NoteStory): TableRow {
  const { time: _, kind, ...rest } = event;
  // An event of a later version has no sentence here.
  const sentence: string | undefined = eventSentence(event);
  return [timeText(seconds), sentence ?? `${kind.replaceAll('_', ' ')} ${JSON.stringify(rest)}`];
}

function totalRows({ totals, divergences }: RunStory, short: ShortId): TableRow[] {
  const { wallSeconds, stoppedSeconds, startSeconds, stepSeconds, lostSeconds, unrecoveredSeconds, goodput } =
    totals;
  const rows: TableRow[] = [['wall time', timeText(wallSeconds)]];
  if (stoppedSeconds > 0) rows.push(['stopped', `${durationText(stoppedSeconds)}, not in the wall time`]);
  if (startSeconds !== null) rows.push(['start', `${lostText(startSeconds)} until training went`]);
  if (stepSeconds !== null) rows.push(['step', `${(stepSeconds * 1000).toFixed(1)} ms, the median`]);
  const open = unrecoveredSeconds > 0 ? `, ${lostText(unrecoveredSeconds)} of it since the newest step` : '';
  rows.push(['time lost', lostText(lostSeconds) + open]);
  rows.push(['goodput', goodput === null ? '-' : `${percentText(goodput)} of the wall time was not lost`]);
  const places = divergences.map(
    ({ step, workerIds }) => `step ${countText(step)} (${workerIds.map(short).join(', ')})`,
  );
  rows.push(['divergence', places.length === 0 ? 'none' : places.join(', ')]);
  return rows;
}

/** With tenths of a second as long as they can tell two events apart. */
function timeText(seconds: number): string {
  return seconds < 99.95 ? `${seconds.toFixed(1)} s` : durationText(seconds);
}

function lostText(seconds: number): string {
  return seconds < 99.995 ? `${seconds.toFixed(2)} s` : durationText(seconds);
}

/** `2026-11-24 17:59:48 UTC` */
function clockText(time: string): string {
  return `${time.slice(0, 19).replace('T', ' ')} UTC`;
}

function printableRow(row: TableRow): TableRow {
  return row.map(printable) as unknown as TableRow;
}

function shortIds({ workers, generations }: RunStory): ShortId {
  const ids = [
    ...new Set([...workers.map(({ workerId }) => workerId), ...generations.flatMap((g) => g.members)]),
  ];
  let length = MIN_ID_LENGTH;
  while (new Set(ids.map((id) => id.slice(0, length))).size < ids.length) length += 1;
  return (workerId) => workerId.slice(0, length);
}
