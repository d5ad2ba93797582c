import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseJob } from '../../../src/core/job/parse-job.ts';
import { readDatasetFacts, readFrozenJob, runPaths } from '../../../src/store/run-folder.ts';

const JOB = parseJob({ name: 'a', program: 'p.ts', training: { epochs: 1, globalBatchSize: 8 } }, 'job.yaml');
const FROZEN = {
  jobId: 'a-1',
  job: JOB,
  jobSha256: '0'.repeat(64),
  jobDirectory: '/jobs/a',
  version: '0.1.0',
  createdAt: '2026-01-01T00:00:00.000Z',
};
const FACTS = { numTraining: 10, fingerprint: 'f', classNames: ['x', 'y'], notes: [] };

let root: string;
beforeEach(async () => {
  root = await mkdtemp(`${tmpdir()}/run-folder-`);
});
afterEach(() => rm(root, { recursive: true }));

test('reads back the frozen job and the facts about its data', async () => {
  await writeFile(runPaths(root).job, JSON.stringify(FROZEN));
  await writeFile(runPaths(root).dataset, JSON.stringify(FACTS));
  expect(await readFrozenJob(root)).toEqual(FROZEN);
  expect(await readDatasetFacts(root)).toEqual(FACTS);
});

test.each([
  ['no file', null, 'ENOENT'],
  ['no JSON', '{', 'JSON'],
  ['no object', '[]', 'the file: Invalid input'],
  ['no job', JSON.stringify({ ...FROZEN, job: undefined }), 'job: Invalid input'],
  [
    'half a job',
    JSON.stringify({ ...FROZEN, job: { ...JOB, workers: {} } }),
    'job.workers.min: Invalid input',
  ],
])('refuses a job.json with %s', async (_, text, reason) => {
  if (text !== null) await writeFile(runPaths(root).job, text);
  await expect(readFrozenJob(root)).rejects.toMatchObject({
    code: 'RUN_INVALID',
    message: expect.stringMatching(
      new RegExp(`^${root} is no run folder: ${root}/job.json cannot be used \\(.*${reason}`),
    ),
  });
});

test('refuses facts without the number of samples', async () => {
  await writeFile(runPaths(root).dataset, JSON.stringify({ ...FACTS, numTraining: 'ten' }));
  await expect(readDatasetFacts(root)).rejects.toMatchObject({
    code: 'RUN_INVALID',
    message: expect.stringContaining('numTraining: Invalid input'),
  });
});
