import { classificationReport } from '../../../src/core/evaluation/classification-report.ts';
import type { RunSnapshot } from '../../../src/observe/progress-lines.ts';
import type { RunResult, StepRecord } from '../../../src/observe/run-events.ts';

export const snapshot: RunSnapshot = {
  jobName: 'mnist-cnn',
  state: 'running',
  waiting: null,
  epoch: 3,
  numEpochs: 10,
  step: 1_234,
  numSteps: 4_690,
  globalBatchSize: 128,
  loss: 0.21314159,
  metrics: { accuracy: 0.94211, topK: 0.9987 },
  samplesPerSecond: 5_210.4,
  worldSize: 4,
  generation: 2,
  phases: { data: 0.00041, forward_backward: 0.0312, all_reduce: 0.0091, vote: 0.0012, apply: 0.004 },
  elapsedSeconds: 62.3,
};

export const stepRecord: StepRecord = {
  time: '2026-11-24T12:00:00.000Z',
  step: 1,
  epoch: 1,
  generation: 1,
  worldSize: 2,
  loss: 2.3,
  metrics: { accuracy: 0.1 },
  numSamples: 64,
  samplesPerSecond: 1_000,
  phases: { data: 0.001, forward_backward: 0.04, all_reduce: 0.01, vote: 0.002, apply: 0.005 },
  hiddenShare: 0.5,
};

export const result: RunResult = {
  status: 'succeeded',
  jobId: 'mnist-cnn-20261124-120000',
  jobName: 'mnist-cnn',
  worldSize: 4,
  engine: 'wasm',
  steps: 4_690,
  epochs: 10,
  globalBatchSize: 128,
  microShards: 8,
  finalLoss: 0.0431,
  finalMetrics: { accuracy: 0.9871 },
  validation: null,
  test: {
    split: 'test',
    step: 4_690,
    epoch: 10,
    numSamples: 20,
    loss: 0.0612,
    metrics: { accuracy: 0.8 },
    ...classificationReport([5, 1, 0, 2, 3, 1, 0, 0, 8], ['cat', 'dog', 'owl']),
  },
  weightsSha256: '0123456789abcdef'.repeat(4),
  samplesPerSecond: 5_210.4,
  wallSeconds: 192.4,
  phases: { data: 1, forward_backward: 140, all_reduce: 30, vote: 5, apply: 12 },
  hiddenShare: 0.625,
  numGenerations: 2,
  numAborts: 1,
};
