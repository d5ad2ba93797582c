/**
 * Milliseconds from the last vote sent to the last decision received: a coordinator process and clients that speak the
 * workers' protocol over gRPC on loopback and vote at once, without computing anything. What the journal, the machine,
 * the ledger and gRPC cost in each step.
 * `node bench/run.mjs votes [--clients 4] [--rounds N] [--json]`
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freezeJob } from '../src/cli/freeze-job.ts';
import { configEnvironment } from '../src/config.ts';
import type { WorkerCommand } from '../src/core/coordinator/worker-command.ts';
import { parseJob } from '../src/core/job/parse-job.ts';
import { operationOf, workOf } from '../src/core/plan/work.ts';
import type { lockstep } from '../src/gen/lockstep.js';
import { VERSION } from '../src/version.ts';
import type { Decoded } from '../src/wire/decoded.ts';
import type { SessionStream } from '../src/worker/session.ts';
import { createSessionClient } from '../src/worker/session-stream.ts';
import { commandOf } from '../src/worker/translate.ts';
import { runBenchProgram } from './bench-program.ts';
import { benchRecord, median } from './bench-record.ts';

const WARM_STEPS = 200;
const ROUND_STEPS = 500;
const HEARTBEAT_MS = 1_000;
/** What the vote of a step looks like. */
const MEASUREMENT = {
  ...{ yes: true, digest: Buffer.alloc(8, 1), numSamples: 128, loss: 0.5, bytesSent: 1_000_000 },
  metrics: [{ name: 'acc', value: 0.5 }],
  phases: ['data', 'forward_backward', 'all_reduce', 'vote', 'apply'].map((name) => ({
    name,
    seconds: 0.001,
  })),
};

interface Coordinator {
  readonly child: ChildProcess;
  readonly address: string;
}

async function startCoordinator(runDirectory: string, numWanted: number): Promise<Coordinator> {
  const anyPort = '127.0.0.1:0';
  const config = configEnvironment({
    ...{ runDirectory, listen: anyPort, http: anyPort, numWanted, start: 'new', askedAtMs: Date.now() },
  });
  const child = fork('dist/coordinator/main.js', [], { env: { ...process.env, ...config } });
  const [announcement] = (await once(child, 'message')) as [{ kind: string; address: string }];
  if (announcement.kind !== 'listening') throw new Error(JSON.stringify(announcement));
  return { child, address: announcement.address };
}

/** A worker without replica. */
interface TinyWorker {
  /** The next command of the coordinator. */
  next(): Promise<WorkerCommand>;
  vote(generation: number, operation: number): void;
  close(): void;
}

async function startWorker(address: string, jobId: string, index: number): Promise<TinyWorker> {
  const client = createSessionClient(address);
  const stream: SessionStream = client.openStream();
  const commands: WorkerCommand[] = [];
  let wake: () => void = () => undefined;
  let onWelcome: () => void = () => undefined;
  const welcome = new Promise<void>((resolve, reject) => {
    onWelcome = resolve;
    stream.on('error', reject);
  });
  stream.on('data', (message) => {
    const decoded = message as Decoded<lockstep.v1.ICoordinatorMessage>;
    if (decoded.welcome) onWelcome();
    const command = commandOf(decoded);
    if (command) commands.push(command);
    wake();
  });
  const workerId = `w-${index}`;
  stream.write({
    hello: {
      ...{ workerId, jobId, version: VERSION, host: 'bench', pid: process.pid },
      collectiveAddress: 'none:1',
    },
  });
  await welcome;
  stream.write({ ready: readiness });
  const beat = setInterval(() => stream.write({ heartbeat: {} }), HEARTBEAT_MS);
  return {
    next: async () => {
      while (commands.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return commands.shift()!;
    },
    vote: (generation, operation) => {
      stream.write({ vote: { ...MEASUREMENT, generation, operation } });
    },
    close: () => {
      clearInterval(beat);
      stream.end();
      client.close();
    },
  };
}

const readiness: lockstep.v1.IReady = {
  dataset: { numTraining: 60_000, fingerprint: 'bench' },
  ...{ engine: 'wasm', numParameters: 1, vectorLength: 4, weightsSha256: '0'.repeat(64) },
};

/** Milliseconds that each of `numSteps` steps waited for its decision. */
async function runSteps(workers: readonly TinyWorker[], at: Position, numSteps: number): Promise<number[]> {
  const waits: number[] = [];
  for (let step = 0; step < numSteps; step++) {
    for (const worker of workers) worker.vote(at.generation, at.operation);
    const votedMs = performance.now();
    for (const command of await Promise.all(workers.map((worker) => worker.next()))) {
      if (command.kind !== 'decision' || !command.commit) throw new Error(`came: ${JSON.stringify(command)}`);
    }
    waits.push(performance.now() - votedMs);
    at.operation = operationOf({ kind: 'train', step: workOf(at.operation).step + 1 });
  }
  return waits;
}

interface Position {
  readonly generation: number;
  operation: number;
}

async function measure(numClients: number, numRounds: number) {
  const folder = await mkdtemp(path.join(tmpdir(), 'lockstep-bench-'));
  const document = {
    ...{ name: 'votes', program: 'program.ts', engine: 'wasm' },
    training: { steps: 1_000_000, globalBatchSize: numClients, microShards: numClients },
    workers: { min: numClients, max: numClients },
    checkpoint: { everySteps: 1_000_000 },
    evaluation: { everyEpochs: 0 },
  };
  const job = parseJob(document, 'job.yaml');
  const { frozen, paths } = await freezeJob({
    job,
    jobDirectory: folder,
    program: '',
    runsDirectory: folder,
  });
  const { child, address } = await startCoordinator(paths.root, numClients);
  try {
    const workers = await Promise.all(
      Array.from({ length: numClients }, (_, index) => startWorker(address, frozen.jobId, index)),
    );
    const [first] = await Promise.all(workers.map((worker) => worker.next()));
    if (first?.kind !== 'generation') throw new Error(`came: ${JSON.stringify(first)}`);
    const at: Position = { generation: first.generation, operation: first.operation };
    await runSteps(workers, at, WARM_STEPS);
    const rounds: number[][] = [];
    for (let round = 0; round < numRounds; round++) rounds.push(await runSteps(workers, at, ROUND_STEPS));
    for (const worker of workers) worker.close();
    return rounds;
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
    await rm(folder, { recursive: true, force: true });
  }
}

await runBenchProgram({
  numRounds: 5,
  more: { clients: { type: 'string', default: '4' } },
  measure: async ({ numRounds, more }) => {
    const waits = await measure(Number(more.clients), numRounds);
    const rounds = waits.map((each) => ({ ours: median(each), peer: null }));
    const at99 = (values: readonly number[]) =>
      values.toSorted((a, b) => a - b)[Math.floor(0.99 * values.length)]!;
    const details = { percentile99Ms: median(waits.map(at99)) };
    const name = `vote-decision-${more.clients}`;
    return [benchRecord({ name, unit: 'ms', better: 'less', against: null, rounds, details })];
  },
});
