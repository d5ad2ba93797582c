import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleProgram } from '../../src/cli/bundle-program.ts';
import { createAllReduce } from '../../src/collective/all-reduce.ts';
import { createMesh } from '../../src/collective/linked-mesh.ts';
import type { LinkKind, Mesh } from '../../src/collective/mesh.ts';
import { createPeerClients } from '../../src/collective/peer-clients.ts';
import { createPullDesk } from '../../src/collective/pull-desk.ts';
import { openSharedMemoryPort } from '../../src/collective/shared-memory-port.ts';
import { parseJob } from '../../src/core/job/parse-job.ts';
import { trainingPlan } from '../../src/core/plan/training-plan.ts';
import { operationOf } from '../../src/core/plan/work.ts';
import { openCollectiveServer } from '../../src/worker/collective-server.ts';
import { computeAndExchange } from '../../src/worker/compute-and-exchange.ts';
import type { WorkTools } from '../../src/worker/perform-work.ts';
import { createSharedMemory } from '../../src/worker/shared-memory.ts';
import { createTrainer } from '../../src/worker/trainer.ts';
import { ROOT } from './lockstep-process.ts';

const JOB_ID = 'overlap';
const JOB_FOLDER = path.join(ROOT, 'examples/convnet');
const NUM_STEPS = 3;
const training = { steps: 100, globalBatchSize: 30, microShards: 4, seed: 1 };
const job = parseJob(
  { name: 'overlap', program: 'program.ts', engine: 'wasm', training, workers: { min: 1, max: 4 } },
  'job.yaml',
);

interface Setting {
  readonly worldSize: number;
  readonly link: LinkKind;
  readonly bucketBytes: number;
  readonly isOverlapped: boolean;
}

/** One rank: a real training thread, the links and the exchange of a worker, and no coordinator. */
async function openRank(rank: number, programFile: string) {
  const trainer = createTrainer(pathToFileURL(path.join(ROOT, 'dist/worker/trainer-thread.js')));
  const request = { job, jobDirectory: JOB_FOLDER, programFile, checkpoint: null };
  const { readiness, maxVectorLength } = await trainer.load(request);
  const plan = trainingPlan(job, readiness.numTraining);
  const memory = createSharedMemory(maxVectorLength, plan.microShards);
  await trainer.share({ memory: memory.vectors.memory, levels: memory.levels });
  const initial = await trainer.snapshotAll({});
  const stepLayout = { length: readiness.vectorLength, numGradients: readiness.numParameters };
  const desk = createPullDesk(JOB_ID, () => undefined);
  const clients = createPeerClients();
  const server = await openCollectiveServer('127.0.0.1:0', desk, { handle: (call) => call.end() });
  const port = await openSharedMemoryPort({ onNote: () => undefined });

  /** Takes some steps from the initial weights; returns the hash of the weights after them and how much was early. */
  const train = async (mesh: Mesh, { bucketBytes, isOverlapped }: Setting) => {
    await trainer.restore(initial);
    const allReduce = createAllReduce({
      ...{ mesh, microShards: plan.microShards, bucketBytes, maxEarlyBytes: 2 ** 30 },
      ...{ vectors: memory.vectors, scratch: memory.scratch },
    });
    const overlapFromBytes = isOverlapped ? 0 : Number.POSITIVE_INFINITY;
    const context = { trainer, plan, stepLayout, bucketBytes, overlapFromBytes } as WorkTools['context'];
    const { signal } = new AbortController();
    const tools: WorkTools = { context, memory, mesh, workerIds: [], allReduce, signal };
    let numEarly = 0;
    for (let step = 1; step <= NUM_STEPS; step++) {
      const work = { kind: 'train', step } as const;
      const { exchanged } = await computeAndExchange(tools, work);
      numEarly += exchanged.numEarly;
      await trainer.apply({ operation: operationOf(work), reduced: memory.reduced });
    }
    const { weightsSha256 } = await trainer.exportModel({ directory: null });
    return { weightsSha256, numEarly };
  };
  return {
    address: server.address,
    train,
    link: (generation: number, addresses: readonly string[], link: LinkKind) =>
      createMesh({
        ...{ jobId: JOB_ID, workerId: `${rank}`, generation, desk, clients, vectors: memory.vectors },
        members: addresses.map((collectiveAddress, index) => ({ workerId: `${index}`, collectiveAddress })),
        sharedMemory: link === 'shared-memory' ? port : null,
      }),
    close: async () => {
      clients.close();
      server.close();
      port?.close();
      await trainer.close();
    },
  };
}

describe('the weights after some steps', () => {
  const ranks: Awaited<ReturnType<typeof openRank>>[] = [];
  let folder: string;
  let generation = 0;
  let due: string;

  /** Ranks take the steps together and must agree. */
  async function trainTogether(setting: Setting): Promise<{ weightsSha256: string; numEarly: number }> {
    generation += 1;
    const members = ranks.slice(0, setting.worldSize);
    const addresses = members.map(({ address }) => address);
    const meshes = members.map(({ link }) => link(generation, addresses, setting.link));
    try {
      const results = await Promise.all(members.map(({ train }, rank) => train(meshes[rank]!, setting)));
      expect(new Set(results.map(({ weightsSha256 }) => weightsSha256)).size).toBe(1);
      const kinds = meshes.flatMap((mesh) => mesh.links().filter((kind) => kind !== null));
      expect(new Set(kinds)).toEqual(new Set(setting.worldSize === 1 ? [] : [setting.link]));
      const numEarly = results.reduce((sum, result) => sum + result.numEarly, 0);
      return { weightsSha256: results[0]!.weightsSha256, numEarly };
    } finally {
      for (const mesh of meshes) mesh.close();
    }
  }

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'lockstep-overlap-'));
    const programFile = path.join(folder, 'program.cjs');
    await writeFile(programFile, await bundleProgram({ jobDirectory: JOB_FOLDER, program: 'program.ts' }));
    ranks.push(...(await Promise.all([0, 1, 2].map((rank) => openRank(rank, programFile)))));
    const alone = { worldSize: 1, link: 'grpc', bucketBytes: 4096, isOverlapped: false } as const;
    due = (await trainTogether(alone)).weightsSha256;
  });
  afterAll(async () => {
    for (const rank of ranks) await rank.close();
    await rm(folder, { recursive: true });
  });

  const settings = [2, 3].flatMap((worldSize) =>
    (['grpc', 'shared-memory'] as const).flatMap((link) =>
      [2048, 2 ** 20].flatMap((bucketBytes) =>
        [true, false].map((isOverlapped): Setting => ({ worldSize, link, bucketBytes, isOverlapped })),
      ),
    ),
  );
  it.each(settings)(
    'are those of one rank: $worldSize ranks, $link, buckets of $bucketBytes bytes, overlap $isOverlapped',
    async (setting) => {
      const { weightsSha256, numEarly } = await trainTogether(setting);
      expect(weightsSha256).toBe(due);
      if (!setting.isOverlapped) expect(numEarly).toBe(0);
    },
  );
});
