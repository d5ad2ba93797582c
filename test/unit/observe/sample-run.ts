import { classificationReport } from '../../../src/core/evaluation/classification-report.ts';
import type { JobSpec } from '../../../src/core/job/job-spec.ts';
import type {
  EvaluationResult,
  Gallery,
  GallerySample,
  RunEvent,
  RunEventBody,
  StepRecord,
} from '../../../src/observe/run-events.ts';
import type { ReportOptions } from '../../../src/observe/run-report.ts';
import { encodePicture } from '../../../src/observe/sample-picture.ts';
import { result } from './samples.ts';

const START_MS = Date.parse('2026-11-24T12:00:00.000Z');
const STEPS_PER_EPOCH = 94;
const NUM_STEPS = 470;
const CLASS_NAMES = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

const job: JobSpec = {
  name: 'mnist-cnn',
  program: 'train.ts',
  engine: 'auto',
  training: {
    length: { unit: 'epochs', count: 5 },
    globalBatchSize: 128,
    microShards: 12,
    seed: 7,
    validationSplit: 0.1,
    dropRemainder: false,
  },
  workers: { min: 2, max: 4, leaseMs: 3_000, stragglers: { policy: 'keep', deviations: 5, steps: 20 } },
  checkpoint: { every: { unit: 'epochs', count: 1 }, keep: 3 },
  evaluation: { everyEpochs: 1, batchSize: 256 },
};

/** A value in [-1, 1) that looks random and is the same every time. */
function wobble(index: number): number {
  return ((Math.sin(index * 12.9898) * 43758.5453) % 1) * 2 - Math.sign(Math.sin(index * 12.9898));
}

function timeOf(step: number): string {
  return new Date(START_MS + step * 27).toISOString();
}

function stepRecord(step: number): StepRecord {
  const [generation, worldSize] = step < 180 ? [1, 4] : step < 300 ? [2, 3] : [3, 4];
  const noise = wobble(step);
  return {
    time: timeOf(step),
    step,
    epoch: Math.ceil(step / STEPS_PER_EPOCH),
    generation,
    worldSize,
    loss: Math.max(0.02, 2.25 * Math.exp(-step / 60) + 0.09 + noise * 0.06),
    metrics: { accuracy: Math.min(1, 0.97 - 0.87 * Math.exp(-step / 45) + noise * 0.03) },
    numSamples: 128,
    samplesPerSecond: worldSize * 1200 + noise * 150,
    phases: {
      data: 0.0004,
      forward_backward: 0.019 * (4 / worldSize),
      all_reduce: 0.0052 + noise * 0.001,
      vote: 0.0011,
      apply: 0.0021,
    },
    hiddenShare: 0.6,
  };
}

function confusion(): number[] {
  return CLASS_NAMES.flatMap((_, actual) =>
    CLASS_NAMES.map((_, predicted) => {
      if (actual === predicted) return 960 - actual * 9;
      const isLookalike = [49, 94, 38, 83, 72, 27, 56, 65].includes(actual * 10 + predicted);
      return isLookalike ? 17 + actual : Math.max(0, Math.round(wobble(actual * 10 + predicted) * 4));
    }),
  );
}

function evaluation(split: 'validation' | 'test', step: number): EvaluationResult {
  const accuracy = 0.976 - 0.6 * Math.exp(-step / 50);
  return {
    split,
    step,
    epoch: step / STEPS_PER_EPOCH,
    numSamples: 10_000,
    loss: 0.11 + 1.6 * Math.exp(-step / 65),
    metrics: { accuracy },
    accuracy,
    ...(split === 'test' ? classificationReport(confusion(), CLASS_NAMES) : {}),
  };
}

function gallerySample(index: number, actual: number, predicted: number): GallerySample {
  const side = 28;
  const data = Float32Array.from({ length: side * side }, (_, at) => {
    const [y, x] = [Math.floor(at / side) - 13.5, (at % side) - 13.5];
    const ring = Math.hypot(x * (1 + actual / 12), y) - 8;
    return Math.exp((-ring * ring) / 3) + (actual % 2 ? Math.exp(-(x - y / 3) * (x - y / 3)) : 0);
  });
  const png = encodePicture({ shape: [side, side, 1], dtype: 'float32', data });
  return { index, actual, predicted, probability: 0.99 - (actual === predicted ? 0 : 0.03 * predicted), png };
}

const gallery: Gallery = {
  samples: CLASS_NAMES.map((_, label) => gallerySample(label, label, label === 4 ? 9 : label)),
  worstMistakes: CLASS_NAMES.map((_, label) =>
    gallerySample(100 + 37 * label, label, (label * 7 + 3) % 10),
  ).filter(({ actual, predicted }) => actual !== predicted),
};

const bodies: [step: number, body: RunEventBody][] = [
  [
    0,
    { kind: 'generation_formed', generation: 1, cause: 'start', members: ['w1', 'w2', 'w3', 'w4'], step: 0 },
  ],
  [94, { kind: 'evaluated', evaluation: evaluation('validation', 94) }],
  [
    95,
    { kind: 'checkpoint_written', step: 94, fileBytes: 2_412_000, stallSeconds: 0.003, writeSeconds: 0.041 },
  ],
  [179, { kind: 'worker_lost', workerId: 'w3', cause: 'its connection broke' }],
  [
    179,
    {
      kind: 'work_aborted',
      generation: 1,
      work: 'train',
      step: 180,
      reason: 'member_lost',
      workerIds: ['w3'],
      message: '',
    },
  ],
  [
    180,
    {
      kind: 'generation_formed',
      generation: 2,
      cause: 'member_lost',
      members: ['w1', 'w2', 'w4'],
      step: 179,
    },
  ],
  [
    300,
    {
      kind: 'generation_formed',
      generation: 3,
      cause: 'joined',
      members: ['w1', 'w2', 'w4', 'w5'],
      step: 300,
    },
  ],
  [470, { kind: 'evaluated', evaluation: evaluation('test', 470) }],
  [470, { kind: 'state_changed', state: 'succeeded', message: '' }],
];
const events: RunEvent[] = bodies.map(([step, body]) => ({ time: timeOf(step), ...body }));

const epochs = [1, 2, 3, 4, 5].map((epoch) => epoch * STEPS_PER_EPOCH);

/** A run of a digit classifier that lost a worker and won another one. */
export const sampleRun: ReportOptions = {
  job,
  result: {
    ...result,
    steps: NUM_STEPS,
    epochs: 5,
    microShards: 12,
    numGenerations: 3,
    validation: evaluation('validation', NUM_STEPS),
    test: evaluation('test', NUM_STEPS),
  },
  steps: Array.from({ length: NUM_STEPS }, (_, index) => stepRecord(index + 1)),
  evaluations: [...epochs.map((step) => evaluation('validation', step)), evaluation('test', NUM_STEPS)],
  events,
  gallery,
};
