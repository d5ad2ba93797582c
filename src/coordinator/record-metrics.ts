import type { CoordinatorState } from '../core/coordinator/coordinator-state.ts';
import { JOB_STATES, WORKER_STATUSES } from '../observe/coordinator-metrics.ts';
import type { RefusalReason } from '../observe/metric-definition.ts';
import type { Metrics } from '../observe/metrics.ts';
import type { RunEvent, StepPhase, StepRecord } from '../observe/run-events.ts';

type CoordinatorMetrics = Metrics<'coordinator'>;

/** Turns what happened into the coordinator's metrics. Time from abort to the next step is kept here. */
export interface MetricsRecorder {
  onEvent(event: RunEvent, nowMs: number): void;
  onStep(record: StepRecord, bytesSent: number, nowMs: number): void;
  onRefused(message: { readonly reason: RefusalReason }): void;
  /** Brings those up to date that are read off the state. */
  onScrape(state: CoordinatorState, nowMs: number): void;
}

export function createMetricsRecorder(metrics: CoordinatorMetrics): MetricsRecorder {
  let abortedAtMs: number | null = null;
  return {
    onEvent: (event, nowMs) => {
      if (event.kind === 'work_aborted') abortedAtMs ??= nowMs;
      countEvent(metrics, event);
    },
    onStep: (record, bytesSent, nowMs) => {
      if (abortedAtMs !== null) metrics.recoverySeconds.observe((nowMs - abortedAtMs) / 1000);
      abortedAtMs = null;
      metrics.step.set(record.step);
      metrics.epoch.set(record.epoch);
      metrics.loss.set({ split: 'training' }, record.loss);
      metrics.samples.inc(record.numSamples);
      metrics.allReduceHidden.set(record.hiddenShare);
      metrics.allReduceSentBytes.inc(bytesSent);
      if (record.samplesPerSecond > 0)
        metrics.stepSeconds.observe(record.numSamples / record.samplesPerSecond);
      for (const [phase, seconds] of Object.entries(record.phases) as [StepPhase, number][]) {
        metrics.stepPhaseSeconds.observe({ phase }, seconds);
      }
    },
    onRefused: ({ reason }) => metrics.refusedMessages.inc({ reason }),
    onScrape: (state, nowMs) => readState(metrics, state, nowMs),
  };
}

function countEvent(metrics: CoordinatorMetrics, event: RunEvent): void {
  switch (event.kind) {
    case 'job_loaded':
      metrics.plannedSteps.set(event.plan.numSteps);
      break;
    case 'generation_formed':
      metrics.generation.set(event.generation);
      metrics.generations.inc({ cause: event.cause });
      break;
    case 'work_aborted':
      metrics.aborts.inc({ reason: event.reason });
      break;
    case 'straggler_found':
      metrics.stragglers.inc({ rank: event.rank });
      break;
    case 'evaluated': {
      const { split, loss, accuracy } = event.evaluation;
      metrics.loss.set({ split }, loss);
      if (accuracy !== undefined) metrics.accuracy.set({ split }, accuracy);
      break;
    }
    case 'checkpoint_written':
      metrics.checkpointSeconds.observe({ part: 'stall' }, event.stallSeconds);
      metrics.checkpointSeconds.observe({ part: 'write' }, event.writeSeconds);
      metrics.checkpointBytes.set(event.fileBytes);
      metrics.checkpointStep.set(event.step);
      break;
    case 'checkpoint_failed':
      metrics.checkpointFailures.inc();
      break;
    default:
      break;
  }
}

function readState(metrics: CoordinatorMetrics, state: CoordinatorState, nowMs: number): void {
  const workers = [...state.workers.values()];
  for (const name of JOB_STATES) metrics.jobState.set({ state: name }, name === state.state ? 1 : 0);
  for (const status of WORKER_STATUSES) {
    metrics.workers.set({ status }, workers.filter((worker) => worker.status === status).length);
  }
  metrics.worldSize.set(state.members.length);
  metrics.wantedWorldSize.set(state.numWanted);
  metrics.heartbeatAgeSeconds.reset();
  state.members.forEach((workerId, rank) => {
    const lastSeenMs = state.workers.get(workerId)?.lastSeenMs ?? nowMs;
    metrics.heartbeatAgeSeconds.set({ rank }, (nowMs - lastSeenMs) / 1000);
  });
}
