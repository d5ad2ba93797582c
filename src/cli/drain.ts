import { Command } from 'commander';
import { createControlClient } from './control-client.ts';
import { type CoordinatorOption, coordinatorAddress, withCoordinator } from './coordinator-address.ts';

export function drainCommand(): Command {
  return withCoordinator(new Command('drain'))
    .description('let a worker, or a host with all of its workers, finish the step and leave')
    .argument('<worker>', 'worker or host, as workers names it')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      `
A slot whose worker left is used again; a host that left ends its command lockstep worker.

Example:
  lockstep drain w-1a2b3c4d`,
    )
    .action(drain);
}

async function drain(workerId: string, options: CoordinatorOption & { readonly json?: true }): Promise<void> {
  const client = createControlClient(await coordinatorAddress(options));
  try {
    const workerIds = await client.drainWorker(workerId);
    if (options.json) process.stdout.write(`${JSON.stringify({ workerIds })}\n`);
    else process.stdout.write(workerIds.map((id) => `${id} leaves\n`).join(''));
  } finally {
    client.close();
  }
}
