import type { Colors } from './progress-lines.ts';
import { countText, durationText, percentText, pluralText, scoreText } from './quantity-text.ts';
import type { EvaluationResult, RunResult } from './run-events.ts';
import { printable } from './terminal-line.ts';

/** Where the run left its files. */
export interface RunPlaces {
  readonly runDirectory: string;
  /** Null when no report was written. */
  readonly reportFile: string | null;
}

/** What a person wants to know when a run has ended, line by line. */
export function renderSummary(result: RunResult, places: RunPlaces, colors: Colors): string[] {
  const { status, wallSeconds, error } = result;
  const paint = status === 'succeeded' ? colors.green : status === 'failed' ? colors.red : colors.yellow;
  const lines = ['', `${paint(colors.bold(status))} after ${durationText(wallSeconds)}`];
  for (const [label, text] of facts(result, places)) lines.push(`${colors.dim(label.padEnd(12))}${text}`);
  if (error !== undefined) {
    lines.push('', `${paint(error.code)}: ${printable(error.message)}`);
    if (error.details)
      lines.push(...error.details.split('\n').map((line) => `  ${line.trimEnd() && printable(line)}`));
  }
  return lines;
}

function facts(result: RunResult, places: RunPlaces): [label: string, text: string][] {
  const { test, validation, finalLoss, steps, epochs, worldSize, engine, weightsSha256 } = result;
  const { samplesPerSecond, hiddenShare } = result;
  const rows: [string, string][] = [];
  if (test !== null) rows.push(['test', evaluationText(test)]);
  if (validation !== null) rows.push(['validation', evaluationText(validation)]);
  if (finalLoss !== null) {
    const length = `${pluralText(steps, 'step')}, ${pluralText(epochs, 'epoch')}`;
    rows.push(['training', `loss ${scoreText(finalLoss)} after ${length}`]);
    rows.push([
      'speed',
      `${countText(samplesPerSecond)} samples/s, ${pluralText(worldSize, 'worker')}, engine ${engine}`,
    ]);
    if (hiddenShare > 0) {
      rows.push(['exchange', `${percentText(hiddenShare, 0)} of it done before the backward pass ended`]);
    }
  }
  if (weightsSha256 !== '') rows.push(['sha-256', weightsSha256]);
  rows.push(['run folder', places.runDirectory]);
  if (places.reportFile !== null) rows.push(['report', places.reportFile]);
  return rows;
}

function evaluationText({ accuracy, loss, numSamples, metrics }: EvaluationResult): string {
  const scores =
    accuracy === undefined
      ? Object.entries(metrics).map(([name, value]) => `${printable(name)} ${scoreText(value)}`)
      : [`accuracy ${percentText(accuracy, 2)}`];
  return [...scores, `loss ${scoreText(loss)}`, pluralText(numSamples, 'sample')].join(', ');
}
