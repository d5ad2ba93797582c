import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CheckpointManifest } from '../../../src/core/checkpoint/manifest.ts';
import type { HostTensor } from '../../../src/core/host-tensor.ts';
import {
  completeCheckpoint,
  listCheckpoints,
  newestCheckpoint,
  partialCheckpointName,
  removeCheckpoint,
  removePartialCheckpoints,
  STATE_FILE,
} from '../../../src/store/checkpoint-folder.ts';
import { decodeSafetensors, encodeHeader, encodeRange } from '../../../src/store/safetensors.ts';

const JOB = 'a'.repeat(64);
const VALUE: HostTensor = {
  shape: [2, 3],
  dtype: 'float32',
  data: Float32Array.from([1, -2, 0.5, 1e-30, 7, 8]),
};
const TENSORS = [{ name: 'weights/0', value: VALUE }];

let directory: string;
let warnings: string[];
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lockstep-checkpoints-'));
  warnings = [];
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const newest = (jobSha256 = JOB) =>
  newestCheckpoint(directory, jobSha256, (message) => warnings.push(message));
const stateOf = (step: number): string =>
  join(directory, `step-${String(step).padStart(8, '0')}`, STATE_FILE);

/** Writes a state in two parts, as two ranks do, and the manifest unless `isUnfinished`. */
async function writeCheckpoint(step: number, isUnfinished = false): Promise<void> {
  const { header, fileBytes } = encodeHeader(TENSORS, { step: String(step) });
  const middle = Math.floor(fileBytes / 2);
  const ranges = [
    { begin: 0, end: middle },
    { begin: middle, end: fileBytes },
  ];
  const written = ranges.map((range) => encodeRange(header, TENSORS, range));
  const folder = join(directory, partialCheckpointName(step, 1));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, STATE_FILE), Buffer.concat(written));
  if (isUnfinished) return;
  const parts = ranges.map((range, rank) => ({
    rank,
    ...range,
    sha256: createHash('sha256').update(written[rank]!).digest('hex'),
  }));
  const job = { version: 1, jobId: 'j', jobSha256: JOB, step, generation: 1, engine: 'cpu' } as const;
  const manifest: CheckpointManifest = { ...job, file: STATE_FILE, fileBytes, parts };
  await completeCheckpoint(directory, manifest);
}

describe('the folder of checkpoints', () => {
  it('gives back the newest, bit for bit', async () => {
    await writeCheckpoint(9);
    await writeCheckpoint(10);
    const found = await newest();
    expect(found?.step).toBe(10);
    const [tensor] = decodeSafetensors(await readFile(found!.stateFile), found!.stateFile);
    expect(tensor).toEqual(TENSORS[0]);
    expect(warnings).toEqual([]);
  });

  it('P11: passes over a checkpoint whose bytes have changed, with a warning', async () => {
    await writeCheckpoint(1);
    await writeCheckpoint(2);
    const bytes = await readFile(stateOf(2));
    bytes[bytes.length - 1]! ^= 1;
    await writeFile(stateOf(2), bytes);
    expect((await newest())?.step).toBe(1);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/step-00000002 is not used: bytes \d+ to \d+ do not match their SHA-256/);
  });

  it('P11: passes over a checkpoint that was cut short, with a warning', async () => {
    await writeCheckpoint(1);
    await writeCheckpoint(2);
    const bytes = await readFile(stateOf(2));
    await writeFile(stateOf(2), bytes.subarray(0, bytes.length - 3));
    expect((await newest())?.step).toBe(1);
    expect(warnings[0]).toMatch(/step-00000002 is not used: /);
  });

  it('passes over the checkpoints of another job, and finds none where there is none', async () => {
    expect(await newest()).toBeNull();
    await writeCheckpoint(1);
    expect(await newest('b'.repeat(64))).toBeNull();
    expect(warnings[0]).toContain('it belongs to another job or another program');
  });

  it('knows no checkpoint without a manifest, and clears it away', async () => {
    await writeCheckpoint(1);
    await writeCheckpoint(2, true);
    expect(await listCheckpoints(directory)).toEqual([1]);
    expect((await newest())?.step).toBe(1);
    await removePartialCheckpoints(directory);
    expect(await readdir(directory)).toEqual(['step-00000001']);
  });

  it('leaves what is being written of later steps', async () => {
    await writeCheckpoint(2, true);
    await writeCheckpoint(3, true);
    await removePartialCheckpoints(directory, 2);
    expect(await readdir(directory)).toEqual([expect.stringMatching(/^step-00000003\.g\d+\.partial$/)]);
  });

  it('refuses to complete a state of another size', async () => {
    await writeCheckpoint(3, true);
    const manifest = {
      version: 1,
      jobId: 'j',
      jobSha256: JOB,
      step: 3,
      generation: 1,
      engine: 'cpu',
    } as const;
    await expect(
      completeCheckpoint(directory, { ...manifest, file: STATE_FILE, fileBytes: 5, parts: [] }),
    ).rejects.toMatchObject({ code: 'CHECKPOINT_INVALID' });
    expect(await listCheckpoints(directory)).toEqual([]);
  });

  it('lists by step and removes one', async () => {
    for (const step of [100, 20, 3]) await writeCheckpoint(step);
    expect(await listCheckpoints(directory)).toEqual([3, 20, 100]);
    await removeCheckpoint(directory, 20);
    expect(await listCheckpoints(directory)).toEqual([3, 100]);
  });
});
