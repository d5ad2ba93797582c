import { z } from 'zod';
import { LockstepError } from './core/errors.ts';

/**
 * What a process of Lockstep is told by whoever launched it: one JSON document in one environment variable, so that
 * it does not show in the list of processes. The only place, besides the CLI, that reads the environment.
 */
const VARIABLE = 'LOCKSTEP_PROCESS';

const coordinatorConfig = z.strictObject({
  runDirectory: z.string(),
  /** HOST:PORT; port 0 takes a free one. */
  listen: z.string(),
  http: z.string(),
  /** How many workers whoever starts the coordinator brings. */
  numWanted: z.number(),
  /** From nothing, from the newest checkpoint, or in the place of a coordinator that died while workers live on. */
  start: z.enum(['new', 'resume', 'restart']),
  /** When the run was asked for, milliseconds since 1970. */
  askedAtMs: z.number(),
});

const workerConfig = z.strictObject({
  workerId: z.string(),
  jobId: z.string(),
  coordinatorAddress: z.string(),
  /** HOST:PORT of the collective service; port 0 takes a free one. */
  listen: z.string(),
  http: z.string(),
  /** HOST:PORT where peers reach the collective service, where that is not the address it listens on. */
  advertise: z.string().optional(),
  /** Host under which others reach this one, where that is not the one that it listens on. */
  advertiseHost: z.string().optional(),
});

export type CoordinatorConfig = z.infer<typeof coordinatorConfig>;
export type WorkerConfig = z.infer<typeof workerConfig>;

export function readCoordinatorConfig(environment: NodeJS.ProcessEnv = process.env): CoordinatorConfig {
  return parse(coordinatorConfig, environment);
}

export function readWorkerConfig(environment: NodeJS.ProcessEnv = process.env): WorkerConfig {
  return parse(workerConfig, environment);
}

/** The environment that hands a configuration to a process. */
export function configEnvironment(config: CoordinatorConfig | WorkerConfig): Record<string, string> {
  return { [VARIABLE]: JSON.stringify(config) };
}

/** The environment as it is, for processes that are started from this one. */
export function inheritedEnvironment(): NodeJS.ProcessEnv {
  return process.env;
}

function parse<T>(schema: z.ZodType<T>, environment: NodeJS.ProcessEnv): T {
  const text = environment[VARIABLE];
  if (!text) {
    throw new LockstepError(
      'USAGE',
      `this program is started by lockstep, which sets ${VARIABLE}; run bin/lockstep`,
    );
  }
  return schema.parse(JSON.parse(text));
}
