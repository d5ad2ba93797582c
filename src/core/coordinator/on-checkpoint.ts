import { coverageProblem } from '../checkpoint/manifest.ts';
import type { CoordinatorEvent } from './coordinator-event.ts';
import type { CheckpointInFlight, CoordinatorState } from './coordinator-state.ts';
import { type Change, recordEvent, unchanged } from './outcome.ts';

type CheckpointPartEvent = Extract<CoordinatorEvent, { kind: 'checkpoint_part' }>;

/** Collects what the ranks wrote; with the last part the manifest is due. A part of another generation or step has no effect (P7). */
export function onCheckpointPart(state: CoordinatorState, event: CheckpointPartEvent): Change {
  const { checkpoint } = state;
  if (checkpoint?.step !== event.step || checkpoint.generation !== event.generation) {
    return unchanged(state, { kind: 'message_refused', reason: 'stale' });
  }
  if (checkpoint.members[event.part.rank] !== event.workerId) {
    return unchanged(state, { kind: 'message_refused', reason: 'not_a_member' });
  }
  if (event.failure !== '') return giveUpCheckpoint(state, `${event.workerId}: ${event.failure}`);
  const collected: CheckpointInFlight = {
    ...checkpoint,
    parts: [...checkpoint.parts.filter((part) => part.rank !== event.part.rank), event.part],
    fileBytes: event.fileBytes,
    stallSeconds: Math.max(checkpoint.stallSeconds, event.stallSeconds),
    writeSeconds: Math.max(checkpoint.writeSeconds, event.writeSeconds),
  };
  const next = { ...state, checkpoint: collected };
  if (collected.parts.length < collected.members.length) return unchanged(next);
  const problem = coverageProblem(collected.parts, collected.fileBytes);
  if (problem) return giveUpCheckpoint(next, problem);
  return unchanged(next, { kind: 'write_manifest', checkpoint: collected });
}

/** Drops the checkpoint in flight; training goes on and the last complete one stays. */
export function giveUpCheckpoint(state: CoordinatorState, message: string): Change {
  if (!state.checkpoint) return unchanged(state);
  const { step } = state.checkpoint;
  return unchanged({ ...state, checkpoint: null }, recordEvent({ kind: 'checkpoint_failed', step, message }));
}

/** The manifest is durable: the checkpoint exists. */
export function onManifestWritten(state: CoordinatorState, step: number): Change {
  const { checkpoint } = state;
  if (checkpoint?.step !== step) return unchanged(state);
  const { fileBytes, stallSeconds, writeSeconds } = checkpoint;
  return unchanged(
    { ...state, checkpoint: null, checkpointStep: step },
    recordEvent({ kind: 'checkpoint_written', step, fileBytes, stallSeconds, writeSeconds }),
  );
}
