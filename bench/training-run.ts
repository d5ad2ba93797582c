import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RunEvent, StepRecord } from '../src/observe/run-events.ts';

export interface TrainingRunOptions {
  /** One of bench/jobs. */
  readonly job: string;
  readonly numWorkers: number;
  /** Samples of one step in each rank; a rank has one micro-shard. */
  readonly rankBatchSize: number;
  readonly numSteps: number;
  /** Steps from one checkpoint to the next; none but the last without it. */
  readonly checkpointEverySteps?: number;
  /** Workers that the job can take in; as many as it starts with without it. */
  readonly maxWorkers?: number;
  readonly port?: number;
  /** Told of the run folder once it is there; may stop the run before its last step. */
  readonly onStarted?: (run: StartedRun) => Promise<void>;
}

export interface StartedRun {
  readonly folder: string;
  /** Settles when the run is over. */
  readonly ended: Promise<unknown>;
  /** Like Ctrl-C. */
  stop(): void;
}

/** What `lockstep run` left behind. */
export interface TrainingRun {
  readonly steps: readonly StepRecord[];
  readonly events: readonly RunEvent[];
}

/** A job in a folder of its own: `lockstep run` on one of bench/jobs, with real processes. Throws where it fails. */
export async function runTraining(options: TrainingRunOptions): Promise<TrainingRun> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lockstep-bench-'));
  try {
    const jobFolder = path.join(folder, 'job');
    await mkdir(jobFolder);
    await copyFile(`bench/jobs/${options.job}.ts`, path.join(jobFolder, 'program.ts'));
    await writeFile(path.join(jobFolder, 'job.yaml'), jobFile(options));
    const runs = path.join(folder, 'runs');
    const args = ['run', jobFolder, '--workers', `${options.numWorkers}`, '--runs', runs];
    args.push('--port', `${options.port ?? 0}`);
    const run = spawn('bin/lockstep', args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const text: Buffer[] = [];
    for (const stream of [run.stdout, run.stderr]) stream.on('data', (chunk: Buffer) => text.push(chunk));
    const ended = once(run, 'close') as Promise<[number | null]>;
    let isStopped = false;
    const stop = (): void => {
      isStopped = true;
      run.kill('SIGINT');
    };
    const started = runFolder(runs, ended).then((found) =>
      options.onStarted?.({ folder: found, ended, stop }),
    );
    started.catch(stop);
    const [exitCode] = await ended;
    if (exitCode !== 0 && !isStopped)
      throw new Error(`lockstep run ended with ${exitCode}:\n${Buffer.concat(text)}`);
    await started;
    const [name] = await readdir(runs);
    return {
      steps: await jsonLines(path.join(runs, name!, 'metrics.jsonl')),
      events: await jsonLines(path.join(runs, name!, 'events.jsonl')),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The complete lines of a file of JSON lines; none where there is no file yet. */
export async function jsonLines<T>(file: string): Promise<T[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

/** Looks until `look` finds something or `ended` says that nothing will come any more. */
export async function waitFor<T>(look: () => Promise<T | null>, ended: Promise<unknown>): Promise<T> {
  let isOver = false;
  const over = ended.then(() => {
    isOver = true;
  });
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (isOver) throw new Error('the run was over before what was waited for came');
    await Promise.race([over, new Promise((resolve) => setTimeout(resolve, 10))]);
  }
}

function runFolder(runs: string, ended: Promise<unknown>): Promise<string> {
  return waitFor(async () => {
    const [name] = await readdir(runs).catch(() => []);
    return name ? path.join(runs, name) : null;
  }, ended);
}

function jobFile(options: TrainingRunOptions): string {
  const { job, numWorkers, rankBatchSize, numSteps, checkpointEverySteps, maxWorkers } = options;
  const globalBatchSize = numWorkers * rankBatchSize;
  const most = maxWorkers ?? numWorkers;
  return `name: ${job}
program: program.ts
engine: wasm
training: { steps: ${numSteps}, globalBatchSize: ${globalBatchSize}, microShards: ${most}, seed: 1 }
workers: { min: 1, max: ${most} }
checkpoint: { everySteps: ${checkpointEverySteps ?? numSteps}, keep: 1 }
evaluation: { everyEpochs: 0 }
`;
}
