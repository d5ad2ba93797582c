import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { writeCheckpointPart } from '../../../src/worker/checkpoint-writer.ts';
import { mountSmallDisk } from '../../setup/small-disk.ts';

const MIB = 1024 * 1024;

it('tells that the disk is full, even where the first half of a part still fits, and leaves nothing on it', async (context) => {
  const runDirectory = mountSmallDisk(context, 2 * MIB);
  await writeFile(path.join(runDirectory, 'other'), new Uint8Array(MIB));
  const bytes = new Uint8Array(1.5 * MIB);
  const snapshot = { bytes, begin: 0, fileBytes: bytes.length, seconds: 0 };
  await expect(writeCheckpointPart({ runDirectory, generation: 1, step: 1, snapshot })).rejects.toThrow(
    'ENOSPC',
  );
  expect(await readdir(path.join(runDirectory, 'checkpoints'))).toEqual([]);
});
