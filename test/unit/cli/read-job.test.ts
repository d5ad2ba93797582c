import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseJobText, readJob } from '../../../src/cli/read-job.ts';
import { LockstepError } from '../../../src/core/errors.ts';

const GOOD = `# a comment
name: digits
program: program.ts

training:
  epochs: 10
  globalBatchSize: 32
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-job-'));
});
afterAll(() => rm(folder, { recursive: true }));

function messageFor(text: string): string {
  try {
    parseJobText(text, 'job.yaml');
  } catch (error) {
    if (error instanceof LockstepError && error.code === 'JOB_INVALID') return error.message;
    throw error;
  }
  throw new Error('the text was accepted');
}

test('reads the job of a folder', async () => {
  await writeFile(join(folder, 'job.yaml'), GOOD);
  expect(await readJob(folder)).toMatchObject({
    name: 'digits',
    training: { length: { unit: 'epochs', count: 10 } },
  });
});

test('names the line of each problem, also inside flow mappings', () => {
  const text = `${GOOD}  validationSplit: 3\nworkers: { min: 4,\n  max: 2 }\nenginge: cpu\n`;
  expect(messageFor(text)).toBe(
    [
      'job.yaml has 3 problems',
      '  job.yaml:8: training.validationSplit is 3; it must be a number from 0 up to, but not including, 1',
      '  job.yaml:9: workers.min is 4, more than workers.max, which is 2; lower workers.min or raise workers.max',
      '  job.yaml:11: enginge is not a known field; did you mean "engine"?',
    ].join('\n'),
  );
});

test('a missing field has the line of its section', () => {
  expect(messageFor(GOOD.replace('  epochs: 10\n', ''))).toBe(
    'job.yaml:5: training does not say how long to train; give it "epochs" or "steps"',
  );
  expect(messageFor(GOOD.replace('  globalBatchSize: 32\n', ''))).toBe(
    'job.yaml:5: training.globalBatchSize is missing; it must be a whole number from 1 to 1000000',
  );
});

test('refuses a key that is written twice', () => {
  expect(messageFor(`${GOOD}name: other\n`)).toBe('job.yaml:8: Map keys must be unique');
});

test('refuses text that is no YAML, a tag that nobody knows, and a second document', () => {
  expect(messageFor('name: [a\nprogram: b')).toMatch(
    /^job\.yaml:\d+: Flow sequence in block collection must/,
  );
  expect(messageFor(`${GOOD}engine: !js cpu\n`)).toBe('job.yaml:8: Unresolved tag: !js');
  expect(messageFor(`${GOOD}---\nname: b\n`)).toMatch(/^job\.yaml:8: Source contains multiple documents/);
});

test('refuses aliases that multiply', () => {
  const levels = ['a: &a [x,x,x,x,x,x,x,x,x,x]'];
  for (const [from, to] of ['ab', 'bc', 'cd', 'de'])
    levels.push(`${to}: &${to} [${Array(10).fill(`*${from}`)}]`);
  expect(messageFor(levels.join('\n'))).toBe(
    'job.yaml: Excessive alias count indicates a resource exhaustion attack; write the values out',
  );
});

test('refuses nesting that would exhaust the stack', () => {
  expect(messageFor(`name: ${'['.repeat(20_000)}`)).toMatch(/^job\.yaml/);
});

test('refuses a file that is not there, not in a folder, not text, or too large', async () => {
  const refusal = async (path: string) => {
    const error = await readJob(path).catch((caught) => caught);
    expect(error).toMatchObject({ code: 'JOB_INVALID' });
    return (error as Error).message;
  };
  const missing = join(folder, 'none');
  expect(await refusal(missing)).toBe(
    `${missing}/job.yaml cannot be read: there is no such file; give a job folder, or make one with: lockstep init ${missing}`,
  );
  const file = join(folder, 'job.yaml');
  await writeFile(file, GOOD);
  expect(await refusal(file)).toBe(
    `${file}/job.yaml cannot be read: ${file} is a file; give the folder that holds job.yaml`,
  );
  await writeFile(file, Buffer.from([0x6e, 0xff, 0xfe]));
  expect(await refusal(folder)).toBe(`${file} is not UTF-8 text; save it as UTF-8`);
  await writeFile(file, `${GOOD}#${'x'.repeat(1024 * 1024)}`);
  expect(await refusal(folder)).toBe(`${file} is larger than 1 MiB; a job file holds settings, not data`);
});
