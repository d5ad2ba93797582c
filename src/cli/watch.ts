import { Command } from 'commander';
import { ERROR_CODES } from '../core/errors.ts';
import type { JobSpec } from '../core/job/job-spec.ts';
import { parseJob } from '../core/job/parse-job.ts';
import { createControlClient } from './control-client.ts';
import { type CoordinatorOption, coordinatorAddress, withCoordinator } from './coordinator-address.ts';
import { showRun } from './show-run.ts';
import { watchJob } from './watch-job.ts';

export function watchCommand(): Command {
  return withCoordinator(new Command('watch'))
    .description('follow a job of a coordinator until it is over, as run does')
    .argument('<id>', 'job, as submit and list name it')
    .option('--json', 'print one JSON object at the end and nothing else on stdout')
    .addHelpText(
      'after',
      `
Ctrl-C only ends the watching; lockstep cancel stops a job.

Example:
  lockstep watch digits-1a2b3c4d5e`,
    )
    .action(watch);
}

async function watch(jobId: string, options: CoordinatorOption & { readonly json?: true }): Promise<void> {
  const address = await coordinatorAddress(options);
  const client = createControlClient(address);
  try {
    const { jobJson } = await client.getJob(jobId);
    const job = parseJob(JSON.parse(jobJson), jobId);
    await watchAndShow({ address, jobId, job, json: options.json === true, preface: [] });
  } finally {
    client.close();
  }
}

export interface WatchedJob {
  readonly address: string;
  readonly jobId: string;
  readonly job: JobSpec;
  readonly json: boolean;
  readonly preface: readonly string[];
}

/** Follows a job of a coordinator before the user's eyes, prints the result, and sets the exit code. */
export async function watchAndShow({ address, jobId, job, json, preface }: WatchedJob): Promise<void> {
  await showRun({
    job,
    json,
    preface,
    places: { runDirectory: `lockstep fetch ${jobId} brings it here`, reportFile: null },
    onInterrupt: () => {
      process.stderr.write(`\n${jobId} goes on; lockstep watch ${jobId} follows it again\n`);
      process.exit(ERROR_CODES.INTERRUPTED.exitCode);
    },
    follow: async ({ onStep, onEvent }) => {
      const watching = watchJob({ address, jobId, onStep, onEvent });
      try {
        return await watching.result;
      } finally {
        watching.close();
      }
    },
  });
}
