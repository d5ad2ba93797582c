import type { WorkerCommand } from '../core/coordinator/worker-command.ts';
import type { ErrorCode } from '../core/errors.ts';
import type { Failure, Vote } from '../core/step/vote.ts';
import type { lockstep } from '../gen/lockstep.js';
import type { Decoded } from '../wire/decoded.ts';

/** A command out of a message of the coordinator; null for one that is no command. */
export function commandOf(message: Decoded<lockstep.v1.ICoordinatorMessage>): WorkerCommand | null {
  const { generation, decision, stop, feed } = message;
  if (generation)
    return { kind: 'generation', ...pick(generation), members: generation.members.map(addressOf) };
  if (decision) {
    const { operation, commit, reason, checkpoint, hold } = decision;
    return { kind: 'decision', generation: decision.generation, operation, commit, reason, checkpoint, hold };
  }
  if (feed) return { kind: 'feed', donors: feed.donors.map(addressOf) };
  if (stop)
    return { kind: 'stop', reason: stop.reason, failure: stop.failure ? failureOf(stop.failure) : null };
  return null;
}

function pick({ generation, operation, step, cause }: Decoded<lockstep.v1.IGeneration>) {
  return { generation, operation, step, cause };
}

function addressOf({ workerId, collectiveAddress }: Decoded<lockstep.v1.IMember>) {
  return { workerId, collectiveAddress };
}

function failureOf({ code, message, details }: Decoded<lockstep.v1.IWorkerFailure>): Failure {
  return { code: code as ErrorCode, message, details };
}

/** A vote as it travels. */
export function voteMessage(generation: number, operation: number, vote: Vote): lockstep.v1.IVote {
  if (!vote.yes) {
    const { suspects = [], ...failure } = vote.failure;
    return { generation, operation, yes: false, failure: { ...failure, suspectIds: [...suspects] } };
  }
  const { numSamples, loss, metrics, phases, confusion, galleryJson, bytesSent, hiddenShare } =
    vote.measurement;
  return {
    generation,
    operation,
    yes: true,
    digest: Buffer.from(vote.digest, 'hex'),
    numSamples,
    loss,
    metrics: Object.entries(metrics).map(([name, value]) => ({ name, value })),
    phases: Object.entries(phases).map(([name, seconds]) => ({ name, seconds })),
    confusion: [...confusion],
    galleryJson,
    bytesSent,
    hiddenShare,
  };
}
