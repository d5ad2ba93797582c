import { rename, writeFile } from 'node:fs/promises';
import { LockstepError } from '../core/errors.ts';
import { readJsonLines } from '../observe/json-lines-writer.ts';
import type { EvaluationResult, RunEvent, StepRecord } from '../observe/run-events.ts';
import type { RunPaths } from '../store/run-folder.ts';

/** What a run has told up to the step that it is resumed from. */
export interface RunPast {
  readonly events: readonly RunEvent[];
  readonly steps: readonly StepRecord[];
  readonly evaluations: readonly EvaluationResult[];
}

export const NO_PAST: RunPast = { events: [], steps: [], evaluations: [] };

/**
 * Takes the records of a run back to step `step`: steps behind the checkpoint will be done again, and a step may stand
 * in the ledger once only. Events stay; they happened. Throws RUN_INVALID when the ledger does not reach the step.
 */
export async function rewindRun(paths: RunPaths, step: number): Promise<RunPast> {
  const [ledger, metrics, events] = await Promise.all(
    [paths.ledger, paths.metrics, paths.events].map(async (file) => (await readJsonLines(file)).values),
  );
  const isKept = (entry: unknown): boolean => (entry as { step: number }).step <= step;
  const entries = ledger.filter(isKept);
  if (entries.length !== step) {
    throw new LockstepError(
      'RUN_INVALID',
      `${paths.ledger} has ${entries.length} steps up to the checkpoint after step ${step}; it was changed or damaged`,
    );
  }
  const steps = metrics.filter(isKept) as StepRecord[];
  await replaceLines(paths.ledger, entries);
  await replaceLines(paths.metrics, steps);
  const heard = events as RunEvent[];
  const evaluations = heard.flatMap((event) =>
    event.kind === 'evaluated' && event.evaluation.step <= step ? [event.evaluation] : [],
  );
  return { events: heard, steps, evaluations };
}

async function replaceLines(file: string, values: readonly unknown[]): Promise<void> {
  const beside = `${file}.new`;
  await writeFile(beside, values.map((value) => `${JSON.stringify(value)}\n`).join(''));
  await rename(beside, file);
}
