import { existsSync } from 'node:fs';
import type { JobRecord, StartingPoint } from '../core/coordinator/coordinator-state.ts';
import { LockstepError } from '../core/errors.ts';
import { newestCheckpoint, removePartialCheckpoints } from '../store/checkpoint-folder.ts';
import type { FrozenJob, RunPaths } from '../store/run-folder.ts';
import type { StateStore } from '../store/state-store.ts';
import { NO_PAST, type RunPast, readPast } from './run-past.ts';

/** From nothing, from the newest checkpoint, or in the place of a coordinator that died while workers live on. */
export type StartMode = 'new' | 'resume' | 'restart';

/** Where a run starts from. */
export interface RunOrigin {
  readonly start: StartingPoint;
  /** State file that workers without a newer state load; empty for none. */
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
 * with a warning), or from nothing where it has none. A restarted coordinator goes on from what its workers hold, and
 * only for want of those from the checkpoint. Throws CONFLICT when a run that has succeeded is resumed.
 */
export async function findOrigin(
  mode: StartMode,
  { paths, frozen, store }: RunOriginParts,
): Promise<RunOrigin> {
  const stored = (await store.get(`jobs/${frozen.jobId}`))?.value as JobRecord | undefined;
  const record = stored ?? null;
  if (mode === 'new' || !existsSync(paths.ledger)) {
    const start = { step: 0, record: null, isRestart: false };
    return { start, stateFile: '', past: NO_PAST, warnings: [] };
  }
  if (mode === 'resume' && record?.state === 'succeeded') {
    throw new LockstepError('CONFLICT', `${frozen.jobId} has succeeded; there is nothing to resume`);
  }
  await removePartialCheckpoints(paths.checkpoints);
  const warnings: string[] = [];
  const found = await newestCheckpoint(paths.checkpoints, frozen.jobSha256, (message) =>
    warnings.push(message),
  );
  const step = found?.step ?? 0;
  const past = await readPast(paths);
  if (past.numLedgerSteps < step) {
    throw new LockstepError(
      'RUN_INVALID',
      `${paths.ledger} has ${past.numLedgerSteps} steps, but there is a checkpoint after step ${step}; it was changed or damaged`,
    );
  }
  const start = { step, record, isRestart: mode === 'restart' };
  return { start, stateFile: found?.stateFile ?? '', past, warnings };
}
