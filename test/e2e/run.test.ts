import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { LedgerEntry } from '../../src/core/plan/ledger-entry.ts';
import { openEngine } from '../../src/engine/open-engine.ts';
import type { Tf } from '../../src/engine/tf.ts';
import type { RunEvent, RunResult, StepRecord } from '../../src/observe/run-events.ts';
import {
  copyExample,
  lockstep,
  onlyRun,
  ROOT,
  readJson,
  readLines,
  startLockstep,
  temporaryFolder,
} from './lockstep-process.ts';
import { workerMetric } from './worker-metric.ts';

const TIMEOUT_MS = 120_000;
const DIGITS = 'examples/digits/digits.csv.gz';
const RESULT_KEYS = [
  'status',
  'jobId',
  'worldSize',
  'engine',
  'steps',
  'epochs',
  'globalBatchSize',
  'microShards',
  'finalLoss',
  'validation',
  'test',
  'weightsSha256',
  'samplesPerSecond',
  'wallSeconds',
  'phases',
  'numGenerations',
];

describe('lockstep run', () => {
  test(
    'trains the digits, prints one JSON object, keeps everything in the run folder and leaves no process',
    async () => {
      const runs = await temporaryFolder();
      const end = await lockstep('run', 'examples/digits', '--workers', '2', '--json', '--runs', runs);
      expect(end.exitCode, end.stderr).toBe(0);
      expect(end.processesLeft).toEqual([]);

      const result = JSON.parse(end.stdout) as RunResult;
      expect(Object.keys(result)).toEqual(expect.arrayContaining(RESULT_KEYS));
      expect(result).toMatchObject({
        status: 'succeeded',
        worldSize: 2,
        engine: 'wasm',
        steps: 360,
        epochs: 10,
        globalBatchSize: 32,
        microShards: 4,
        numGenerations: 1,
      });
      expect(result.test!.accuracy).toBeGreaterThanOrEqual(0.93);
      expect(result.validation!.accuracy).toBeGreaterThanOrEqual(0.93);

      const run = await onlyRun(runs);
      expect(path.basename(run)).toBe(result.jobId);
      expect(await readJson(run, 'job.json')).toMatchObject({ jobId: result.jobId });
      expect(await readJson(run, 'result.json')).toEqual(result);
      expect(await readLines<LedgerEntry>(run, 'ledger.jsonl')).toHaveLength(result.steps);
      expect((await readLines<StepRecord>(run, 'metrics.jsonl')).at(-1)).toMatchObject({
        step: result.steps,
        loss: result.finalLoss,
      });
      expect(await readLines<RunEvent>(run, 'events.jsonl')).not.toHaveLength(0);
      expect(await readFile(path.join(run, 'report.html'), 'utf8')).toContain(result.weightsSha256);
      expect(await readdir(path.join(run, 'tensorboard'))).toEqual([
        expect.stringMatching(/^events\.out\.tfevents\./),
      ]);
      const checkpoints = await readdir(path.join(run, 'checkpoints'));
      // Three of the ten are kept; which two besides the last one depends on the speed of the disk.
      expect(checkpoints).toHaveLength(3);
      expect(checkpoints).toContain('step-00000360');
      for (const checkpoint of checkpoints) await readJson(run, 'checkpoints', checkpoint, 'manifest.json');

      const { tf } = await openEngine('cpu');
      const model = await loadModel(tf, path.join(run, 'model'));
      const [zero] = tf.tidy(() =>
        (model.predict(tf.tensor([ZERO])) as { arraySync(): number[][] }).arraySync(),
      );
      expect(zero!.indexOf(Math.max(...zero!))).toBe(0);
    },
    TIMEOUT_MS,
  );

  test(
    'ends with a checkpoint of the last step when it is interrupted, and keeps no tensor from step to step',
    async () => {
      const folder = await temporaryFolder();
      const runs = path.join(folder, 'runs');
      const job = await copyExample('digits', folder, { job: ['epochs: 10', 'epochs: 100000'] });
      const command = startLockstep('run', job, '--workers', '2', '--json', '--runs', runs);
      const tensors: number[][] = [];
      for (const epoch of [1, 5]) {
        await expect.poll(command.stderr, { timeout: 60_000 }).toContain(`validation after epoch ${epoch}:`);
        tensors.push(await workerMetric(await command.processes(), 'lockstep_worker_engine_tensors'));
      }
      command.interrupt();
      const end = await command.ended;

      expect(end.exitCode, end.stderr).toBe(130);
      expect(end.processesLeft).toEqual([]);
      const result = JSON.parse(end.stdout) as RunResult;
      expect(result.status).toBe('interrupted');
      const run = await onlyRun(runs);
      expect(await readLines<LedgerEntry>(run, 'ledger.jsonl')).toHaveLength(result.steps);
      const checkpoint = `step-${String(result.steps).padStart(8, '0')}`;
      expect(await readJson(run, 'checkpoints', checkpoint, 'manifest.json')).toMatchObject({
        step: result.steps,
      });
      expect(existsSync(path.join(run, 'model', 'model.json'))).toBe(false);

      expect(tensors[0]).toHaveLength(2);
      expect(tensors[0]!.every((count) => count > 0)).toBe(true);
      expect(tensors[1]).toEqual(tensors[0]);
    },
    TIMEOUT_MS,
  );

  test(
    'fails with the stack of a program that throws in the middle of the training, and leaves no process',
    async () => {
      const folder = await temporaryFolder();
      const runs = path.join(folder, 'runs');
      const job = await copyExample('digits', folder, {
        program: ["loss: 'categoricalCrossentropy'", `loss: ${LOSS_THAT_GIVES_UP}`],
      });
      const end = await lockstep('run', job, '--workers', '2', '--json', '--runs', runs);

      expect(end.exitCode, end.stderr).toBe(65);
      expect(end.processesLeft).toEqual([]);
      const result = JSON.parse(end.stdout) as RunResult;
      expect(result).toMatchObject({ status: 'failed', error: { code: 'PROGRAM_INVALID' } });
      expect(result.error!.message).toContain('enough of this');
      expect(result.error!.details).toMatch(/program\.ts:\d+/);
      expect(result.steps).toBeGreaterThan(0);
      expect(await readJson(await onlyRun(runs), 'result.json')).toEqual(result);
    },
    TIMEOUT_MS,
  );
});

test(
  'predicts with a model that has a layer of the program',
  async () => {
    const folder = await temporaryFolder();
    const runs = path.join(folder, 'runs');
    const trained = await lockstep('run', 'examples/attention', '--workers', '1', '--json', '--runs', runs);
    expect(trained.exitCode, trained.stderr).toBe(0);
    const run = await onlyRun(runs);
    const { exitCode, stdout, stderr } = await lockstep('predict', run, DIGITS, '--json');
    expect(exitCode, stderr).toBe(0);
    const { predictions } = JSON.parse(stdout) as { predictions: { class: string }[] };
    const labels = gunzipSync(await readFile(path.join(ROOT, DIGITS)))
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((row) => row.trim().split(',').at(-1));
    expect(predictions).toHaveLength(labels.length);
    const numRight = predictions.filter((prediction, index) => prediction.class === labels[index]).length;
    expect(numRight / labels.length).toBeGreaterThan(0.85);
    expect(await lockstep('verify', run)).toMatchObject({ exitCode: 0 });
  },
  TIMEOUT_MS,
);

const LOSS_THAT_GIVES_UP = `(() => {
    let numCalls = 0;
    return (target: any, prediction: any) => {
      numCalls += 1;
      if (numCalls > 40) throw new Error('enough of this');
      return target.sub(prediction).square().mean();
    };
  })()`;

/** The file format as TF.js itself documents it, read without the code that wrote it. */
async function loadModel(tf: Tf, folder: string) {
  const { modelTopology, weightsManifest } = await readJson<{
    modelTopology: object;
    weightsManifest: [{ paths: [string]; weights: never[] }];
  }>(folder, 'model.json');
  const [{ paths, weights }] = weightsManifest;
  const bytes = await readFile(path.join(folder, paths[0]));
  const weightData = new Uint8Array(bytes).buffer;
  return tf.loadLayersModel(tf.io.fromMemory({ modelTopology, weightSpecs: weights, weightData }));
}

/** The first sample of the digits, scaled as the job scales it. */
const ZERO = [
  [0, 0, 5, 13, 9, 1, 0, 0],
  [0, 0, 13, 15, 10, 15, 5, 0],
  [0, 3, 15, 2, 0, 11, 8, 0],
  [0, 4, 12, 0, 0, 8, 8, 0],
  [0, 5, 8, 0, 0, 9, 8, 0],
  [0, 4, 11, 0, 1, 12, 7, 0],
  [0, 2, 14, 5, 10, 12, 0, 0],
  [0, 0, 6, 13, 10, 0, 0, 0],
].map((row) => row.map((value) => value / 16));
