/**
 * Samples per second of a whole training step (one micro-shard and the optimizer) on the `wasm` engine, on one core,
 * beside the same model in PyTorch with one thread: rounds in turn, medians, ratio.
 * `node bench/run.mjs engine [--peer PYTHON] [--models mlp,cnn,gpt] [--rounds N] [--profile]`
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Batch } from '../src/core/host-tensor.ts';
import { createRandom } from '../src/core/plan/random.ts';
import { createReplica } from '../src/engine/create-replica.ts';
import { openEngine } from '../src/engine/open-engine.ts';
import { timeKernels } from './kernel-times.ts';
import { BENCH_MODELS, type BenchModel } from './models.ts';

const ROUND_MS = 700;

/** Runs steps for about `ROUND_MS` and gives the milliseconds of one. */
type Runner = (numSteps: number) => Promise<number>;

async function lockstepRunner({ model, profile }: { model: BenchModel; profile: boolean }): Promise<Runner> {
  const engine = await openEngine('wasm');
  const replica = await createReplica({
    engine,
    definition: model.definition,
    seed: 7,
    dataset: model.dataset,
  });
  const batch = randomBatch(model);
  const out = new Float32Array(replica.stepLayout.length);
  let step = 0;
  const phases = { micro: 0, apply: 0 };
  const runStep = () => {
    const begin = performance.now();
    replica.computeMicroShard(batch, { step: step++, microShard: 0 }, out);
    const middle = performance.now();
    replica.apply(out);
    phases.micro += middle - begin;
    phases.apply += performance.now() - middle;
  };
  if (profile) {
    for (let i = 0; i < 5; i++) runStep();
    phases.micro = phases.apply = 0;
    const numSteps = 20;
    const times = timeKernels(engine.tf, () => {
      for (let i = 0; i < numSteps; i++) runStep();
    });
    const inKernels = times.reduce((sum, { ms }) => sum + ms, 0) / numSteps;
    console.log(
      `  micro-shard ${(phases.micro / numSteps).toFixed(2)} ms, apply ${(phases.apply / numSteps).toFixed(2)} ms, ` +
        `of both in kernels ${inKernels.toFixed(2)} ms`,
    );
    for (const { name, ms, calls } of times.slice(0, 24)) {
      console.log(
        `  ${(ms / numSteps).toFixed(3).padStart(9)} ms ${(calls / numSteps).toFixed(1).padStart(6)} calls  ${name}`,
      );
    }
  }
  return async (numSteps) => {
    const begin = performance.now();
    for (let i = 0; i < numSteps; i++) runStep();
    return (performance.now() - begin) / numSteps;
  };
}

function randomBatch({ batchSize, dataset, numTokens, numClasses }: BenchModel): Batch {
  const next = createRandom(1);
  const below = (limit: number) => next() % limit;
  const inputs = dataset.inputShapes.map((sample) => {
    const shape = [batchSize, ...sample];
    const length = shape.reduce((size, extent) => size * extent, 1);
    const data = Float32Array.from({ length }, () => (numTokens ? below(numTokens) : below(1024) / 1024));
    return { shape, dtype: 'float32' as const, data };
  });
  const targets = dataset.targetShapes.map((sample) => {
    const shape = [batchSize, ...sample];
    const length = shape.reduce((size, extent) => size * extent, 1);
    return { shape, dtype: 'int32' as const, data: Int32Array.from({ length }, () => below(numClasses)) };
  });
  return { size: batchSize, inputs, targets };
}

function peerRunner(python: string, name: string): { run: Runner; stop: () => void } {
  const peer = spawn(python, ['bench/peer/engine.py', name], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: peer.stdout! });
  const run: Runner = async (numSteps) => {
    peer.stdin!.write(`${numSteps}\n`);
    const [line] = (await once(lines, 'line')) as [string];
    return Number(line);
  };
  return { run, stop: () => peer.stdin!.end() };
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

async function compare(
  name: string,
  options: { peer?: string | undefined; rounds: number; profile: boolean },
) {
  const model = BENCH_MODELS[name];
  if (!model) throw new Error(`no model "${name}"; there are ${Object.keys(BENCH_MODELS).join(', ')}`);
  console.log(`${name}, batch ${model.batchSize}`);
  const own = await lockstepRunner({ model, profile: options.profile });
  const peer = options.peer === undefined ? undefined : peerRunner(options.peer, name);
  const runners = peer ? [own, peer.run] : [own];
  const times: number[][] = runners.map(() => []);
  const numSteps: number[] = [];
  for (const run of runners) {
    await run(3);
    numSteps.push(Math.max(3, Math.round(ROUND_MS / (await run(3)))));
  }
  for (let round = 0; round < options.rounds; round++) {
    for (const [index, run] of runners.entries()) times[index]!.push(await run(numSteps[index]!));
  }
  const [ours, theirs] = times.map(median) as [number, number | undefined];
  const rate = (ms: number) =>
    `${((model.batchSize * 1000) / ms).toFixed(0)} samples/s (${ms.toFixed(2)} ms)`;
  console.log(`  wasm    ${rate(ours)}`);
  if (theirs !== undefined) {
    console.log(`  PyTorch ${rate(theirs)}`);
    console.log(`  ratio   ${(theirs / ours).toFixed(2)}`);
  }
  peer?.stop();
}

const { values } = parseArgs({
  options: {
    peer: { type: 'string' },
    models: { type: 'string', default: Object.keys(BENCH_MODELS).join(',') },
    rounds: { type: 'string', default: '5' },
    profile: { type: 'boolean', default: false },
  },
});
for (const name of values.models.split(',')) {
  await compare(name, { peer: values.peer, rounds: Number(values.rounds), profile: values.profile });
}
