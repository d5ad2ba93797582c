import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import pc from 'picocolors';
import { LockstepError } from '../core/errors.ts';
import { parseLedger } from '../core/plan/parse-ledger.ts';
import { readJsonLines } from '../observe/json-lines-writer.ts';
import { parseEnding, parseEvents, parseStepTimes, type RunFacts } from '../observe/run-facts.ts';
import { describeRun } from '../observe/run-story.ts';
import { renderStory } from '../observe/story-text.ts';
import { readFrozenJob, runPaths } from '../store/run-folder.ts';

const COLUMNS = 80;
const MAX_COLUMNS = 120;

export function describeCommand(): Command {
  return new Command('describe')
    .description('tell the story of a run: its generations, workers, checkpoints, and the time that it lost')
    .argument('<run>', 'run folder, also of a run that is going on')
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nTimes are counted from the submission of the job.')
    .action(describe);
}

async function describe(run: string, { json }: { json?: true }): Promise<void> {
  const story = describeRun(await readRunFacts(run));
  if (json) {
    process.stdout.write(`${JSON.stringify(story)}\n`);
    return;
  }
  const columns = Math.min(process.stdout.columns ?? COLUMNS, MAX_COLUMNS);
  const colors = pc.createColors(pc.isColorSupported && process.stdout.isTTY);
  process.stdout.write(`${renderStory(story, { columns, colors }).join('\n')}\n`);
}

async function readRunFacts(run: string): Promise<RunFacts> {
  const { jobId, job, createdAt } = await readFrozenJob(run);
  const paths = runPaths(run);
  // The ledger first: a run that goes on writes it before the others.
  const ledger = parseLedger(await readLines(paths.ledger), paths.ledger);
  const steps = parseStepTimes(await readLines(paths.metrics), paths.metrics);
  const events = parseEvents(await readLines(paths.events), paths.events);
  return { jobId, job, createdAt, events, ledger, steps, result: await readEnding(paths.result) };
}

/** The whole lines of a file; none where the run has not come as far as to begin it. */
async function readLines(path: string): Promise<readonly unknown[]> {
  return existsSync(path) ? (await readJsonLines(path)).values : [];
}

async function readEnding(path: string): Promise<RunFacts['result']> {
  if (!existsSync(path)) return null;
  const text = await readFile(path, 'utf8');
  try {
    return parseEnding(JSON.parse(text), path);
  } catch (error) {
    if (error instanceof LockstepError) throw error;
    throw new LockstepError('RUN_INVALID', `${path} is not JSON; it was changed or is damaged`);
  }
}
