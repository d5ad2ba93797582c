import { LockstepError } from '../../src/core/errors.ts';
import type { JobSpec } from '../../src/core/job/job-spec.ts';
import { partOf, type Range } from '../../src/core/plan/range.ts';
import { trainingPlan } from '../../src/core/plan/training-plan.ts';
import { operationOf, workOf } from '../../src/core/plan/work.ts';
import { sumSubtree } from '../../src/worker/partial-sums.ts';
import type { Trainer } from '../../src/worker/trainer.ts';
import type { LoadReply } from '../../src/worker/trainer-protocol.ts';
import {
  type ArithmeticModel,
  createArithmeticModel,
  NUM_TRAINING,
  NUM_WEIGHTS,
  subtreeTools,
  summaryOf,
  VECTOR_LENGTH,
} from './arithmetic-model.ts';
import type { MemoryDisk } from './memory-disk.ts';
import type { Chance } from './seeded.ts';
import type { SimulatedProcess } from './simulated-process.ts';

export interface ArithmeticTrainerOptions {
  readonly process: SimulatedProcess;
  readonly chance: Chance;
  readonly disk: MemoryDisk;
  /** Told of each training step that is applied, with the hash of the weights after it. */
  readonly onApplied: (step: number, weightsSha256: string) => void;
  /** Told when it holds the state after `step` that it was given. */
  readonly onHolds: (step: number) => void;
}

/** What becomes final one after the other: gradients from the last to the first, then the sums of loss and samples. */
const FINAL_RANGES: readonly Range[] = [
  { begin: 6, end: NUM_WEIGHTS },
  { begin: 0, end: 6 },
  { begin: NUM_WEIGHTS, end: VECTOR_LENGTH },
];

/** A training thread that computes with a small model and takes its time: calls one after the other, each with a delay. */
export function createArithmeticTrainer(options: ArithmeticTrainerOptions): Trainer {
  const { process, chance, disk, onApplied, onHolds } = options;
  const pending = new Set<(error: Error) => void>();
  let queue: Promise<unknown> = Promise.resolve();
  let cancelWait = (): void => undefined;
  let isClosed = false;
  let loaded: { readonly job: JobSpec; readonly model: ArithmeticModel } | null = null;
  let appliedStep = 0;

  // A few are so slow that their generation calls them stragglers.
  const slowness = chance.oneIn(8) ? 8 : 1;

  const wait = (low: number, high: number): Promise<void> =>
    new Promise((resolve) => {
      if (!isClosed) cancelWait = process.after(chance.between(low, high), resolve);
    });
  const closed = (): LockstepError => new LockstepError('INTERNAL', 'the training thread was closed');
  /** In its turn, after between `low` and `high` milliseconds. */
  const call = <T>([low, high]: readonly [number, number], run: () => T | Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (isClosed) return reject(closed());
      pending.add(reject);
      queue = queue
        .then(() => wait(low, high))
        .then(run)
        .then(resolve, reject)
        .finally(() => pending.delete(reject));
    });
  const modelOf = (): ArithmeticModel => {
    if (!loaded) throw new Error('the trainer was used before it had loaded a job');
    return loaded.model;
  };

  return {
    load: ({ job, checkpoint }) =>
      call([2, 30], (): LoadReply => {
        const model = createArithmeticModel(job, trainingPlan(job, NUM_TRAINING));
        loaded = { job, model };
        if (checkpoint) model.load(disk.read(checkpoint.file));
        appliedStep = checkpoint?.step ?? 0;
        onHolds(appliedStep);
        const readiness = {
          numTraining: NUM_TRAINING,
          splits: { validation: true, test: false },
          dataFingerprint: 'data',
          engine: 'cpu',
          numParameters: NUM_WEIGHTS,
          classNames: [],
          notes: [],
          vectorLength: VECTOR_LENGTH,
          weightsSha256: model.weightsSha256(),
          step: appliedStep,
          operation: operationOf({ kind: 'train', step: appliedStep }),
        };
        return { readiness, maxVectorLength: VECTOR_LENGTH };
      }),
    share: () => call([0.1, 0.5], () => undefined),
    compute: ({ operation, partials, cancel, announceFloats }, onProgress) =>
      call([2, 20], async () => {
        const work = workOf(operation);
        const flag = new Int32Array(cancel);
        const beganMs = process.nowMs();
        for (const [index, { subtree, sums }] of partials.entries()) {
          if (Atomics.load(flag, 0) !== 0) break;
          const whole = new Float32Array(VECTOR_LENGTH);
          const tools = subtreeTools((microShard, out) => modelOf().sumMicroShard(work, microShard, out));
          sumSubtree(subtree, { out: whole }, tools);
          // Nothing that has not been announced may be used.
          sums.fill(Number.NaN);
          let numFinal = 0;
          for (const { begin, end } of FINAL_RANGES) {
            await wait(slowness, 4 * slowness);
            sums.set(whole.subarray(begin, end), begin);
            numFinal += end - begin;
            if (announceFloats < Number.POSITIVE_INFINITY) onProgress(index, numFinal);
          }
        }
        const seconds = (process.nowMs() - beganMs) / 1000;
        return { length: VECTOR_LENGTH, dataSeconds: 0, forwardBackwardSeconds: seconds, galleryJson: '' };
      }),
    summarize: ({ reduced }) =>
      call([0.1, 0.5], () => ({
        ...summaryOf(reduced.subarray(0, VECTOR_LENGTH)),
        metrics: {},
        confusion: [],
      })),
    apply: ({ operation, reduced }) =>
      call([0.1, 1], () => {
        const work = workOf(operation);
        if (work.kind === 'train') {
          modelOf().apply(reduced.subarray(0, VECTOR_LENGTH));
          appliedStep = work.step;
          onApplied(appliedStep, modelOf().weightsSha256());
        }
        return { seconds: 0, numTensors: 0 };
      }),
    snapshot: ({ rank, worldSize }) =>
      call([0.1, 1], () => {
        const bytes = modelOf().save();
        const { begin, end } = partOf(bytes.length, rank, worldSize);
        return { bytes: bytes.slice(begin, end), begin, fileBytes: bytes.length, seconds: 0 };
      }),
    snapshotAll: () => call([0.1, 2], () => ({ bytes: modelOf().save(), step: appliedStep })),
    restore: ({ bytes, step }) =>
      call([0.1, 2], () => {
        modelOf().load(bytes);
        appliedStep = step;
        onHolds(step);
      }),
    sampleRows: () => call([0.1, 0.5], () => []),
    exportModel: () => call([0.1, 2], () => ({ weightsSha256: modelOf().weightsSha256() })),
    close: async () => {
      isClosed = true;
      cancelWait();
      for (const reject of pending) reject(closed());
      pending.clear();
    },
  };
}
