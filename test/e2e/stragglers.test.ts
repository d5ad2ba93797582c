import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { RunEvent, RunResult } from '../../src/observe/run-events.ts';
import { copyExample, lockstep, onlyRun, readLines, temporaryFolder } from './lockstep-process.ts';

const TIMEOUT_MS = 180_000;

const JOB = `
name: straggler
program: program.ts
engine: cpu
training: { steps: 600, globalBatchSize: 32, microShards: 4 }
checkpoint: { everySteps: 0 }
workers: { min: 1, max: 3, stragglers: { policy: replace, steps: 10 } }
`;

/** Each micro-shard takes its time, and a long time in the first process that can create the file lock. */
const program = (lock: string): string => `
import { writeFileSync } from 'node:fs';
import { csv, defineProgram, range } from 'lockstep';

let waitMs = 3;
try {
  writeFileSync(${JSON.stringify(lock)}, '', { flag: 'wx' });
  waitMs = 40;
} catch {}
const nobody = new Int32Array(new SharedArrayBuffer(4));

export default defineProgram({
  dataset: ({ file }) =>
    csv(file('digits.csv.gz'), { header: false, features: range(0, 64), target: 64 })
      .oneHot({ numClasses: 10 })
      .split({ test: 0.2 }),
  model: ({ tf }) =>
    tf.sequential({ layers: [tf.layers.dense({ units: 10, inputShape: [64], activation: 'softmax' })] }),
  loss: (target, prediction) => {
    Atomics.wait(nobody, 0, 0, waitMs);
    return prediction.sub(target).square().mean();
  },
  optimizer: 'adam',
});
`;

test(
  'a process that holds the others up is named and replaced, which aborts nothing and changes no bit',
  async () => {
    const folder = await temporaryFolder();
    const job = await copyExample('digits', folder);
    const lock = path.join(folder, 'lock');
    await writeFile(path.join(job, 'job.yaml'), JOB);
    await writeFile(path.join(job, 'program.ts'), program(lock));
    const run = async (numWorkers: number): Promise<{ result: RunResult; events: RunEvent[] }> => {
      const runs = path.join(folder, `runs-${numWorkers}`);
      const args = ['run', job, '--workers', `${numWorkers}`, '--json', '--runs', runs];
      const { exitCode, stdout, stderr } = await lockstep(...args);
      expect(exitCode, stderr).toBe(0);
      const events = await readLines<RunEvent>(await onlyRun(runs), 'events.jsonl');
      return { result: JSON.parse(stdout) as RunResult, events };
    };

    const { result, events } = await run(3);
    expect(await readFile(lock, 'utf8')).toBe('');
    const causes = events.flatMap((event) => (event.kind === 'generation_formed' ? [event.cause] : []));
    expect(causes.slice(0, 3)).toEqual(['start', 'member_lost', 'joined']);
    const found = events.find((event) => event.kind === 'straggler_found')!;
    expect(events.find((event) => event.kind === 'worker_lost')).toMatchObject({
      workerId: found.workerId,
      cause: expect.stringContaining('held the others up'),
    });
    expect(result).toMatchObject({ status: 'succeeded', numAborts: 0 });

    const undisturbed = await run(1);
    expect(undisturbed.events.map(({ kind }) => kind)).not.toContain('straggler_found');
    expect(result.weightsSha256).toBe(undisturbed.result.weightsSha256);
  },
  TIMEOUT_MS,
);
