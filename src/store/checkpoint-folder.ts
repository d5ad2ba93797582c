import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type CheckpointManifest, coverageProblem } from '../core/checkpoint/manifest.ts';
import { LockstepError } from '../core/errors.ts';

export const STATE_FILE = 'state.safetensors';
const MANIFEST_FILE = 'manifest.json';
const COMPLETE_NAME = /^step-(\d+)$/;
const PARTIAL_NAME = /^step-(\d+)\.g\d+\.partial$/;

/** Folder that the ranks write into until the manifest makes it a checkpoint. */
export function partialCheckpointName(step: number, generation: number): string {
  return `${checkpointName(step)}.g${generation}.partial`;
}

function checkpointName(step: number): string {
  return `step-${String(step).padStart(8, '0')}`;
}

/**
 * Makes a checkpoint of what the ranks wrote: manifest beside the state, fsynced, then the folder renamed (P11).
 * Throws CHECKPOINT_INVALID when the state file has another size, and what the file system says.
 */
export async function completeCheckpoint(directory: string, manifest: CheckpointManifest): Promise<string> {
  const partial = join(directory, partialCheckpointName(manifest.step, manifest.generation));
  const state = await open(join(partial, STATE_FILE), 'r');
  try {
    const { size } = await state.stat();
    if (size !== manifest.fileBytes) {
      throw new LockstepError(
        'CHECKPOINT_INVALID',
        `${partial}: ${size} bytes where ${manifest.fileBytes} are due`,
      );
    }
  } finally {
    await state.close();
  }
  const file = await open(join(partial, MANIFEST_FILE), 'w');
  try {
    await file.writeFile(`${JSON.stringify(manifest, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await syncFolder(partial);
  const complete = join(directory, checkpointName(manifest.step));
  if (await holdsTheSame(complete, manifest)) {
    await rm(partial, { recursive: true, force: true });
    return complete;
  }
  await rm(complete, { recursive: true, force: true });
  await rename(partial, complete);
  await syncFolder(directory);
  return complete;
}

/** True when a step that was taken back and redone gave the checkpoint that is there already, whole. */
async function holdsTheSame(
  folder: string,
  { jobSha256, fileBytes, parts }: CheckpointManifest,
): Promise<boolean> {
  const found = await readCheckpoint(folder, jobSha256).catch(() => null);
  return (
    found !== null && fileBytes === found.manifest.fileBytes && isDeepStrictEqual(found.manifest.parts, parts)
  );
}

/** Steps of the complete checkpoints in `directory`, oldest first. */
export async function listCheckpoints(directory: string): Promise<number[]> {
  const names = await readdir(directory).catch(() => [] as string[]);
  return names
    .flatMap((name) => COMPLETE_NAME.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

export async function removeCheckpoint(directory: string, step: number): Promise<void> {
  await rm(join(directory, checkpointName(step)), { recursive: true, force: true });
}

/** Removes what unfinished checkpoints, those of steps up to `lastStep`, left behind. */
export async function removePartialCheckpoints(
  directory: string,
  lastStep = Number.POSITIVE_INFINITY,
): Promise<void> {
  const names = await readdir(directory).catch(() => [] as string[]);
  for (const name of names) {
    const step = PARTIAL_NAME.exec(name)?.[1];
    if (step !== undefined && Number(step) <= lastStep) {
      await rm(join(directory, name), { recursive: true, force: true });
    }
  }
}

export interface FoundCheckpoint {
  readonly step: number;
  /** Path of the state file. */
  readonly stateFile: string;
  readonly manifest: CheckpointManifest;
}

/**
 * The newest checkpoint whose bytes match its manifest and whose job is `jobSha256`, or null. Damaged ones are passed
 * over with a warning.
 */
export async function newestCheckpoint(
  directory: string,
  jobSha256: string,
  warn: (message: string) => void,
): Promise<FoundCheckpoint | null> {
  const steps = await listCheckpoints(directory);
  for (const step of steps.reverse()) {
    const folder = join(directory, checkpointName(step));
    try {
      return await readCheckpoint(folder, jobSha256);
    } catch (error) {
      warn(`checkpoint ${folder} is not used: ${(error as Error).message}`);
    }
  }
  return null;
}

async function readCheckpoint(folder: string, jobSha256: string): Promise<FoundCheckpoint> {
  const manifest = JSON.parse(await readFile(join(folder, MANIFEST_FILE), 'utf8')) as CheckpointManifest;
  const bad = (problem: string): LockstepError => new LockstepError('CHECKPOINT_INVALID', problem);
  if (manifest.version !== 1) throw bad(`its version is ${manifest.version}, this Lockstep reads version 1`);
  if (manifest.jobSha256 !== jobSha256) throw bad('it belongs to another job or another program');
  const stateFile = join(folder, STATE_FILE);
  const bytes = await readFile(stateFile);
  const gap = coverageProblem(manifest.parts, bytes.length);
  if (gap) throw bad(gap);
  for (const { begin, end, sha256 } of manifest.parts) {
    const actual = createHash('sha256').update(bytes.subarray(begin, end)).digest('hex');
    if (actual !== sha256) throw bad(`bytes ${begin} to ${end} do not match their SHA-256`);
  }
  return { step: manifest.step, stateFile, manifest };
}

async function syncFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true });
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
