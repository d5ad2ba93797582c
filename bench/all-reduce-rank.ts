/** One rank of the all-reduce benchmark, a process of its own; see all-reduce.ts. */
import { createInterface } from 'node:readline';
import { createAllReduce } from '../src/collective/all-reduce.ts';
import { createMesh } from '../src/collective/linked-mesh.ts';
import { createPeerClients } from '../src/collective/peer-clients.ts';
import { createPullDesk } from '../src/collective/pull-desk.ts';
import { openSharedMemoryPort } from '../src/collective/shared-memory-port.ts';
import { DEFAULT_BUCKET_BYTES } from '../src/core/reduction/buckets.ts';
import { createVectorSpace } from '../src/kernels/vector-space.ts';
import { openCollectiveServer } from '../src/worker/collective-server.ts';

const [rank, worldSize, link] = [Number(process.argv[2]), Number(process.argv[3]), process.argv[4]];
const jobId = 'bench';
const desk = createPullDesk(jobId);
const server = await openCollectiveServer('127.0.0.1:0', desk, { handle: (call) => call.end() });
const clients = createPeerClients();
const sharedMemory = link === 'shared-memory' ? await openSharedMemoryPort({ onNote: console.error }) : null;
console.log(server.address);

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const addresses = String((await lines.next()).value).split(' ');
const members = addresses.map((collectiveAddress, index) => ({ workerId: `${index}`, collectiveAddress }));
const vectors = createVectorSpace(2 ** 30);
const mesh = createMesh({
  ...{ jobId, workerId: `${rank}`, generation: 1, members, desk, clients, sharedMemory, vectors },
});
const maxEarlyBytes = 2 ** 31;
const reduce = createAllReduce({
  mesh,
  microShards: worldSize,
  bucketBytes: DEFAULT_BUCKET_BYTES,
  maxEarlyBytes,
  vectors,
});
const signal = new AbortController().signal;
let operation = 0;
const kept = new Map<number, readonly [Float32Array, Float32Array]>();

async function run(values: Float32Array, out: Float32Array): Promise<void> {
  operation += 1;
  await reduce.run({
    operation,
    partials: [{ subtree: { begin: rank, end: rank + 1 }, values }],
    out,
    signal,
  });
}

/** Fails unless ranks that bring their number plus one get the sum; work that a scheduler would hold against a timing. */
async function check(values: Float32Array, out: Float32Array): Promise<void> {
  values.fill(rank + 1);
  await run(values, out);
  const due = (worldSize * (worldSize + 1)) / 2;
  if (!out.every((sum) => sum === due)) throw new Error('the sums are wrong');
}

/** Milliseconds of one all-reduce, by the clock and of the processor; the first of a round is not counted. */
async function time(numFloats: number, numRuns: number): Promise<string> {
  const isNew = !kept.has(numFloats);
  const [values, out] = vectorsOf(numFloats);
  if (isNew) await check(values, out);
  await run(values, out);
  const began = performance.now();
  const cpuBegan = process.cpuUsage();
  for (let i = 0; i < numRuns; i++) await run(values, out);
  const { user, system } = process.cpuUsage(cpuBegan);
  return `${(performance.now() - began) / numRuns} ${(user + system) / 1000 / numRuns}`;
}

/** Vectors where a worker has them, the same ones in each round. */
function vectorsOf(numFloats: number): readonly [Float32Array, Float32Array] {
  const found = kept.get(numFloats) ?? [vectors.allocate(numFloats), vectors.allocate(numFloats)];
  kept.set(numFloats, found);
  return found;
}

for (let line = await lines.next(); !line.done; line = await lines.next()) {
  const [numFloats, numRuns] = String(line.value).split(' ').map(Number) as [number, number];
  console.log(await time(numFloats, numRuns));
}
const kinds = mesh.links().filter((kind) => kind !== null);
if (!kinds.every((kind) => kind === link)) console.error(`links were ${kinds.join(', ')}`);
sharedMemory?.close();
process.exit(0);
