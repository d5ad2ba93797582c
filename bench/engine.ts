/**
 * Samples per second of a whole training step (one micro-shard and the optimizer) on the `wasm` engine, on one core,
 * beside the same model in PyTorch with one thread: rounds in turn, medians, ratio.
 * `node bench/run.mjs engine [--peer PYTHON] [--models mlp,cnn,gpt] [--rounds N] [--profile] [--json]`
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Batch } from '../src/core/host-tensor.ts';
import { createRandom } from '../src/core/plan/random.ts';
import { createReplica } from '../src/engine/create-replica.ts';
import { openEngine } from '../src/engine/open-engine.ts';
import { runBenchProgram } from './bench-program.ts';
import { type BenchRecord, type BenchRound, benchRecord } from './bench-record.ts';
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

async function compare(
  name: string,
  options: { python: string | null; numRounds: number; profile: boolean },
): Promise<BenchRecord> {
  const model = BENCH_MODELS[name];
  if (!model) throw new Error(`no model "${name}"; there are ${Object.keys(BENCH_MODELS).join(', ')}`);
  const own = await lockstepRunner({ model, profile: options.profile });
  const peer = options.python === null ? undefined : peerRunner(options.python, name);
  const runners = peer ? [own, peer.run] : [own];
  const numSteps: number[] = [];
  for (const run of runners) {
    await run(3);
    numSteps.push(Math.max(3, Math.round(ROUND_MS / (await run(3)))));
  }
  const rate = (ms: number): number => (model.batchSize * 1000) / ms;
  const rounds: BenchRound[] = [];
  for (let round = 0; round < options.numRounds; round++) {
    const ours = rate(await own(numSteps[0]!));
    rounds.push({ ours, peer: peer ? rate(await peer.run(numSteps[1]!)) : null });
  }
  peer?.stop();
  const against = 'PyTorch, 1 thread';
  return benchRecord({ name: `${name}-1-rank`, unit: 'samples/s', better: 'more', against, rounds });
}

await runBenchProgram({
  numRounds: 5,
  more: {
    models: { type: 'string', default: Object.keys(BENCH_MODELS).join(',') },
    profile: { type: 'boolean', default: false },
  },
  measure: async ({ python, numRounds, more }) => {
    const records: BenchRecord[] = [];
    for (const name of `${more.models}`.split(',')) {
      records.push(await compare(name, { python, numRounds, profile: more.profile === true }));
    }
    return records;
  },
});
