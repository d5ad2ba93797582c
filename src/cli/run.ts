import type { Command } from 'commander';
import { bundleProgram } from './bundle-program.ts';
import { freezeJob } from './freeze-job.ts';
import { localRunCommand } from './local-run-command.ts';
import { readJob } from './read-job.ts';
import { chooseWorkers, type LocalRunOptions, runAndShow } from './run-and-show.ts';

interface RunOptions extends LocalRunOptions {
  readonly runs: string;
}

export function runCommand(): Command {
  return localRunCommand('run')
    .description('train a job on this machine, with a coordinator and worker processes')
    .argument('<job>', 'folder with job.yaml and the program')
    .option('--runs <dir>', 'folder that the run folder is made in', 'runs')
    .addHelpText(
      'after',
      `
Ctrl-C finishes the step in flight, writes a checkpoint and stops; a second Ctrl-C stops at once.

Examples:
  lockstep run examples/digits
  lockstep run examples/digits --workers 2 --json > result.json`,
    )
    .action(run);
}

async function run(jobDirectory: string, options: RunOptions): Promise<void> {
  const job = await readJob(jobDirectory);
  const numWorkers = chooseWorkers(job, options.workers);
  const program = await bundleProgram({ jobDirectory, program: job.program });
  const { frozen, paths } = await freezeJob({ job, jobDirectory, program, runsDirectory: options.runs });
  await runAndShow({ frozen, paths, numWorkers, resumes: false, options });
}
