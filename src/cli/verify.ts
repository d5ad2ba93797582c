import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { ERROR_CODES, LockstepError } from '../core/errors.ts';
import { parseLedger } from '../core/plan/parse-ledger.ts';
import { trainingPlan } from '../core/plan/training-plan.ts';
import { type LedgerVerdict, verifyLedger } from '../core/plan/verify-ledger.ts';
import { readJsonLines } from '../observe/json-lines-writer.ts';
import { readDatasetFacts, readFrozenJob, runPaths } from '../store/run-folder.ts';

export function verifyCommand(): Command {
  return new Command('verify')
    .description('prove from the ledger that each epoch used every sample once')
    .argument('<run>', 'run folder')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      '\nExit code 65 when a sample is missing or repeated, or the ledger departs from the plan.',
    )
    .action(verify);
}

async function verify(run: string, { json }: { json?: true }): Promise<void> {
  const { jobId, job } = await readFrozenJob(run);
  const paths = runPaths(run);
  const facts = await readDatasetFacts(run);
  const { values, tornBytes } = await readJsonLines(paths.ledger);
  const plan = trainingPlan(job, facts.numTraining);
  const verdict = verifyLedger(plan, parseLedger(values, paths.ledger), await readStepsTaken(paths.result));
  const isRight = verdict.missing === 0 && verdict.repeated === 0 && verdict.problems.length === 0;
  if (json) process.stdout.write(`${JSON.stringify({ jobId, ok: isRight, ...verdict })}\n`);
  else process.stdout.write(`${describe(jobId, verdict, tornBytes).join('\n')}\n`);
  process.exitCode = isRight ? 0 : ERROR_CODES.RUN_INVALID.exitCode;
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

function describe(jobId: string, verdict: LedgerVerdict, tornBytes: number): string[] {
  const { epochs, numSteps, missing, repeated, problems } = verdict;
  return [
    `${jobId}: ${numSteps} steps in the ledger`,
    ...epochs.map(
      ({ epoch, numUsed, numMissing, numRepeated }) =>
        `epoch ${epoch}: ${numUsed} samples used, ${numMissing} missing, ${numRepeated} repeated`,
    ),
    ...(tornBytes > 0 ? [`the last line of the ledger was not written to its end (${tornBytes} bytes)`] : []),
    ...problems,
    `${missing} missing, ${repeated} repeated`,
  ];
}
