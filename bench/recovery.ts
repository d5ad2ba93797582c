/**
 * Seconds from a fault to the next committed step, on a job of 4 workers whose steps take some 20 ms: a worker killed, a
 * worker stopped, the coordinator killed. Each measurement is a run of its own with real processes; the faults take
 * turns. With a PyTorch, `torchrun` with two ranks beside it, one of which is killed.
 * `node bench/run.mjs recovery [--rounds N] [--peer PYTHON] [--json]`
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { runBenchProgram } from './bench-program.ts';
import { type BenchRound, benchRecord, median } from './bench-record.ts';

const NUM_WORKERS = 4;
const WARM_STEPS = 100;
const DEADLINE_MS = 60_000;
const FAULTS = ['kill', 'stop', 'coordinator'] as const;

type Fault = (typeof FAULTS)[number];

interface StepLine {
  readonly time: string;
  readonly step: number;
  readonly generation: number;
}

const PROGRAM = `import { arrays, defineProgram } from 'lockstep';

const numSamples = 4096;
const features = Float32Array.from({ length: numSamples * 64 }, (_, index) => Math.sin(index * 12.9898));
const target = Array.from({ length: numSamples }, (_, index) => index % 10);

export default defineProgram({
  dataset: () => arrays({ features: { shape: [numSamples, 64], data: features }, target }).oneHot({ numClasses: 10 }),
  model: ({ tf }) =>
    tf.sequential({
      layers: [
        tf.layers.dense({ units: 512, activation: 'relu', inputShape: [64] }),
        tf.layers.dense({ units: 512, activation: 'relu' }),
        tf.layers.dense({ units: 10, activation: 'softmax' }),
      ],
    }),
  loss: 'categoricalCrossentropy',
  optimizer: ({ tf }) => tf.train.sgd(0.01),
});
`;

const JOB = `name: recovery
program: program.ts
training: { steps: 100000, globalBatchSize: 128, microShards: 4, seed: 1 }
workers: { min: 1, max: ${NUM_WORKERS} }
checkpoint: { everySteps: 100000 }
evaluation: { everyEpochs: 0 }
`;

await runBenchProgram({
  numRounds: 7,
  measure: async ({ python, numRounds }) => {
    const rounds: Record<Fault, BenchRound[]> = { kill: [], stop: [], coordinator: [] };
    const stepMs: number[] = [];
    for (let round = 0; round < numRounds; round++) {
      for (const fault of FAULTS) {
        const { seconds, stepSeconds } = await recovery(fault);
        const hasPeer = fault === 'kill' && python !== null;
        rounds[fault].push({ ours: seconds, peer: hasPeer ? await torchrunRecovery(python) : null });
        stepMs.push(1000 * stepSeconds);
      }
    }
    return FAULTS.map((fault) =>
      benchRecord({
        ...{ name: `recovery-${fault}`, unit: 's', better: 'less', against: 'torchrun, 2 ranks' },
        ...{ rounds: rounds[fault], details: { stepMs: median(stepMs) } },
      }),
    );
  },
});

/** Runs the job, injects one fault when it is warm, and waits for the first step of a later generation. */
async function recovery(fault: Fault): Promise<{ seconds: number; stepSeconds: number }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lockstep-bench-'));
  const jobFolder = path.join(folder, 'job');
  await mkdir(jobFolder);
  await writeFile(path.join(jobFolder, 'program.ts'), PROGRAM);
  await writeFile(path.join(jobFolder, 'job.yaml'), JOB);
  const runs = path.join(folder, 'runs');
  const args = ['run', jobFolder, '--workers', String(NUM_WORKERS), '--runs', runs, '--json'];
  const run = spawn('bin/lockstep', args, { stdio: 'ignore' });
  try {
    const metrics = await waitFor(async () => {
      const [name] = await readdir(runs).catch(() => []);
      return name ? path.join(runs, name, 'metrics.jsonl') : null;
    });
    const warm = await waitFor(async () => {
      const steps = await stepsOf(metrics);
      const formed = (steps.at(-1)?.step ?? 0) >= WARM_STEPS;
      return formed ? steps : null;
    });
    const begin = warm.at(-50)!;
    const stepSeconds = (Date.parse(warm.at(-1)!.time) - Date.parse(begin.time)) / 49_000;
    const pids = await childrenOf(run.pid!, fault === 'coordinator' ? 'coordinator/main' : 'worker/main');
    const victim = pids[Math.floor(Math.random() * pids.length)]!;
    const { generation } = (await stepsOf(metrics)).at(-1)!;
    const struckMs = Date.now();
    process.kill(victim, fault === 'stop' ? 'SIGSTOP' : 'SIGKILL');
    const next = await waitFor(
      async () => (await stepsOf(metrics)).find((line) => line.generation > generation) ?? null,
    );
    if (fault === 'stop') process.kill(victim, 'SIGCONT');
    return { seconds: (Date.parse(next.time) - struckMs) / 1000, stepSeconds };
  } finally {
    run.kill('SIGINT');
    await once(run, 'exit');
    await rm(folder, { recursive: true, force: true });
  }
}

async function stepsOf(file: string): Promise<StepLine[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as StepLine);
}

/** Process ids of descendants whose command line holds `part`. */
async function childrenOf(pid: number, part: string): Promise<number[]> {
  const found: number[] = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    const command = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
    if (parent === pid && command.includes(part)) found.push(Number(name));
  }
  return found;
}

async function waitFor<T>(look: () => Promise<T | null>): Promise<T> {
  const deadlineMs = Date.now() + DEADLINE_MS;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (Date.now() > deadlineMs) throw new Error(`nothing came within ${DEADLINE_MS} ms`);
    await delay(10);
  }
}

/** The same with `torchrun`: two ranks on gloo, a checkpoint every 10 steps, restarts allowed. */
async function torchrunRecovery(python: string): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lockstep-bench-'));
  await cp('bench/peer/torchrun_job.py', path.join(folder, 'job.py'));
  const steps = path.join(folder, 'steps.jsonl');
  const args = [
    '-m',
    'torch.distributed.run',
    '--standalone',
    '--nproc-per-node=2',
    '--max-restarts=3',
    'job.py',
  ];
  const env = { ...process.env, STEPS_FILE: steps, OMP_NUM_THREADS: '1' };
  const run: ChildProcess = spawn(python, args, { cwd: folder, env, stdio: 'ignore', detached: true });
  try {
    const warm = await waitFor(async () => {
      const lines = (await stepsOf(steps)) as unknown as { step: number; pid: number }[];
      return (lines.at(-1)?.step ?? 0) >= WARM_STEPS ? lines : null;
    });
    const { step, pid } = warm.at(-1)!;
    const struckMs = Date.now();
    process.kill(pid, 'SIGKILL');
    const next = await waitFor(async () => {
      const lines = (await stepsOf(steps)) as unknown as { step: number; pid: number; time: number }[];
      return lines.find((line) => line.pid !== pid && line.step > step) ?? null;
    });
    return next.time - struckMs / 1000;
  } finally {
    process.kill(-run.pid!, 'SIGKILL');
    await once(run, 'exit');
    // Its ranks end a moment after it.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}
