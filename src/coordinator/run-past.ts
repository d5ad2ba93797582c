import { readFile } from 'node:fs/promises';
import type { Readiness } from '../core/membership/worker-record.ts';
import { readJsonLines } from '../observe/json-lines-writer.ts';
import type { EvaluationResult, Gallery, RunEvent, StepRecord } from '../observe/run-events.ts';
import type { RunPaths } from '../store/run-folder.ts';

/** What earlier coordinator processes told of a run. */
export interface RunPast {
  readonly events: readonly RunEvent[];
  readonly steps: readonly StepRecord[];
  readonly evaluations: readonly EvaluationResult[];
  readonly readiness: Readiness | null;
  readonly gallery: Gallery | null;
  /** Entries in the ledger. */
  readonly numLedgerSteps: number;
}

export const NO_PAST: RunPast = {
  events: [],
  steps: [],
  evaluations: [],
  readiness: null,
  gallery: null,
  numLedgerSteps: 0,
};

/** Reads the records of a run. Throws RUN_INVALID where a line of them is damaged. */
export async function readPast(paths: RunPaths): Promise<RunPast> {
  const [ledger, steps, events] = await Promise.all(
    [paths.ledger, paths.metrics, paths.events].map(async (file) => (await readJsonLines(file)).values),
  );
  const heard = events as RunEvent[];
  const loaded = heard.findLast((event) => event.kind === 'job_loaded');
  return {
    events: heard,
    steps: steps as StepRecord[],
    evaluations: heard.flatMap((event) => (event.kind === 'evaluated' ? [event.evaluation] : [])),
    readiness: loaded?.kind === 'job_loaded' ? loaded.readiness : null,
    gallery: await readGallery(paths.gallery),
    numLedgerSteps: ledger.length,
  };
}

async function readGallery(file: string): Promise<Gallery | null> {
  const text = await readFile(file, 'utf8').catch(() => 'null');
  return JSON.parse(text) as Gallery | null;
}
