/** One rank of the overlap benchmark, a process of its own; see overlap.ts. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { bundleProgram } from '../src/cli/bundle-program.ts';
import { createAllReduce } from '../src/collective/all-reduce.ts';
import { createMesh } from '../src/collective/linked-mesh.ts';
import { createPeerClients } from '../src/collective/peer-clients.ts';
import { createPullDesk } from '../src/collective/pull-desk.ts';
import { openSharedMemoryPort } from '../src/collective/shared-memory-port.ts';
import { parseJob } from '../src/core/job/parse-job.ts';
import { trainingPlan } from '../src/core/plan/training-plan.ts';
import { operationOf } from '../src/core/plan/work.ts';
import { bucketBytesOf } from '../src/core/reduction/buckets.ts';
import { openCollectiveServer } from '../src/worker/collective-server.ts';
import { computeAndExchange } from '../src/worker/compute-and-exchange.ts';
import type { WorkTools } from '../src/worker/perform-work.ts';
import { createSharedMemory } from '../src/worker/shared-memory.ts';
import { createTrainer } from '../src/worker/trainer.ts';

export interface OverlapRank {
  readonly rank: number;
  readonly worldSize: number;
  readonly link: 'grpc' | 'shared-memory';
  readonly program: string;
  readonly rankBatchSize: number;
  readonly mostBucketBytes: number;
}

/** One step of one rank. Times are milliseconds since 1970, of one clock for all ranks of a host. */
export interface OverlapStep {
  readonly beganAt: number;
  readonly computedAt: number;
  readonly exchangedAt: number;
  readonly appliedAt: number;
  /** Share of the vector that was complete when this rank had computed. */
  readonly earlyShare: number;
}

const options = JSON.parse(process.argv[2]!) as OverlapRank;
const { rank, worldSize } = options;
const jobId = 'bench';
const training = {
  steps: 1_000_000,
  globalBatchSize: worldSize * options.rankBatchSize,
  microShards: worldSize,
  seed: 1,
};
const workers = { min: 1, max: worldSize };
const job = parseJob(
  { name: 'overlap', program: options.program, engine: 'wasm', training, workers },
  'bench',
);

const folder = mkdtempSync(path.join(tmpdir(), 'lockstep-overlap-'));
const programFile = path.join(folder, 'program.cjs');
writeFileSync(programFile, await bundleProgram({ jobDirectory: 'bench/jobs', program: options.program }));
const trainer = createTrainer(pathToFileURL(path.resolve('dist/worker/trainer-thread.js')));
const { readiness, maxVectorLength } = await trainer.load({
  job,
  jobDirectory: folder,
  programFile,
  checkpoint: null,
});
rmSync(folder, { recursive: true });
const plan = trainingPlan(job, readiness.numTraining);
const memory = createSharedMemory(maxVectorLength, plan.microShards);
await trainer.share({ memory: memory.vectors.memory, levels: memory.levels });

const desk = createPullDesk(jobId);
const server = await openCollectiveServer('127.0.0.1:0', desk, { handle: (call) => call.end() });
const sharedMemory =
  options.link === 'shared-memory' ? await openSharedMemoryPort({ onNote: console.error }) : null;
console.log(server.address);

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const members = String((await lines.next()).value)
  .split(' ')
  .map((collectiveAddress, index) => ({ workerId: `${index}`, collectiveAddress }));
const { vectors } = memory;
const bucketBytes = bucketBytesOf(readiness.vectorLength, options.mostBucketBytes);
const mesh = createMesh({
  ...{ jobId, workerId: `${rank}`, generation: 1, members, desk, clients: createPeerClients() },
  ...{ sharedMemory, vectors },
});
const allReduce = createAllReduce({
  ...{ mesh, microShards: plan.microShards, bucketBytes, maxEarlyBytes: 2 ** 31 },
  ...{ vectors, scratch: memory.scratch },
});
const stepLayout = { length: readiness.vectorLength, numGradients: readiness.numParameters };
let step = 0;

/** Takes so many steps, each without a vote: nothing is in them but computing, the exchange and the optimizer. */
async function takeSteps(numSteps: number, overlapFromBytes: number): Promise<OverlapStep[]> {
  const context = { trainer, plan, stepLayout, bucketBytes, overlapFromBytes } as WorkTools['context'];
  const { signal } = new AbortController();
  const tools: WorkTools = { context, memory, mesh, workerIds: [], allReduce, signal };
  const steps: OverlapStep[] = [];
  const now = (): number => performance.timeOrigin + performance.now();
  for (let i = 0; i < numSteps; i++) {
    step += 1;
    const work = { kind: 'train', step } as const;
    const beganAt = now();
    const { computed, exchanged, allReduceSeconds } = await computeAndExchange(tools, work);
    const exchangedAt = now();
    await trainer.apply({ operation: operationOf(work), reduced: memory.reduced });
    steps.push({
      ...{ beganAt, computedAt: exchangedAt - 1000 * allReduceSeconds, exchangedAt, appliedAt: now() },
      earlyShare: exchanged.numEarly / computed.length,
    });
  }
  return steps;
}

for (let line = await lines.next(); !line.done; line = await lines.next()) {
  const [numSteps, isOverlapped] = String(line.value).split(' ').map(Number) as [number, number];
  console.log(JSON.stringify(await takeSteps(numSteps, isOverlapped ? 0 : Number.POSITIVE_INFINITY)));
}
const { weightsSha256 } = await trainer.exportModel({ directory: null });
console.error(`rank ${rank}: weights ${weightsSha256.slice(0, 12)} after ${step} steps`);
sharedMemory?.close();
process.exit(0);
