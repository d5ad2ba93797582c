import { Command } from 'commander';
import { createControlClient } from './control-client.ts';
import { type CoordinatorOption, coordinatorAddress, withCoordinator } from './coordinator-address.ts';

export function cancelCommand(): Command {
  return withCoordinator(new Command('cancel'))
    .description('stop a job: it finishes the step in flight and writes a checkpoint')
    .argument('<id>', 'job, as submit and list name it')
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExample:\n  lockstep cancel digits-1a2b3c4d5e')
    .action(cancel);
}

async function cancel(jobId: string, options: CoordinatorOption & { readonly json?: true }): Promise<void> {
  const client = createControlClient(await coordinatorAddress(options));
  try {
    const state = await client.stopJob(jobId, 'cancelled by the user');
    process.stdout.write(options.json ? `${JSON.stringify({ jobId, state })}\n` : `${jobId}: ${state}\n`);
  } finally {
    client.close();
  }
}
