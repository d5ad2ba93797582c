import pc from 'picocolors';
import type { JobState } from '../core/coordinator/job-event.ts';
import { briefText, countText, durationText, percentText, pluralText, scoreText } from './quantity-text.ts';
import { type PhaseSeconds, STEP_PHASES, type StepPhase } from './run-events.ts';
import { type Piece, printable, terminalLine } from './terminal-line.ts';

export type Colors = ReturnType<typeof pc.createColors>;

/** Where a run is, as a person who watches it wants to know. */
export interface RunSnapshot {
  readonly jobName: string;
  readonly state: JobState;
  /** What is waited for, or null. */
  readonly waiting: string | null;
  /** 1-based; 0 before the first step. */
  readonly epoch: number;
  readonly numEpochs: number;
  /** Steps applied. */
  readonly step: number;
  /** Steps of the whole job; 0 while it is not known. */
  readonly numSteps: number;
  readonly globalBatchSize: number;
  /** Null before the first step. */
  readonly loss: number | null;
  readonly metrics: Readonly<Record<string, number>>;
  /** Recent speed; 0 while it is not known. */
  readonly samplesPerSecond: number;
  readonly worldSize: number;
  readonly generation: number;
  /** Mean seconds of a recent step. */
  readonly phases: PhaseSeconds;
  readonly elapsedSeconds: number;
}

export const PHASE_LABELS: Readonly<Record<StepPhase, string>> = {
  data: 'data',
  forward_backward: 'compute',
  all_reduce: 'all-reduce',
  vote: 'vote',
  apply: 'apply',
};

const NO_COLORS = pc.createColors(false);

/** The live display: four to six lines, none wider than `columns`. */
export function renderProgress(snapshot: RunSnapshot, columns: number, colors: Colors = NO_COLORS): string[] {
  const { jobName, state, worldSize, generation } = snapshot;
  const members = worldSize === 0 ? [] : [`${pluralText(worldSize, 'worker')}, generation ${generation}`];
  const paintState = state === 'running' ? colors.green : colors.yellow;
  const lines = [
    terminalLine(
      columns,
      [[printable(jobName), colors.bold]],
      [...members.map((text): Piece => [text, colors.dim]), [state, paintState]],
    ),
    barLine(snapshot, columns, colors),
    terminalLine(columns, positionPieces(snapshot), speedPieces(snapshot)),
  ];
  if (snapshot.waiting !== null) {
    lines.push(terminalLine(columns, [[printable(`waiting: ${snapshot.waiting}`), colors.yellow]]));
    return lines;
  }
  lines.push(terminalLine(columns, scorePieces(snapshot, colors)));
  lines.push(...phaseLines(snapshot.phases, columns, colors));
  return lines;
}

/** The same in one line, for logs. */
export function renderProgressLine(snapshot: RunSnapshot): string {
  const { waiting, worldSize } = snapshot;
  const remaining = remainingSeconds(snapshot);
  const pieces = [
    ...positionPieces(snapshot),
    ...scorePieces(snapshot, NO_COLORS),
    ...speedPieces(snapshot),
    [pluralText(worldSize, 'worker')] as const,
  ].map(([text]) => text);
  if (remaining !== null) pieces.push(`${durationText(remaining)} left`);
  if (waiting !== null) pieces.push(printable(`waiting: ${waiting}`));
  return pieces.join('  ');
}

/** Time that the remaining steps take at the recent speed, or null while that is not known. */
export function remainingSeconds(snapshot: RunSnapshot): number | null {
  const { step, numSteps, globalBatchSize, samplesPerSecond } = snapshot;
  if (numSteps === 0 || samplesPerSecond <= 0) return null;
  return (Math.max(0, numSteps - step) * globalBatchSize) / samplesPerSecond;
}

function barLine(snapshot: RunSnapshot, columns: number, colors: Colors): string {
  const { step, numSteps, elapsedSeconds } = snapshot;
  const share = numSteps === 0 ? 0 : Math.min(1, step / numSteps);
  const remaining = remainingSeconds(snapshot);
  const times = [`${durationText(elapsedSeconds)} gone`];
  if (remaining !== null) times.push(`${durationText(remaining)} left`);
  const text = `  ${percentText(share).padStart(7)}  ${times.join(', ')}`;
  const width = Math.max(10, columns - text.length);
  const numFull = Math.floor(share * width);
  const bar = colors.cyan('█'.repeat(numFull)) + colors.dim('░'.repeat(width - numFull));
  return bar + text;
}

function positionPieces({ epoch, numEpochs, step, numSteps }: RunSnapshot): Piece[] {
  const of = (count: number) => (count === 0 ? '' : `/${countText(count)}`);
  return [[`epoch ${epoch}${of(numEpochs)}`], [`step ${countText(step)}${of(numSteps)}`]];
}

function speedPieces({ samplesPerSecond }: RunSnapshot): Piece[] {
  return samplesPerSecond > 0 ? [[`${countText(samplesPerSecond)} samples/s`]] : [];
}

function scorePieces({ loss, metrics }: RunSnapshot, colors: Colors): Piece[] {
  if (loss === null) return [['no step yet', colors.dim]];
  const scores = Object.entries(metrics).map(
    ([name, value]): Piece => [`${printable(name)} ${scoreText(value)}`],
  );
  return [[`loss ${scoreText(loss)}`, colors.bold], ...scores];
}

/** Names above, mean time and share below, in columns of equal width. */
function phaseLines(phases: PhaseSeconds, columns: number, colors: Colors): string[] {
  const measured = STEP_PHASES.filter((phase) => phases[phase] !== undefined);
  if (measured.length === 0) return [];
  const total = measured.reduce((sum, phase) => sum + phases[phase]!, 0);
  const width = Math.floor(columns / STEP_PHASES.length);
  const names = measured.map((phase) => PHASE_LABELS[phase].padEnd(width));
  const values = measured.map((phase) => {
    const seconds = phases[phase]!;
    const share = percentText(total === 0 ? 0 : seconds / total, 0);
    return `${briefText(seconds).replace(' ', '')} ${share.replace(' ', '')}`.padEnd(width);
  });
  return [colors.dim(names.join('').trimEnd()), values.join('').trimEnd()];
}
