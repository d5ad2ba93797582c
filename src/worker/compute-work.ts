import { performance } from 'node:perf_hooks';
import { workOf } from '../core/plan/work.ts';
import type { SamplePrediction } from '../engine/replica.ts';
import type { BatchPosition } from './batches-ahead.ts';
import { createGallery, evaluateShard } from './evaluate-shard.ts';
import type { JobReplica } from './job-replica.ts';
import { type FinalListener, type MicroShardFunction, sumSubtree } from './partial-sums.ts';
import { secondsSince } from './seconds-since.ts';
import type { ThreadMemory } from './thread-memory.ts';
import type { ComputeReply, ComputeRequest, ProgressListener } from './trainer-protocol.ts';

/** What the training thread computes with. */
export interface ComputeTools {
  readonly loaded: JobReplica;
  readonly memory: ThreadMemory;
}

/** Sums the asked-for subtrees of a step or an evaluation, and says how far it is. */
export function computeWork(
  tools: ComputeTools,
  request: ComputeRequest,
  onProgress: ProgressListener,
): ComputeReply {
  const { loaded, memory } = tools;
  const { replica, dataset } = loaded;
  const work = workOf(request.operation);
  const isTraining = work.kind === 'train';
  const split = work.kind === 'test' ? dataset.test : dataset.validation;
  const predictions: SamplePrediction[] = [];
  const times = { dataSeconds: 0 };
  const began = performance.now();
  const cancel = new Int32Array(request.cancel);
  const computeShard = isTraining
    ? trainingShards(tools, request, times)
    : (microShard: number, out: Float32Array, onFinal: FinalListener | undefined): void => {
        if (split) predictions.push(...evaluateShard(loaded, split, microShard, out));
        onFinal?.({ begin: 0, end: out.length });
      };
  const compute: MicroShardFunction = (microShard, out, onFinal) => {
    if (Atomics.load(cancel, 0) !== 0 || (!isTraining && !split)) return false;
    computeShard(microShard, out, onFinal);
    return true;
  };
  const length = isTraining ? replica.stepLayout.length : replica.evaluationLayout.length;
  // Stops at the first partial that is not complete: the request was cancelled.
  request.partials.every(({ subtree, sums }, index) =>
    sumSubtree(
      subtree,
      {
        out: memory.own(sums).subarray(0, length),
        onFinal: isOverlapped(request)
          ? announcer(request.announceFloats, length, (numFinal) => onProgress(index, numFinal))
          : undefined,
      },
      { compute, add: memory.add, levels: memory.levels },
    ),
  );
  const gallery = work.kind === 'test' && split ? createGallery(split, predictions) : null;
  return {
    length,
    dataSeconds: times.dataSeconds,
    forwardBackwardSeconds: secondsSince(began) - times.dataSeconds,
    galleryJson: gallery ? JSON.stringify(gallery) : '',
  };
}

/** Hooks cost a little, so that gradients come early only where somebody waits for them. */
function trainingShards({ loaded }: ComputeTools, request: ComputeRequest, times: { dataSeconds: number }) {
  const { step } = workOf(request.operation);
  const { replica, batches } = loaded;
  return (microShard: number, out: Float32Array, onFinal: FinalListener | undefined): void => {
    const began = performance.now();
    const batch = batches.take({ step, microShard });
    times.dataSeconds += secondsSince(began);
    if (isOverlapped(request)) {
      replica.computeMicroShard(batch, { step, microShard }, out, onFinal);
      return;
    }
    replica.computeMicroShard(batch, { step, microShard }, out);
    onFinal?.({ begin: 0, end: out.length });
  };
}

/** Whether somebody wants to know what is final before all of it is. */
function isOverlapped({ announceFloats }: ComputeRequest): boolean {
  return announceFloats < Number.POSITIVE_INFINITY;
}

/** Adds up what is final, and tells whenever `announceFloats` more are, or all. */
function announcer(
  announceFloats: number,
  length: number,
  announce: (numFinal: number) => void,
): FinalListener {
  let numFinal = 0;
  let numAnnounced = 0;
  return ({ begin, end }) => {
    numFinal += end - begin;
    if (numFinal < length && numFinal - numAnnounced < announceFloats) return;
    numAnnounced = numFinal;
    announce(numFinal);
  };
}

/** The batches that will be asked for after this request, if this rank's share stays what it is. */
export function positionsAfter({ operation, partials }: ComputeRequest, numSteps: number): BatchPosition[] {
  const { kind, step } = workOf(operation);
  if (kind !== 'train' || step === numSteps) return [];
  return partials.flatMap(({ subtree: { begin, end } }) =>
    Array.from({ length: end - begin }, (_, index) => ({ step: step + 1, microShard: begin + index })),
  );
}
