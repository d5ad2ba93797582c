import { availableParallelism } from 'node:os';
import { credentials } from '@grpc/grpc-js';
import { Command } from 'commander';
import { systemClock } from '../clock.ts';
import { createLogger } from '../observe/logger.ts';
import { VERSION } from '../version.ts';
import { startAgent } from '../worker/agent.ts';
import { createPoolClient } from '../worker/pool-stream.ts';
import { type CoordinatorOption, coordinatorAddress, withCoordinator } from './coordinator-address.ts';
import { parseWholeNumber } from './option-values.ts';

interface WorkerOptions extends CoordinatorOption {
  readonly devices: number | 'auto';
}

export function workerCommand(): Command {
  return withCoordinator(new Command('worker'))
    .description('run workers on this host for the jobs of a coordinator, until SIGTERM')
    .option('--devices <auto|n>', 'workers at once; auto is one for each core', parseDevices, 'auto')
    .addHelpText(
      'after',
      `
The workers read and write the coordinator's data folder under the path that it has there: run this command on the
coordinator's host, or on one that shares the folder.
SIGTERM lets each worker finish its step and leave; one that alone holds the weights of a job stays until another has
them or the job is over. A second SIGTERM ends all at once.

Example:
  lockstep worker --coordinator 127.0.0.1:7600 --devices 4`,
    )
    .action(attend);
}

async function attend(options: WorkerOptions): Promise<void> {
  const address = await coordinatorAddress(options);
  const client = createPoolClient(address, credentials.createInsecure());
  const agent = startAgent({
    coordinatorAddress: address,
    numSlots: options.devices === 'auto' ? availableParallelism() : options.devices,
    version: VERSION,
    workerModule: new URL('../worker/main.js', import.meta.url),
    openStream: client.openStream,
    clock: systemClock,
    log: createLogger({ level: 'info', process: 'agent' }),
  });
  let isLeaving = false;
  const onSignal = (signal: string): void => {
    if (isLeaving) void agent.end().then(() => process.exit(0));
    else agent.leave(signal);
    isLeaving = true;
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  try {
    await agent.over;
  } finally {
    await agent.end();
    client.close();
    process.off('SIGTERM', onSignal);
    process.off('SIGINT', onSignal);
  }
}

function parseDevices(text: string): number | 'auto' {
  return text === 'auto' ? text : parseWholeNumber(text);
}
