import type { Metrics } from '../observe/metrics.ts';
import type { StepPhase } from '../observe/run-events.ts';
import type { Observation } from './worker.ts';

/** Turns what the training loop does into the worker's metrics. */
export function observeWork(metrics: Metrics<'worker'>): (observation: Observation) => void {
  metrics.workerRank.set(-1);
  return (observation) => {
    switch (observation.kind) {
      case 'generation':
        metrics.workerRank.set(observation.rank);
        break;
      case 'aborted':
        metrics.workerAborts.inc();
        break;
      case 'done': {
        const { work, numOwnSamples, phases, bytesSent, hiddenShare, numTensors } = observation;
        metrics.workerEngineTensors.set(numTensors);
        if (work.kind !== 'train') break;
        metrics.workerStep.set(work.step);
        metrics.workerSamples.inc(numOwnSamples);
        metrics.workerAllReduceBytes.inc({ direction: 'sent' }, bytesSent);
        metrics.workerAllReduceHidden.set(hiddenShare);
        metrics.workerDataWaitSeconds.inc(phases.data ?? 0);
        for (const [phase, seconds] of Object.entries(phases) as [StepPhase, number][]) {
          metrics.workerPhaseSeconds.observe({ phase }, seconds);
        }
        break;
      }
    }
  };
}
