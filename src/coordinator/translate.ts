import type { CoordinatorEvent } from '../core/coordinator/coordinator-event.ts';
import type { WorkerCommand } from '../core/coordinator/worker-command.ts';
import { ERROR_CODES, type ErrorCode } from '../core/errors.ts';
import type { Failure, Vote } from '../core/step/vote.ts';
import type { lockstep } from '../gen/lockstep.js';
import type { Decoded } from '../wire/decoded.ts';

/** The event in a worker's message; `hello` is not among them, since it begins the session. Null for an empty message. */
export function eventOf(
  workerId: string,
  message: Decoded<lockstep.v1.IWorkerMessage>,
): CoordinatorEvent | null {
  const { ready, heartbeat, vote, checkpointPart, failure, drain, caughtUp } = message;
  if (heartbeat) return { kind: 'heartbeat', workerId, step: heartbeat.step };
  if (vote) {
    const { generation, operation } = vote;
    return { kind: 'voted', workerId, generation, operation, vote: voteOf(vote) };
  }
  if (ready) return readyOf(workerId, ready);
  if (checkpointPart) {
    const { generation, step, rank, begin, end, sha256, fileBytes } = checkpointPart;
    const { stallSeconds, writeSeconds, failure: problem } = checkpointPart;
    const part = { rank, begin, end, sha256 };
    const at = { workerId, generation, step };
    return { kind: 'checkpoint_part', ...at, part, fileBytes, stallSeconds, writeSeconds, failure: problem };
  }
  if (failure) return { kind: 'worker_failed', workerId, failure: failureOf(failure) };
  if (drain) return { kind: 'drain_requested', workerId, cause: drain.cause };
  if (caughtUp) {
    const { step, donorId } = caughtUp;
    return { kind: 'worker_caught_up', workerId, step, donorId };
  }
  return null;
}

function readyOf(workerId: string, ready: Decoded<lockstep.v1.IReady>): CoordinatorEvent | null {
  const { dataset, engine, numParameters, vectorLength, weightsSha256, step, operation, notes } = ready;
  if (!dataset) return null;
  const { numTraining, numValidation, numTest, fingerprint, classNames } = dataset;
  return {
    kind: 'worker_ready',
    workerId,
    readiness: {
      numTraining,
      splits: { validation: numValidation > 0, test: numTest > 0 },
      dataFingerprint: fingerprint,
      engine,
      numParameters,
      classNames,
      notes,
      vectorLength,
      weightsSha256,
      step,
      operation,
    },
  };
}

function voteOf(vote: Decoded<lockstep.v1.IVote>): Vote {
  if (!vote.yes) return { yes: false, failure: failureOf(vote.failure) };
  const { numSamples, loss, metrics, phases, confusion, galleryJson, bytesSent, hiddenShare } = vote;
  return {
    yes: true,
    digest: Buffer.from(vote.digest).toString('hex'),
    measurement: {
      numSamples,
      loss,
      metrics: Object.fromEntries(metrics.map(({ name, value }) => [name, value])),
      phases: Object.fromEntries(phases.map(({ name, seconds }) => [name, seconds])),
      confusion,
      galleryJson,
      bytesSent,
      hiddenShare,
    },
  };
}

function failureOf(failure: Decoded<lockstep.v1.IWorkerFailure> | null): Failure {
  if (!failure) return { code: 'INTERNAL', message: 'voted no without a reason', details: '' };
  const { message, details, suspectIds } = failure;
  const code = Object.hasOwn(ERROR_CODES, failure.code) ? (failure.code as ErrorCode) : 'INTERNAL';
  return { code, message, details, ...(suspectIds.length > 0 ? { suspects: suspectIds } : {}) };
}

/** A command as it travels. */
export function messageOf(command: WorkerCommand): lockstep.v1.ICoordinatorMessage {
  switch (command.kind) {
    case 'generation':
      return { generation: { ...command, members: [...command.members] } };
    case 'decision':
      return { decision: command };
    case 'feed':
      return { feed: { donors: [...command.donors] } };
    case 'stop':
      return { stop: command };
  }
}
