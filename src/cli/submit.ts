import { randomUUID } from 'node:crypto';
import { Command, InvalidArgumentError } from 'commander';
import { bundleProgram } from './bundle-program.ts';
import { createControlClient } from './control-client.ts';
import { type CoordinatorOption, coordinatorAddress, withCoordinator } from './coordinator-address.ts';
import { readJob } from './read-job.ts';
import { submissionParts } from './submission-parts.ts';
import { watchAndShow } from './watch.ts';

interface SubmitOptions extends CoordinatorOption {
  readonly watch?: true;
  readonly json?: true;
  readonly priority: number;
  readonly key?: string;
}

export function submitCommand(): Command {
  return withCoordinator(new Command('submit'))
    .description('hand a job to a coordinator, which runs it when workers are free')
    .argument('<job>', 'folder with job.yaml and the program')
    .option('--watch', 'follow the job until it is over, as run does')
    .option('--json', 'print one JSON object at the end and nothing else on stdout')
    .option('--priority <n>', 'jobs with a greater one go first, -1000 to 1000', parsePriority, 0)
    .option('--key <text>', 'submitting again under the same key gives the same job')
    .addHelpText(
      'after',
      `
The program is bundled here and sent with the files of the job folder; hidden files, links, node_modules and runs stay
behind. Large data belongs where the workers can read it; name it in the program by its whole path.

Examples:
  lockstep submit examples/digits
  lockstep submit examples/digits --watch --json > result.json`,
    )
    .action(submit);
}

async function submit(jobDirectory: string, options: SubmitOptions): Promise<void> {
  const address = await coordinatorAddress(options);
  const job = await readJob(jobDirectory);
  const program = await bundleProgram({ jobDirectory, program: job.program });
  const { key = randomUUID(), priority } = options;
  const client = createControlClient(address);
  try {
    const packed = { job, jobDirectory, program, key, priority };
    const { jobId, existed } = await client.submitJob(submissionParts(packed));
    if (options.watch) {
      const preface = [existed ? `submitted before as ${jobId}` : `submitted as ${jobId}`];
      await watchAndShow({ address, jobId, job, json: options.json === true, preface });
    } else if (options.json) process.stdout.write(`${JSON.stringify({ jobId, existed })}\n`);
    else process.stdout.write(`${jobId}\n`);
  } finally {
    client.close();
  }
}

function parsePriority(text: string): number {
  const value = Number(text);
  if (!/^-?\d+$/.test(text) || Math.abs(value) > 1_000)
    throw new InvalidArgumentError('Give a whole number from -1000 to 1000.');
  return value;
}
