import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { LockstepError } from '../../core/errors.ts';
import { durationText } from '../../observe/quantity-text.ts';
import { type FrozenJob, type RunPaths, readFrozenJob, runPaths } from '../../store/run-folder.ts';
import { runJob } from '../run-job.ts';
import { stopOnInterrupt } from './stop-on-interrupt.ts';

/** What a run under faults is compared with. */
export interface Undisturbed {
  readonly jobSha256: string;
  /** Version of Lockstep that froze the job; another may compute in another order. */
  readonly version: string;
  readonly weightsSha256: string;
}

export interface UndisturbedRunOptions {
  readonly frozen: FrozenJob;
  readonly paths: RunPaths;
  readonly numWorkers: number;
  readonly say: (line: string) => void;
}

/** Runs a frozen job in peace. Throws what made it fail, or INTERRUPTED. */
export async function runUndisturbed(options: UndisturbedRunOptions): Promise<Undisturbed> {
  const { frozen, paths, numWorkers, say } = options;
  say(`Undisturbed:  ${paths.root}`);
  const { jobSha256, version } = frozen;
  const interrupts = stopOnInterrupt();
  try {
    const { status, weightsSha256, wallSeconds, error } = await runJob({
      frozen,
      paths,
      numWorkers,
      resumes: false,
      listen: '127.0.0.1:0',
      http: '127.0.0.1:0',
      onStep: () => undefined,
      onEvent: () => undefined,
      stop: interrupts.stop,
    });
    if (error) throw new LockstepError(error.code, error.message, error.details);
    if (status !== 'succeeded') throw new LockstepError('INTERRUPTED', 'the undisturbed run was stopped');
    say(`  done in ${durationText(wallSeconds)}, sha-256 ${weightsSha256}`);
    return { jobSha256, version, weightsSha256 };
  } finally {
    interrupts.close();
  }
}

const succeeded = z.object({ status: z.literal('succeeded'), weightsSha256: z.string().length(64) });

/** Reads what an earlier run came to. Throws RUN_INVALID unless it succeeded. */
export async function readUndisturbed(run: string): Promise<Undisturbed> {
  const { jobSha256, version } = await readFrozenJob(run);
  const path = runPaths(run).result;
  try {
    const { weightsSha256 } = succeeded.parse(JSON.parse(await readFile(path, 'utf8')));
    return { jobSha256, version, weightsSha256 };
  } catch {
    throw new LockstepError('RUN_INVALID', `${path} does not tell of a run that succeeded; give another run`);
  }
}
