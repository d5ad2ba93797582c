import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { copyExample, type JobChange, lockstep, temporaryFolder } from './lockstep-process.ts';

const TIMEOUT_MS = 60_000;
const JOB = 64;
const PROGRAM_OR_DATA = 65;
const FILES_OR_PORTS = 74;

interface Mistake extends JobChange {
  readonly name: string;
  /** Changes a job folder, a copy of examples/digits. */
  readonly make?: (job: string) => Promise<void>;
  readonly options?: readonly string[];
  readonly exitCode: number;
  /** What the message names. */
  readonly says: readonly (string | RegExp)[];
}

const MISTAKES: readonly Mistake[] = [
  {
    name: 'a misspelt key in job.yaml',
    job: ['globalBatchSize: 32', 'globalBatchsize: 32'],
    exitCode: JOB,
    says: ['job.yaml:6', 'globalBatchsize', '"globalBatchSize"'],
  },
  {
    name: 'a value of the wrong type',
    job: ['epochs: 10', 'epochs: ten'],
    exitCode: JOB,
    says: ['job.yaml:5', 'training.epochs', '"ten"', 'whole number'],
  },
  {
    name: 'workers.min above workers.max',
    job: ['min: 1', 'min: 5'],
    exitCode: JOB,
    says: ['job.yaml:11', 'workers.min is 5', 'workers.max, which is 4'],
  },
  {
    name: 'fewer micro-shards than workers',
    job: ['min: 1\n  max: 4', 'min: 8\n  max: 8'],
    exitCode: JOB,
    says: ['job.yaml:12', 'workers.max is 8', '4 micro-shards'],
  },
  {
    name: 'more workers asked for than the job allows',
    options: ['--workers', '9'],
    exitCode: JOB,
    says: ['--workers is 9', '1 to 4'],
  },
  {
    name: 'a number of workers that is none',
    options: ['--workers', 'two'],
    exitCode: JOB,
    says: ['--workers', 'two'],
  },
  {
    name: 'a job folder that is not there',
    make: (job) => rm(job, { recursive: true }),
    exitCode: JOB,
    says: [/digits.*job\.yaml/],
  },
  {
    name: 'a program file that is missing',
    make: (job) => rm(path.join(job, 'program.ts')),
    exitCode: PROGRAM_OR_DATA,
    says: ['digits/program.ts', 'no such file'],
  },
  {
    name: 'a program that does not compile',
    program: ["loss: 'cat", "loss = 'cat"],
    exitCode: PROGRAM_OR_DATA,
    says: ['program.ts:21:8: Unexpected'],
  },
  {
    name: 'a program that exports something else',
    make: (job) => writeFile(path.join(job, 'program.ts'), 'export default 42;\n'),
    exitCode: PROGRAM_OR_DATA,
    says: ['default export is number', 'defineProgram'],
  },
  {
    name: 'a dataset file that is missing',
    make: (job) => rm(path.join(job, 'digits.csv.gz')),
    exitCode: PROGRAM_OR_DATA,
    says: ['digits/digits.csv.gz'],
  },
  {
    name: 'a label outside the classes',
    make: (job) => rewriteRows(job, (rows) => rows.with(2, rows[2]!.replace(/,\d+$/, ',10'))),
    exitCode: PROGRAM_OR_DATA,
    says: ['digits.csv.gz', /\b3\b/, '10'],
  },
  {
    name: 'a row with too few columns',
    make: (job) => rewriteRows(job, (rows) => rows.with(4, '1,2,3')),
    exitCode: PROGRAM_OR_DATA,
    says: ['digits.csv.gz', /\b5\b/, /\b3\b/, '65'],
  },
  {
    name: 'a value that is no number',
    make: (job) => rewriteRows(job, (rows) => rows.with(6, rows[6]!.replace(/^0,/, 'zero,'))),
    exitCode: PROGRAM_OR_DATA,
    says: ['digits.csv.gz', /\b7\b/, 'zero'],
  },
  {
    name: 'an empty dataset',
    make: (job) => rewriteRows(job, () => []),
    exitCode: PROGRAM_OR_DATA,
    says: ['digits.csv.gz', /empty|no rows|no samples/],
  },
  {
    name: 'a global batch above the number of samples',
    job: ['globalBatchSize: 32', 'globalBatchSize: 2000'],
    exitCode: PROGRAM_OR_DATA,
    says: ['globalBatchSize is 2000', '1150 samples'],
  },
  {
    name: 'a model that does not fit the data',
    program: ['inputShape: [8, 8]', 'inputShape: [28, 28]'],
    exitCode: PROGRAM_OR_DATA,
    says: ['[28, 28]', '[8, 8]'],
  },
  {
    name: 'a loss that is not a number',
    program: ["loss: 'categoricalCrossentropy'", 'loss: (a: any, b: any) => a.sub(b).mean().mul(NaN)'],
    exitCode: PROGRAM_OR_DATA,
    says: ['loss is NaN', 'step 1', /dataset rows (\d+, ){31}\d+;/],
  },
];

describe('lockstep run refuses', () => {
  test.for(MISTAKES)('$name', { timeout: TIMEOUT_MS }, async (mistake) => {
    const { make, options = [], exitCode, says } = mistake;
    const folder = await temporaryFolder();
    const runs = path.join(folder, 'runs');
    const job = await copyExample('digits', folder, mistake);
    await make?.(job);
    const end = await lockstep('run', job, '--workers', '2', ...options, '--runs', runs);
    const output = end.stdout + end.stderr;

    expect(end.exitCode, output).toBe(exitCode);
    for (const part of says) expect(output).toMatch(part);
    expect(output).not.toMatch(/^ *at .*(node_modules|dist|node:)/m);
    expect(end.processesLeft).toEqual([]);
    await expectNoSuccess(runs);
  });

  test('a program that throws while it loads, showing its stack once', { timeout: TIMEOUT_MS }, async () => {
    const folder = await temporaryFolder();
    const runs = path.join(folder, 'runs');
    const thrown =
      "const setUp = () => {\n  throw new Error('no luck today');\n};\nsetUp();\n\nexport default";
    const job = await copyExample('digits', folder, { program: ['export default', thrown] });
    const end = await lockstep('run', job, '--workers', '2', '--runs', runs);
    const output = end.stdout + end.stderr;

    expect(end.exitCode, output).toBe(PROGRAM_OR_DATA);
    expect(output).toContain('no luck today');
    expect(output.match(/program\.ts:4:/g)).toHaveLength(1);
    expect(output.match(/program\.ts:6:/g)).toHaveLength(1);
    expect(end.processesLeft).toEqual([]);
    await expectNoSuccess(runs);
  });

  test('a port that is taken', { timeout: TIMEOUT_MS }, async () => {
    const runs = await temporaryFolder();
    const server = createServer();
    onTestFinished(() => void server.close());
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
    });
    const end = await lockstep('run', 'examples/digits', '--runs', runs, '--port', `${port}`);

    expect(end.exitCode, end.stderr).toBe(FILES_OR_PORTS);
    expect(end.stderr).toContain(`127.0.0.1:${port}`);
    expect(end.processesLeft).toEqual([]);
    await expectNoSuccess(runs);
  });

  test('a folder for runs that cannot be written', { timeout: TIMEOUT_MS }, async () => {
    const end = await lockstep('run', 'examples/digits', '--runs', '/proc/nope');

    expect(end.exitCode, end.stderr).toBe(FILES_OR_PORTS);
    expect(end.stderr).toContain('/proc/nope');
    expect(end.processesLeft).toEqual([]);
  });
});

/** Rows of the digits as text, changed. */
async function rewriteRows(job: string, change: (rows: string[]) => string[]): Promise<void> {
  const file = path.join(job, 'digits.csv.gz');
  const rows = gunzipSync(await readFile(file))
    .toString('utf8')
    .trimEnd()
    .split(/\r?\n/);
  await writeFile(file, gzipSync(change(rows).join('\n')));
}

/** A run that was refused left nothing that looks like a trained model. */
async function expectNoSuccess(runs: string): Promise<void> {
  for (const name of existsSync(runs) ? await readdir(runs) : []) {
    const result = await readFile(path.join(runs, name, 'result.json'), 'utf8').catch(() => '{}');
    expect(JSON.parse(result)).not.toMatchObject({ status: 'succeeded' });
    expect(existsSync(path.join(runs, name, 'model'))).toBe(false);
  }
}
