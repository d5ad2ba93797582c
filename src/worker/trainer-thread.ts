/** The training thread: owns the engine and everything that TF.js touches. Calls come one at a time. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parentPort } from 'node:worker_threads';
import { LockstepError } from '../core/errors.ts';
import { partOf } from '../core/plan/range.ts';
import { workOf } from '../core/plan/work.ts';
import { gatherBatch } from '../data/index.ts';
import type { SamplePrediction } from '../engine/replica.ts';
import { confusionRows, summarizeEvaluation, summarizeStep } from '../engine/step-layout.ts';
import { decodeSafetensors, encodeHeader, encodeRange } from '../store/safetensors.ts';
import { createGallery, evaluateShard } from './evaluate-shard.ts';
import { type JobReplica, loadJobReplica } from './job-replica.ts';
import { blameProgram } from './load-program.ts';
import { type MicroShardFunction, sumSubtree } from './partial-sums.ts';
import { secondsSince } from './seconds-since.ts';
import type {
  ComputeReply,
  ComputeRequest,
  ReducedSummary,
  TrainerAnswer,
  TrainerApi,
  TrainerCall,
} from './trainer-protocol.ts';

/** Beside the model: what `predict` must do to its inputs. */
const PREPROCESSING_FILE = 'preprocessing.json';

/** Evaluates to the trainer's functions around one loaded job. */
function createTrainerApi(): TrainerApi {
  let loaded: JobReplica | null = null;
  let appliedStep = 0;
  const scratch: Float32Array[] = [];
  const replicaOf = (): JobReplica => {
    if (!loaded) throw new Error('the trainer was used before it had loaded a job');
    return loaded;
  };

  return {
    load: async (request) => {
      loaded = await loadJobReplica(request);
      appliedStep = request.checkpoint?.step ?? 0;
      return loaded.summary;
    },
    compute: async (request) => {
      const job = replicaOf();
      try {
        return compute(job, request, scratch);
      } catch (error) {
        throw blameProgram(error, job.programCode);
      }
    },
    summarize: async ({ operation, reduced }) => summarize(replicaOf(), operation, reduced),
    apply: async ({ operation, reduced }) => {
      const { replica } = replicaOf();
      const began = performance.now();
      if (workOf(operation).kind === 'train') {
        replica.apply(new Float32Array(reduced, 0, replica.stepLayout.length));
        appliedStep = workOf(operation).step;
      }
      return { seconds: secondsSince(began), numTensors: replica.numTensors() };
    },
    snapshot: async ({ rank, worldSize }) => {
      const began = performance.now();
      const part = encodeState(replicaOf(), rank, worldSize);
      return { ...part, seconds: secondsSince(began) };
    },
    snapshotAll: async () => ({ bytes: encodeState(replicaOf(), 0, 1).bytes, step: appliedStep }),
    restore: async ({ bytes, step }) => {
      replicaOf().replica.loadState({ tensors: decodeSafetensors(bytes, "a peer's state") });
      appliedStep = step;
    },
    sampleRows: async ({ step }) => {
      const { dataset, indicesOf, job } = replicaOf();
      const shards = Array.from({ length: job.training.microShards }, (_, shard) => indicesOf(step, shard));
      return shards.flatMap((indices) => Array.from(indices, (index) => dataset.training.sourceRows[index]));
    },
    exportModel: async ({ directory }) => {
      const { replica, dataset } = replicaOf();
      if (directory !== null) {
        await mkdir(directory, { recursive: true });
        await replica.exportModel(directory);
        await writeFile(join(directory, PREPROCESSING_FILE), `${JSON.stringify(dataset.preprocessing)}\n`);
      }
      return { weightsSha256: replica.weightsSha256() };
    },
  };
}

/** Sums the asked-for subtrees of a step or an evaluation. */
function compute(loaded: JobReplica, request: ComputeRequest, scratch: Float32Array[]): ComputeReply {
  const { replica, dataset } = loaded;
  const work = workOf(request.operation);
  const cancel = new Int32Array(request.cancel);
  const predictions: SamplePrediction[] = [];
  let dataSeconds = 0;
  const began = performance.now();
  const trainShard: MicroShardFunction = (microShard, out) => {
    if (Atomics.load(cancel, 0) !== 0) return false;
    const dataBegan = performance.now();
    const batch = gatherBatch(dataset.training, loaded.indicesOf(work.step, microShard));
    dataSeconds += secondsSince(dataBegan);
    replica.computeMicroShard(batch, { step: work.step, microShard }, out);
    return true;
  };
  const split = work.kind === 'test' ? dataset.test : dataset.validation;
  const evaluateOne: MicroShardFunction = (microShard, out) => {
    if (Atomics.load(cancel, 0) !== 0 || !split) return false;
    predictions.push(...evaluateShard(loaded, split, microShard, out));
    return true;
  };
  const length = work.kind === 'train' ? replica.stepLayout.length : replica.evaluationLayout.length;
  // Stops at the first partial that is not complete: the request was cancelled.
  request.partials.every(({ subtree, memory }) =>
    sumSubtree(
      subtree,
      new Float32Array(memory, 0, length),
      work.kind === 'train' ? trainShard : evaluateOne,
      scratch,
    ),
  );
  const gallery = work.kind === 'test' && split ? createGallery(split, predictions) : null;
  return {
    length,
    dataSeconds,
    forwardBackwardSeconds: secondsSince(began) - dataSeconds,
    galleryJson: gallery ? JSON.stringify(gallery) : '',
  };
}

/** Means and confusion counts out of a reduced vector. */
function summarize({ replica }: JobReplica, operation: number, reduced: SharedArrayBuffer): ReducedSummary {
  const { stepLayout, evaluationLayout } = replica;
  if (workOf(operation).kind === 'train') {
    return { ...summarizeStep(new Float32Array(reduced, 0, stepLayout.length), stepLayout), confusion: [] };
  }
  const vector = new Float32Array(reduced, 0, evaluationLayout.length);
  const confusion = confusionRows(vector, evaluationLayout).flat();
  return { ...summarizeEvaluation(vector, evaluationLayout), confusion };
}

/** Part `index` of `numParts` of everything that the next step depends on, as bytes of one state file. */
function encodeState({ replica }: JobReplica, index: number, numParts: number) {
  const { tensors } = replica.saveState();
  const { header, fileBytes } = encodeHeader(tensors, { format: 'lockstep-state-1' });
  const part = partOf(fileBytes, index, numParts);
  return { bytes: encodeRange(header, tensors, part), begin: part.begin, fileBytes };
}

const api = createTrainerApi();
let queue = Promise.resolve();

parentPort?.on('message', (call: TrainerCall) => {
  queue = queue.then(async () => parentPort?.postMessage(await answer(call)));
});

async function answer({ id, method, request }: TrainerCall): Promise<TrainerAnswer> {
  try {
    return { id, ok: true, reply: await api[method](request as never) };
  } catch (error) {
    const isOurs = error instanceof LockstepError;
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    const details = isOurs ? (error.details ?? '') : (stack ?? '');
    return { id, ok: false, error: { code: isOurs ? error.code : 'INTERNAL', message, details } };
  }
}
