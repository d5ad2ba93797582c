import type { AllReduce } from '../collective/all-reduce.ts';
import type { Mesh } from '../collective/mesh.ts';
import { operationOf, type Work } from '../core/plan/work.ts';
import type { Vote } from '../core/step/vote.ts';
import { computeAndExchange } from './compute-and-exchange.ts';
import type { SharedMemory } from './shared-memory.ts';
import { failureOf, notFinite } from './step-failure.ts';
import type { WorkerContext } from './worker.ts';

/** What a generation does its work with. */
export interface WorkTools {
  readonly context: WorkerContext;
  readonly memory: SharedMemory;
  readonly mesh: Mesh;
  /** The members, by rank. */
  readonly workerIds: readonly string[];
  readonly allReduce: AllReduce;
  /** Aborted when the generation is over. */
  readonly signal: AbortSignal;
}

/** Seconds of the phases that end after the vote; they travel with the next one. */
export interface LatePhases {
  readonly vote: number;
  readonly apply: number;
}

/** Does a piece of work up to the vote. What goes wrong here is a vote of no with its reason. */
export async function performWork(tools: WorkTools, work: Work, latePhases: LatePhases): Promise<Vote> {
  try {
    return work.kind === 'export' ? await exportWeights(tools) : await reduceShards(tools, work, latePhases);
  } catch (error) {
    if (tools.signal.aborted) throw error;
    return { yes: false, failure: failureOf(error, tools.workerIds) };
  }
}

/** Sums this rank's micro-shards, all-reduces them, and votes with the digest of the result. */
async function reduceShards(tools: WorkTools, work: Work, latePhases: LatePhases): Promise<Vote> {
  const { context, memory } = tools;
  const { trainer } = context;
  const operation = operationOf(work);
  const { computed, exchanged, allReduceSeconds } = await computeAndExchange(tools, work);
  const digest = memory.vectors.digest(memory.reduced.subarray(0, computed.length));
  const summary = await trainer.summarize({ operation, reduced: memory.reduced });
  if (work.kind === 'train' && digest.firstNonFinite >= 0) {
    return {
      yes: false,
      failure: notFinite(work.step, summary, await trainer.sampleRows({ step: work.step })),
    };
  }
  return {
    yes: true,
    digest: digest.hex,
    measurement: {
      ...summary,
      phases: {
        data: computed.dataSeconds,
        forward_backward: computed.forwardBackwardSeconds,
        all_reduce: allReduceSeconds,
        ...latePhases,
      },
      galleryJson: computed.galleryJson,
      bytesSent: exchanged.bytesSent,
      hiddenShare: exchanged.bytesSent > 0 ? exchanged.numEarly / computed.length : 0,
    },
  };
}

/** Rank 0 writes the model; all ranks vote with the hash of their weights, so that equality is proved once more. */
async function exportWeights({ context, mesh }: WorkTools): Promise<Vote> {
  const directory = mesh.rank === 0 ? context.modelDirectory : null;
  const { weightsSha256 } = await context.trainer.exportModel({ directory });
  return {
    yes: true,
    digest: weightsSha256,
    measurement: {
      numSamples: 0,
      loss: 0,
      metrics: {},
      phases: {},
      confusion: [],
      galleryJson: '',
      bytesSent: 0,
      hiddenShare: 0,
    },
  };
}
