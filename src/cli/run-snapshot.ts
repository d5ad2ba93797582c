import type { JobSpec } from '../core/job/job-spec.ts';
import { describeWait } from '../core/membership/quorum.ts';
import type { RunSnapshot } from '../observe/progress-lines.ts';
import type { RunEvent, StepRecord } from '../observe/run-events.ts';

/** Share of the newest step in the speed that is shown. */
const SMOOTHING = 0.2;

export function firstSnapshot(job: JobSpec): RunSnapshot {
  const { length, globalBatchSize } = job.training;
  return {
    jobName: job.name,
    state: 'waiting',
    waiting: 'the workers load the program and its data',
    epoch: 0,
    numEpochs: length.unit === 'epochs' ? length.count : 0,
    step: 0,
    numSteps: length.unit === 'steps' ? length.count : 0,
    globalBatchSize,
    loss: null,
    metrics: {},
    samplesPerSecond: 0,
    worldSize: 0,
    generation: 0,
    phases: {},
    elapsedSeconds: 0,
  };
}

/** Where the run is after an event. */
export function afterEvent(snapshot: RunSnapshot, event: RunEvent): RunSnapshot {
  switch (event.kind) {
    case 'job_loaded': {
      const { numSteps, stepsPerEpoch } = event.plan;
      return { ...snapshot, numSteps, numEpochs: Math.ceil(numSteps / stepsPerEpoch) };
    }
    case 'waiting':
      return { ...snapshot, state: 'waiting', waiting: describeWait(event.reason) };
    case 'generation_formed': {
      const { generation, members } = event;
      return { ...snapshot, state: 'running', waiting: null, generation, worldSize: members.length };
    }
    case 'state_changed':
      return { ...snapshot, state: event.state };
    default:
      return snapshot;
  }
}

/** Where the run is after a step. */
export function afterStep(snapshot: RunSnapshot, record: StepRecord): RunSnapshot {
  const { step, epoch, loss, metrics, worldSize, generation, phases } = record;
  const before = snapshot.samplesPerSecond;
  const samplesPerSecond =
    before === 0 ? record.samplesPerSecond : before + SMOOTHING * (record.samplesPerSecond - before);
  return { ...snapshot, step, epoch, loss, metrics, worldSize, generation, phases, samplesPerSecond };
}
