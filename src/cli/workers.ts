import { Command } from 'commander';
import { type AgentSummary, createControlClient } from './control-client.ts';
import { type CoordinatorOption, coordinatorAddress, withCoordinator } from './coordinator-address.ts';

export function workersCommand(): Command {
  return withCoordinator(new Command('workers'))
    .description('show the hosts of a pool, their slots, and which jobs these serve')
    .option('--json', 'print one JSON object for each host')
    .addHelpText('after', '\nExample:\n  lockstep workers')
    .action(workers);
}

async function workers(options: CoordinatorOption & { readonly json?: true }): Promise<void> {
  const client = createControlClient(await coordinatorAddress(options));
  try {
    const agents = await client.listWorkers();
    const lines = options.json ? agents.map((agent) => JSON.stringify(agent)) : agents.flatMap(asLines);
    for (const line of lines.length > 0 || options.json ? lines : ['no workers'])
      process.stdout.write(`${line}\n`);
  } finally {
    client.close();
  }
}

function asLines(agent: AgentSummary): string[] {
  const { agentId, host, numSlots, leaving } = agent;
  const workers = agent.workers.map(({ workerId, jobId, draining }) =>
    draining ? `  ${workerId}  ${jobId}, leaves` : `  ${workerId}  ${jobId}`,
  );
  const slots = `${agent.workers.length} of ${numSlots} slots busy`;
  return [`${agentId}  ${host}, ${slots}${leaving ? ', leaves' : ''}`, ...workers];
}
