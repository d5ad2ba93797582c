import type { CoordinatorConfig } from '../config.ts';
import type { JobRecord, StartingPoint } from '../core/coordinator/coordinator-state.ts';
import { LockstepError } from '../core/errors.ts';
import { newestCheckpoint, removePartialCheckpoints } from '../store/checkpoint-folder.ts';
import type { FrozenJob, RunPaths } from '../store/run-folder.ts';
import type { StateStore } from '../store/state-store.ts';
import { NO_PAST, type RunPast, rewindRun } from './rewind-run.ts';

/** Where a run starts from. */
export interface RunOrigin {
  readonly start: StartingPoint;
  /** State file that the workers load; empty for none. */
  readonly stateFile: string;
  readonly past: RunPast;
  readonly warnings: readonly string[];
}

export interface RunOriginParts {
  readonly paths: RunPaths;
  readonly frozen: FrozenJob;
  readonly store: StateStore;
}

/**
 * A new run starts from nothing. A resumed one starts from its newest complete checkpoint (damaged ones are passed over
 * with a warning), or from nothing where it has none. Throws CONFLICT for a run that has succeeded.
 */
export async function findOrigin(
  { resumes }: CoordinatorConfig,
  { paths, frozen, store }: RunOriginParts,
): Promise<RunOrigin> {
  const start = { generation: 0, step: 0 };
  if (!resumes) return { start, stateFile: '', past: NO_PAST, warnings: [] };
  const record = (await store.get(`jobs/${frozen.jobId}`))?.value as JobRecord | undefined;
  if (record?.state === 'succeeded') {
    throw new LockstepError('CONFLICT', `${frozen.jobId} has succeeded; there is nothing to resume`);
  }
  await removePartialCheckpoints(paths.checkpoints);
  const warnings: string[] = [];
  const found = await newestCheckpoint(paths.checkpoints, frozen.jobSha256, (message) =>
    warnings.push(message),
  );
  const step = found?.step ?? 0;
  return {
    start: { generation: record?.generation ?? 0, step },
    stateFile: found?.stateFile ?? '',
    past: await rewindRun(paths, step),
    warnings,
  };
}
