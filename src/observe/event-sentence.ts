import type { GenerationCause } from '../core/coordinator/job-event.ts';
import { describeWait } from '../core/membership/quorum.ts';
import { briefText, bytesText, countText, percentText, pluralText, scoreText } from './quantity-text.ts';
import type { EvaluationResult, RunEvent } from './run-events.ts';

const CAUSES: Readonly<Record<GenerationCause, string>> = {
  start: 'the start',
  member_lost: 'a lost member',
  joined: 'a new worker',
  drained: 'a worker that left',
  retry: 'a retry',
  resumed: 'a resumed run',
  coordinator_restarted: 'a restart of the coordinator',
};

/** Why a generation was formed, in words. A cause that this version does not know is told as it is written. */
export function causeText(cause: string): string {
  return CAUSES[cause as GenerationCause] ?? cause.replaceAll('_', ' ');
}

/** An event as one sentence without a full stop, for terminals and the report. */
export function eventSentence(event: RunEvent): string {
  switch (event.kind) {
    case 'worker_joined':
      return `worker ${event.workerId} joined from ${event.host}, process ${event.pid}`;
    case 'worker_ready':
      return `worker ${event.workerId} is ready at step ${event.step} on ${event.engine}`;
    case 'worker_fed':
      return `worker ${event.workerId} was fed the state after step ${event.step} by ${event.donorId} and follows`;
    case 'job_loaded':
      return `${countText(event.readiness.numTraining)} training samples, ${pluralText(event.plan.numSteps, 'step')} to take`;
    case 'coordinator_restarted':
      return `the coordinator restarted at step ${event.step}; ${pluralText(event.workerIds.length, 'worker')} came back`;
    case 'worker_lost':
      return `worker ${event.workerId} is lost: ${event.cause}`;
    case 'worker_refused':
      return `worker ${event.workerId} was refused: ${event.failure.message}`;
    case 'worker_draining':
      return `worker ${event.workerId} leaves: ${event.cause}`;
    case 'straggler_found':
      return `worker ${event.workerId} (rank ${event.rank}) holds the others up: ${besideMedian(event)}`;
    case 'straggler_recovered':
      return `worker ${event.workerId} (rank ${event.rank}) is in time again: ${besideMedian(event)}`;
    case 'waiting':
      return `waiting: ${describeWait(event.reason)}`;
    case 'generation_formed':
      return `generation ${event.generation} with ${pluralText(event.members.length, 'worker')} at step ${event.step}, after ${causeText(event.cause)}`;
    case 'work_aborted':
      return abortSentence(event);
    case 'evaluated':
      return evaluationSentence(event.evaluation);
    case 'checkpoint_written':
      return `checkpoint at step ${event.step}: ${bytesText(event.fileBytes)} in ${briefText(event.writeSeconds)}, stall ${briefText(event.stallSeconds)}`;
    case 'checkpoint_failed':
      return `checkpoint at step ${event.step} failed: ${event.message}`;
    case 'state_changed':
      return event.message === '' ? event.state : `${event.state}: ${event.message}`;
    case 'warning':
      return `warning: ${event.message}`;
  }
}

function besideMedian({ seconds, medianSeconds }: { seconds: number; medianSeconds: number }): string {
  return `${briefText(seconds)} a step, the median is ${briefText(medianSeconds)}`;
}

function abortSentence(event: Extract<RunEvent, { kind: 'work_aborted' }>): string {
  const work = event.work === 'train' ? `step ${event.step}` : `${event.work} at step ${event.step}`;
  const culprits = event.workerIds.length === 0 ? '' : ` (${event.workerIds.join(', ')})`;
  const message = event.message === '' ? '' : `: ${event.message}`;
  return `${work} aborted, ${event.reason.replaceAll('_', ' ')}${culprits}${message}`;
}

function evaluationSentence({ split, epoch, loss, accuracy, metrics }: EvaluationResult): string {
  const scores = Object.entries(metrics)
    .filter(([name]) => accuracy === undefined || !isAccuracyName(name))
    .map(([name, value]) => `, ${name} ${scoreText(value)}`);
  const share = accuracy === undefined ? '' : `, accuracy ${percentText(accuracy)}`;
  return `${split} after epoch ${epoch}: loss ${scoreText(loss)}${share}${scores.join('')}`;
}

/** Whether a metric of this name is a share of right answers. */
export function isAccuracyName(name: string): boolean {
  return /^(acc|(\w+_?)?accuracy)$/i.test(name);
}
