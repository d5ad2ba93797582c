import { readFile } from 'node:fs/promises';
import { LockstepError } from '../core/errors.ts';
import { parseLedger } from '../core/plan/parse-ledger.ts';
import { trainingPlan } from '../core/plan/training-plan.ts';
import { type LedgerVerdict, verifyLedger } from '../core/plan/verify-ledger.ts';
import { readJsonLines } from '../observe/json-lines-writer.ts';
import { readDatasetFacts, readFrozenJob, runPaths } from '../store/run-folder.ts';

export interface RunVerdict {
  readonly jobId: string;
  readonly verdict: LedgerVerdict;
  /** True when every sample was used once, as the plan says. */
  readonly isRight: boolean;
  /** Bytes of a last line of the ledger that was not written to its end. */
  readonly tornBytes: number;
}

/** Accounts for every sample of a run from its ledger. Throws RUN_INVALID when the run folder cannot be used. */
export async function verifyRun(run: string): Promise<RunVerdict> {
  const { jobId, job } = await readFrozenJob(run);
  const paths = runPaths(run);
  const facts = await readDatasetFacts(run);
  const { values, tornBytes } = await readJsonLines(paths.ledger);
  const plan = trainingPlan(job, facts.numTraining);
  const verdict = verifyLedger(plan, parseLedger(values, paths.ledger), await readStepsTaken(paths.result));
  const isRight = verdict.missing === 0 && verdict.repeated === 0 && verdict.problems.length === 0;
  return { jobId, verdict, isRight, tornBytes };
}

/** The steps that the result tells of; 0 where the run has not ended in order and there is no result. */
async function readStepsTaken(path: string): Promise<number> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return 0;
  try {
    const { steps } = JSON.parse(text) as { steps?: unknown };
    if (Number.isSafeInteger(steps)) return steps as number;
  } catch {
    // Told below, as for a result without steps.
  }
  throw new LockstepError('RUN_INVALID', `${path} does not say how many steps the run took; it was changed`);
}
