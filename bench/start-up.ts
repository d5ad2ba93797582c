/**
 * Seconds from the command `lockstep run examples/digits`, built, to its first step, with as many workers as cores;
 * beside it `torchrun` with as many ranks and a model of the same size, its data in memory.
 * `node bench/run.mjs start-up [--peer PYTHON] [--rounds N] [--json]`
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { runBenchProgram } from './bench-program.ts';
import { benchRecord } from './bench-record.ts';
import { jsonLines, waitFor } from './training-run.ts';

async function ownSeconds(): Promise<number> {
  const runs = await mkdtemp(path.join(tmpdir(), 'lockstep-bench-'));
  const began = performance.now();
  const run = spawn('bin/lockstep', ['run', 'examples/digits', '--runs', runs], { stdio: 'ignore' });
  const ended = once(run, 'exit');
  try {
    return await waitFor(async () => {
      const [name] = await readdir(runs);
      const steps = name ? await jsonLines(path.join(runs, name, 'metrics.jsonl')) : [];
      return steps.length > 0 ? (performance.now() - began) / 1000 : null;
    }, ended);
  } finally {
    run.kill('SIGINT');
    await ended;
    await rm(runs, { recursive: true, force: true });
  }
}

async function peerSeconds(python: string): Promise<number> {
  const ranks = `--nproc-per-node=${availableParallelism()}`;
  const args = ['-m', 'torch.distributed.run', '--standalone', ranks, 'bench/peer/first_step.py'];
  const began = performance.now();
  const run = spawn(python, args, {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, OMP_NUM_THREADS: '1' },
  });
  const ended = once(run, 'exit');
  const stepped = once(createInterface({ input: run.stdout }), 'line');
  await Promise.race([stepped, ended.then(() => Promise.reject(new Error('torchrun ended before a step')))]);
  const seconds = (performance.now() - began) / 1000;
  run.stdin.end();
  await ended;
  return seconds;
}

await runBenchProgram({
  numRounds: 7,
  measure: async ({ python, numRounds }) => {
    // The first of each reads its files from the disk.
    await ownSeconds();
    if (python !== null) await peerSeconds(python);
    const rounds = [];
    for (let round = 0; round < numRounds; round++) {
      rounds.push({
        ours: await ownSeconds(),
        peer: python === null ? null : await peerSeconds(python),
      });
    }
    return [benchRecord({ name: 'start-up', unit: 's', better: 'less', against: 'torchrun', rounds })];
  },
});
