import { Command } from 'commander';
import { textTable } from '../observe/text-table.ts';
import { createControlClient, type JobSummary } from './control-client.ts';
import { type CoordinatorOption, coordinatorAddress, withCoordinator } from './coordinator-address.ts';
import { parseWholeNumber } from './option-values.ts';

interface ListOptions extends CoordinatorOption {
  readonly json?: true;
  readonly limit: number;
}

const COLUMNS = 160;

export function listCommand(): Command {
  return withCoordinator(new Command('list'))
    .description('show the jobs of a coordinator, newest first, and why those wait that wait')
    .option('--limit <n>', 'jobs to show', parseWholeNumber, 100)
    .option('--json', 'print one JSON object for each job')
    .addHelpText('after', '\nExample:\n  lockstep list')
    .action(list);
}

async function list(options: ListOptions): Promise<void> {
  const client = createControlClient(await coordinatorAddress(options));
  try {
    const jobs: JobSummary[] = [];
    for await (const job of client.listJobs()) {
      jobs.push(job);
      if (jobs.length === options.limit) break;
    }
    const lines = options.json ? jobs.map(asJson) : asTable(jobs);
    for (const line of lines) process.stdout.write(`${line}\n`);
  } finally {
    client.close();
  }
}

function asJson({ jobJson: _, submittedMs, ...job }: JobSummary): string {
  return JSON.stringify({ ...job, submitted: new Date(submittedMs).toISOString() });
}

function asTable(jobs: readonly JobSummary[]): string[] {
  if (jobs.length === 0) return ['no jobs'];
  const rows = jobs.map((job): [string, string, string, string, string, string] => [
    job.jobId,
    job.state,
    `priority ${job.priority}`,
    `${job.numWorkers} of ${job.maxWorkers} workers`,
    job.numSteps === 0 ? '' : `step ${job.step} of ${job.numSteps}`,
    job.waiting,
  ]);
  return textTable(rows, COLUMNS, 'left');
}
