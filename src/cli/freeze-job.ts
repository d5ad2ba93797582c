import { createHash, randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { LockstepError } from '../core/errors.ts';
import { canonicalJob } from '../core/job/canonical-job.ts';
import type { JobSpec } from '../core/job/job-spec.ts';
import { type FrozenJob, type RunPaths, runPaths } from '../store/run-folder.ts';
import { VERSION } from '../version.ts';

export interface FreezeRequest {
  readonly job: JobSpec;
  readonly jobDirectory: string;
  /** The bundled program. */
  readonly program: string;
  /** Folder that holds the runs. */
  readonly runsDirectory: string;
}

/** Makes the run folder with everything that the run depends on. Throws IO_FAILED when it cannot be written. */
export async function freezeJob(request: FreezeRequest): Promise<{ frozen: FrozenJob; paths: RunPaths }> {
  const { job, program } = request;
  const now = new Date();
  const stamp = now.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
  const jobId = `${job.name.slice(0, 40)}-${stamp}-${randomBytes(2).toString('hex')}`;
  const paths = runPaths(resolve(request.runsDirectory, jobId));
  const frozen: FrozenJob = {
    jobId,
    job,
    jobSha256: createHash('sha256').update(canonicalJob(job)).update(program).digest('hex'),
    jobDirectory: resolve(request.jobDirectory),
    version: VERSION,
    createdAt: now.toISOString(),
  };
  try {
    await makeFolder(paths.root);
    await Promise.all([paths.checkpoints, paths.tensorBoard].map((folder) => mkdir(folder)));
    await writeFile(paths.program, program);
    await writeFile(paths.job, `${JSON.stringify(frozen, null, 2)}\n`);
  } catch (error) {
    throw new LockstepError(
      'IO_FAILED',
      `the run folder ${paths.root} cannot be written: ${(error as Error).message}`,
    );
  }
  return { frozen, paths };
}

/** Makes a folder and those around it. Node's own `recursive` never returns for a folder in /proc. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT') throw error;
    await makeFolder(dirname(path));
    await mkdir(path).catch((second: NodeJS.ErrnoException) => {
      if (second.code !== 'EEXIST') throw second;
    });
  }
}
