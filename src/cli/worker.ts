import { availableParallelism, networkInterfaces } from 'node:os';
import { credentials } from '@grpc/grpc-js';
import { Command } from 'commander';
import { systemClock } from '../clock.ts';
import { createLogger } from '../observe/logger.ts';
import { createNodeRegistry } from '../observe/metrics.ts';
import { startMetricsServer } from '../observe/metrics-server.ts';
import { VERSION } from '../version.ts';
import { splitAddress } from '../wire/address.ts';
import { insecureWarning, requireSafeListen } from '../wire/safe-listen.ts';
import { startAgent } from '../worker/agent.ts';
import { createPoolClient } from '../worker/pool-stream.ts';
import { type CoordinatorOption, coordinatorAddress, withCoordinator } from './coordinator-address.ts';
import { parseAddress, parseWholeNumber } from './option-values.ts';

interface WorkerOptions extends CoordinatorOption {
  readonly devices: number | 'auto';
  readonly listen: string;
  readonly http?: string;
  readonly advertise?: string;
  readonly insecure?: true;
}

export function workerCommand(): Command {
  return withCoordinator(new Command('worker'))
    .description('run workers on this host for the jobs of a coordinator, until SIGTERM')
    .option('--devices <auto|n>', 'workers at once; auto is one for each core', parseDevices, 'auto')
    .option(
      '--listen <host:port>',
      'where the first worker listens for the others; each further one takes the next port, with port 0 a free one',
      parseAddress,
      '127.0.0.1:0',
    )
    .option(
      '--advertise <host>',
      'name or address of this host for other hosts (default: what it listens on)',
    )
    .option('--http <host:port>', 'for /metrics, /livez and /readyz of this command', parseAddress)
    .option('--insecure', 'listen beyond loopback without TLS')
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
  const log = createLogger({ level: 'info', process: 'agent' });
  const { listen, http, insecure = false } = options;
  for (const each of http ? [listen, http] : [listen]) {
    if (requireSafeListen(each, null, insecure) === 'insecure') log.warn(insecureWarning(each));
  }
  const client = createPoolClient(address, credentials.createInsecure());
  const agent = startAgent({
    coordinatorAddress: address,
    numSlots: options.devices === 'auto' ? availableParallelism() : options.devices,
    version: VERSION,
    listen,
    advertiseHost: options.advertise ?? addressOfHost(listen),
    workerModule: new URL('../worker/main.js', import.meta.url),
    openStream: client.openStream,
    clock: systemClock,
    log,
  });
  const server = http
    ? await startMetricsServer({
        ...splitAddress(http),
        registry: createNodeRegistry(),
        notReady: () => (agent.isAttending() ? null : `no coordinator at ${address}`),
      })
    : null;
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
    await server?.close();
    process.off('SIGTERM', onSignal);
    process.off('SIGINT', onSignal);
  }
}

function parseDevices(text: string): number | 'auto' {
  return text === 'auto' ? text : parseWholeNumber(text);
}

/** Where others reach a host that listens on all of its addresses; undefined where it listens on one. */
function addressOfHost(listen: string): string | undefined {
  if (!['0.0.0.0', '::', '[::]'].includes(splitAddress(listen).host)) return undefined;
  const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return addresses.find(({ internal, family }) => !internal && family === 'IPv4')?.address;
}
