import { resolve } from 'node:path';
import { ServerCredentials } from '@grpc/grpc-js';
import { Command, InvalidArgumentError } from 'commander';
import { systemClock } from '../clock.ts';
import { startService } from '../coordinator/service.ts';
import { dataPaths } from '../coordinator/submissions.ts';
import { createLogger } from '../observe/logger.ts';
import { openFileStore } from '../store/file-store.ts';
import { insecureWarning, requireSafeListen } from '../wire/safe-listen.ts';
import { DEFAULT_ADDRESS } from './coordinator-address.ts';
import { parseAddress } from './option-values.ts';

interface CoordinatorOptions {
  readonly listen: string;
  readonly http: string;
  readonly data: string;
  readonly store?: string;
  readonly insecure?: true;
}

export function coordinatorCommand(): Command {
  return new Command('coordinator')
    .description('serve jobs to a pool of workers, until SIGTERM')
    .option(
      '--listen <host:port>',
      'for workers and commands; port 0 takes a free one',
      parseAddress,
      DEFAULT_ADDRESS,
    )
    .option('--http <host:port>', 'for /metrics, /livez and /readyz', parseAddress, '127.0.0.1:7601')
    .option('--data <dir>', 'folder for jobs and what they lead to', 'lockstep-data')
    .option('--store <file:dir>', 'where the state of jobs is kept (default: in the data folder)', parseStore)
    .option('--insecure', 'listen beyond loopback without TLS')
    .addHelpText(
      'after',
      `
Each job has its run folder in DIR/jobs, as a run on one machine has; verify, describe and predict work on it.
A coordinator that is started again on the same folder goes on with all jobs, and the workers come back to it.
Workers read and write the data folder under the same path: run them on this host, or share the folder.

Example:
  lockstep coordinator --data /srv/lockstep`,
    )
    .action(serve);
}

async function serve(options: CoordinatorOptions): Promise<void> {
  const { listen, http, data, store, insecure = false } = options;
  const log = createLogger({ level: 'info', process: 'coordinator' });
  const modes = [listen, http].map((address) => {
    const mode = requireSafeListen(address, null, insecure);
    if (mode === 'insecure') log.warn(insecureWarning(address));
    return mode;
  });
  const crash = (error: unknown): never => {
    log.fatal(error, 'the coordinator cannot go on');
    process.exit(1);
  };
  const folder = resolve(data);
  const directory = store ?? dataPaths(folder).state;
  const warn = (message: string): void => log.warn(message);
  const service = await startService({
    data: folder,
    store: await openFileStore({ directory, warn }),
    listen,
    http,
    credentials: ServerCredentials.createInsecure(),
    isInsecure: modes.includes('insecure'),
    clock: systemClock,
    log,
    crash,
  });
  process.on('uncaughtException', crash);
  log.info({ address: service.address, http: service.httpAddress, data: folder }, 'listening');
  const signal = await new Promise<string>((done) => {
    process.once('SIGTERM', done);
    process.once('SIGINT', done);
  });
  log.info({ signal }, 'ends; jobs go on when a coordinator is started again');
  await service.close();
  process.exit(0);
}

function parseStore(text: string): string {
  if (!text.startsWith('file:') || text === 'file:')
    throw new InvalidArgumentError('Give a folder, such as file:/srv/lockstep/state.');
  return resolve(text.slice('file:'.length));
}
