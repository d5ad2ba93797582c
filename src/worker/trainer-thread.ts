/** The training thread: owns the engine and everything that TF.js touches. Calls come one at a time. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parentPort } from 'node:worker_threads';
import { LockstepError } from '../core/errors.ts';
import { partOf } from '../core/plan/range.ts';
import { workOf } from '../core/plan/work.ts';
import { confusionRows, summarizeEvaluation, summarizeStep } from '../engine/step-layout.ts';
import { decodeSafetensors, encodeHeader, encodeRange } from '../store/safetensors.ts';
import type { BatchPosition } from './batches-ahead.ts';
import { computeWork, positionsAfter } from './compute-work.ts';
import { type JobReplica, loadJobReplica } from './job-replica.ts';
import { blameProgram } from './load-program.ts';
import { secondsSince } from './seconds-since.ts';
import { openThreadMemory, type ThreadMemory } from './thread-memory.ts';
import type {
  ProgressListener,
  ReducedSummary,
  TrainerAnswer,
  TrainerApi,
  TrainerCall,
} from './trainer-protocol.ts';

/** Beside the model: what `predict` must do to its inputs. */
const PREPROCESSING_FILE = 'preprocessing.json';

/** Evaluates to the trainer's functions around one loaded job, and to `rest`, for when it is asked nothing. */
function createTrainerApi(): { api: TrainerApi; rest: () => void } {
  let loaded: JobReplica | null = null;
  let memory: ThreadMemory | null = null;
  let appliedStep = 0;
  let comingUp: readonly BatchPosition[] = [];
  const replicaOf = (): JobReplica => {
    if (!loaded) throw new Error('the trainer was used before it had loaded a job');
    return loaded;
  };
  const memoryOf = (): ThreadMemory => {
    if (!memory) throw new Error('the trainer was used before it shared memory');
    return memory;
  };

  const api: TrainerApi = {
    load: async (request) => {
      loaded = await loadJobReplica(request);
      appliedStep = request.checkpoint?.step ?? 0;
      return loaded.summary;
    },
    share: async (request) => {
      memory = openThreadMemory(request);
    },
    compute: async (request, onProgress) => {
      const job = replicaOf();
      comingUp = positionsAfter(request, job.plan.numSteps);
      try {
        return computeWork({ loaded: job, memory: memoryOf() }, request, onProgress);
      } catch (error) {
        throw blameProgram(error, job.programCode);
      }
    },
    summarize: async ({ operation, reduced }) => summarize(replicaOf(), operation, memoryOf().own(reduced)),
    apply: async ({ operation, reduced }) => {
      const { replica } = replicaOf();
      const began = performance.now();
      if (workOf(operation).kind === 'train') {
        replica.apply(memoryOf().own(reduced).subarray(0, replica.stepLayout.length));
        appliedStep = workOf(operation).step;
      }
      return { seconds: secondsSince(began), numTensors: replica.numTensors() };
    },
    snapshot: async ({ rank, worldSize, memory }) => {
      const began = performance.now();
      const part = encodeState(replicaOf(), { index: rank, numParts: worldSize, memory });
      return { ...part, seconds: secondsSince(began) };
    },
    snapshotAll: async () => ({
      bytes: encodeState(replicaOf(), { index: 0, numParts: 1, memory: null }).bytes,
      step: appliedStep,
    }),
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
  const rest = (): void => {
    if (comingUp.length > 0) loaded?.batches.prepare(comingUp);
    comingUp = [];
  };
  return { api, rest };
}

/** Means and confusion counts out of a reduced vector. */
function summarize({ replica }: JobReplica, operation: number, reduced: Float32Array): ReducedSummary {
  const { stepLayout, evaluationLayout } = replica;
  if (workOf(operation).kind === 'train') {
    return { ...summarizeStep(reduced.subarray(0, stepLayout.length), stepLayout), confusion: [] };
  }
  const vector = reduced.subarray(0, evaluationLayout.length);
  const confusion = confusionRows(vector, evaluationLayout).flat();
  return { ...summarizeEvaluation(vector, evaluationLayout), confusion };
}

interface StatePart {
  readonly index: number;
  readonly numParts: number;
  /** To be written over, where that is large enough. */
  readonly memory: SharedArrayBuffer | null;
}

/**
 * One part of everything that the next step depends on, as bytes of one state file. Training stands still for it, so it
 * is one copy out of the engine into memory that this thread shares, and need not be fresh, which costs as much again.
 */
function encodeState({ replica }: JobReplica, { index, numParts, memory }: StatePart) {
  const { tensors } = replica.viewState();
  const { header, fileBytes } = encodeHeader(tensors, { format: 'lockstep-state-1' });
  const part = partOf(fileBytes, index, numParts);
  const length = part.end - part.begin;
  const shared = memory && memory.byteLength >= length ? memory : new SharedArrayBuffer(length);
  const bytes = encodeRange(header, tensors, part, new Uint8Array(shared, 0, length));
  return { bytes, begin: part.begin, fileBytes };
}

const { api, rest } = createTrainerApi();
let queue = Promise.resolve();

parentPort?.on('message', (call: TrainerCall) => {
  queue = queue.then(async () => {
    say(await answer(call));
    rest();
  });
});

function say(answer: TrainerAnswer): void {
  parentPort?.postMessage(answer);
}

async function answer({ id, method, request }: TrainerCall): Promise<TrainerAnswer> {
  const onProgress: ProgressListener = (partial, numFinal) => say({ id, progress: { partial, numFinal } });
  try {
    return { id, ok: true, reply: await api[method](request as never, onProgress) };
  } catch (error) {
    const isOurs = error instanceof LockstepError;
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    const details = isOurs ? (error.details ?? '') : (stack ?? '');
    return { id, ok: false, error: { code: isOurs ? error.code : 'INTERNAL', message, details } };
  }
}
