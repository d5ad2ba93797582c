import { resolve } from 'node:path';
import type { Command } from 'commander';
import { readFrozenJob, runPaths } from '../store/run-folder.ts';
import { localRunCommand } from './local-run-command.ts';
import { chooseWorkers, type LocalRunOptions, runAndShow } from './run-and-show.ts';

export function resumeCommand(): Command {
  return localRunCommand('resume')
    .description('go on with a run that was stopped or broke off, from its newest checkpoint')
    .argument('<run>', 'run folder')
    .addHelpText(
      'after',
      `
The weights come out as if the run had never stopped, with any number of workers.

Example:
  lockstep resume runs/digits-20250101-120000-1a2b --workers 4`,
    )
    .action(resume);
}

async function resume(run: string, options: LocalRunOptions): Promise<void> {
  const root = resolve(run);
  const frozen = await readFrozenJob(root);
  const numWorkers = chooseWorkers(frozen.job, options.workers);
  await runAndShow({ frozen, paths: runPaths(root), numWorkers, resumes: true, options });
}
