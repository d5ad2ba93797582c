import { type MetricDefinition, REFUSAL_REASONS, STEP_BUCKETS } from './metric-definition.ts';
import { STEP_PHASES } from './run-events.ts';

/** The metrics of a worker, by the names of their handles. */
export const WORKER_METRICS = {
  workerInfo: {
    name: 'lockstep_worker_info',
    type: 'gauge',
    help: 'Facts about the worker that never change, as labels; always 1.',
    labels: { job_id: 'open', worker_id: 'open', engine: 'open', version: 'open' },
    process: 'worker',
  },
  workerRank: {
    name: 'lockstep_worker_rank',
    type: 'gauge',
    help: 'Rank in the current generation; -1 without one.',
    labels: {},
    process: 'worker',
  },
  workerStep: {
    name: 'lockstep_worker_step',
    type: 'gauge',
    help: 'Optimizer steps in the weights that the worker holds.',
    labels: {},
    process: 'worker',
  },
  workerSamples: {
    name: 'lockstep_worker_samples_total',
    type: 'counter',
    help: 'Training samples that the worker computed gradients of.',
    labels: {},
    process: 'worker',
  },
  workerPhaseSeconds: {
    name: 'lockstep_worker_phase_seconds',
    type: 'histogram',
    help: 'Time that the worker spent in a phase of a step.',
    labels: { phase: STEP_PHASES },
    process: 'worker',
    buckets: STEP_BUCKETS,
  },
  workerDataWaitSeconds: {
    name: 'lockstep_worker_data_wait_seconds_total',
    type: 'counter',
    help: 'Time that the engine waited for samples.',
    labels: {},
    process: 'worker',
  },
  workerAllReduceBytes: {
    name: 'lockstep_worker_all_reduce_bytes_total',
    type: 'counter',
    help: 'Bytes of all-reduce by direction.',
    labels: { direction: ['sent', 'received'] },
    process: 'worker',
  },
  workerAllReduceHidden: {
    name: 'lockstep_worker_all_reduce_hidden_ratio',
    type: 'gauge',
    help: "Share of the newest step's all-reduce that was done before the backward pass ended.",
    labels: {},
    process: 'worker',
  },
  workerAborts: {
    name: 'lockstep_worker_aborts_total',
    type: 'counter',
    help: 'Pieces of work that the worker computed and the coordinator did not commit.',
    labels: {},
    process: 'worker',
  },
  workerEngineTensors: {
    name: 'lockstep_worker_engine_tensors',
    type: 'gauge',
    help: 'Live tensors on the engine; flat from step to step.',
    labels: {},
    process: 'worker',
  },
  workerRefusedMessages: {
    name: 'lockstep_worker_refused_messages_total',
    type: 'counter',
    help: 'Messages that the worker did not act on, by reason.',
    labels: { reason: REFUSAL_REASONS },
    process: 'worker',
  },
} as const satisfies Record<string, MetricDefinition>;
