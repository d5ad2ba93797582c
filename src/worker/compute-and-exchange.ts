import { performance } from 'node:perf_hooks';
import type { Exchanged, RunningAllReduce } from '../collective/all-reduce.ts';
import { microShardsOfRank } from '../core/plan/micro-shards.ts';
import { operationOf, type Work } from '../core/plan/work.ts';
import type { ExchangedVector } from '../core/reduction/buckets.ts';
import { maximalSubtrees } from '../core/reduction/canonical-tree.ts';
import type { WorkTools } from './perform-work.ts';
import { secondsSince } from './seconds-since.ts';
import type { ComputeReply } from './trainer-protocol.ts';

const FLOAT_BYTES = 4;
/** So many times per bucket the training thread says what is final: a bucket waits for at most so much of another. */
const ANNOUNCEMENTS_PER_BUCKET = 4;

/** What is in `memory.reduced` now, and how it came there. */
export interface ReducedShards {
  readonly computed: ComputeReply;
  readonly exchanged: Exchanged;
  /** Seconds from the end of computing to the end of the exchange: what of it was not hidden. */
  readonly allReduceSeconds: number;
}

/**
 * Sums this rank's micro-shards and all-reduces them. Where that is worth its while, each bucket of a step's vector is
 * exchanged as soon as its gradients are final, while the training thread goes on with the backward pass.
 */
export async function computeAndExchange(tools: WorkTools, work: Work): Promise<ReducedShards> {
  const { context, memory, mesh, signal } = tools;
  const { plan, trainer, bucketBytes } = context;
  const operation = operationOf(work);
  const ownShards = microShardsOfRank(mesh.rank, mesh.worldSize, plan.microShards);
  const partials = maximalSubtrees(plan.microShards, ownShards).map((subtree, index) => ({
    subtree,
    sums: memory.partials[index]!,
  }));
  const begin = ({ length, numGradients }: ExchangedVector): RunningAllReduce =>
    tools.allReduce.begin({
      operation,
      partials: partials.map(({ subtree, sums }) => ({ subtree, values: sums.subarray(0, length) })),
      numGradients,
      out: memory.reduced.subarray(0, length),
      signal,
    });
  const early = isOverlapped(tools, work) ? begin(context.stepLayout) : null;
  early?.finished.catch(() => Atomics.store(memory.cancelFlag, 0, 1));
  const announceFloats = early
    ? bucketBytes / FLOAT_BYTES / ANNOUNCEMENTS_PER_BUCKET
    : Number.POSITIVE_INFINITY;
  const computed = await trainer
    .compute({ operation, partials, announceFloats, cancel: memory.cancel }, (partial, numFinal) =>
      early?.advance(partial, numFinal),
    )
    .catch((error: Error) => {
      early?.fail(error);
      throw error;
    });
  const computedAt = performance.now();
  signal.throwIfAborted();
  const running = early ?? begin({ length: computed.length, numGradients: 0 });
  for (const index of partials.keys()) running.advance(index, computed.length);
  const exchanged = await running.finished;
  return { computed, exchanged, allReduceSeconds: secondsSince(computedAt) };
}

/** A pure function of job, model and membership. */
function isOverlapped({ context, mesh }: WorkTools, work: Work): boolean {
  const { stepLayout, overlapFromBytes } = context;
  return work.kind === 'train' && mesh.worldSize > 1 && stepLayout.length * FLOAT_BYTES >= overlapFromBytes;
}
