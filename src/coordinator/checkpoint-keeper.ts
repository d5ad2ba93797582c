import { join } from 'node:path';
import { expendableCheckpoints } from '../core/checkpoint/checkpoint-policy.ts';
import type { CheckpointManifest } from '../core/checkpoint/manifest.ts';
import type { CheckpointInFlight } from '../core/coordinator/coordinator-state.ts';
import {
  completeCheckpoint,
  listCheckpoints,
  removeCheckpoint,
  removePartialCheckpoints,
  STATE_FILE,
} from '../store/checkpoint-folder.ts';
import type { FrozenJob, RunPaths } from '../store/run-folder.ts';

export interface CheckpointKeeperOptions {
  readonly paths: RunPaths;
  readonly frozen: FrozenJob;
  readonly engine: () => string;
  /** Step of the checkpoint with the best validation, which stays whatever its age; null for none. */
  readonly bestStep: () => number | null;
}

/**
 * Makes a checkpoint of its parts and lets those go that are older than the job wants to keep, or that were never
 * finished: a disk that is full must not stay so because of what failed on it. Resolves with the state file.
 */
export function createCheckpointKeeper({ paths, frozen, engine, bestStep }: CheckpointKeeperOptions) {
  return async (checkpoint: CheckpointInFlight): Promise<string> => {
    const { step, generation, parts, fileBytes } = checkpoint;
    const manifest: CheckpointManifest = {
      version: 1,
      jobId: frozen.jobId,
      jobSha256: frozen.jobSha256,
      step,
      generation,
      engine: engine(),
      file: STATE_FILE,
      fileBytes,
      parts: [...parts].sort((a, b) => a.begin - b.begin),
    };
    const folder = await completeCheckpoint(paths.checkpoints, manifest).finally(() =>
      removePartialCheckpoints(paths.checkpoints, step),
    );
    const steps = await listCheckpoints(paths.checkpoints);
    for (const old of expendableCheckpoints(steps, frozen.job.checkpoint.keep, bestStep())) {
      await removeCheckpoint(paths.checkpoints, old);
    }
    return join(folder, STATE_FILE);
  };
}
