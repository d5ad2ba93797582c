import { checkpointIsDue } from '../checkpoint/checkpoint-policy.ts';
import { NO_SUSPICION } from '../membership/suspects.ts';
import { stepSamples } from '../plan/sampler.ts';
import { operationOf, type Work } from '../plan/work.ts';
import { decide } from '../step/decide.ts';
import { isFatal } from '../step/is-fatal.ts';
import type { Failure, Vote } from '../step/vote.ts';
import type { CoordinatorEvent } from './coordinator-event.ts';
import type { CoordinatorState, WorkInFlight } from './coordinator-state.ts';
import { dismissWorker } from './dismiss-worker.ts';
import { failJob } from './end-job.ts';
import { abortWork, followingWork } from './generations.ts';
import { numStayingMembers, someoneCanJoin } from './joining.ts';
import { abortForRefusal, hearMembers, onLinkFailure } from './on-link-failure.ts';
import { andThen, type Change, type Effect, recordEvent, sendAll, unchanged } from './outcome.ts';
import { judgeStep, replaceStraggler } from './pace.ts';

type Voted = Extract<CoordinatorEvent, { kind: 'voted' }>;

/** Counts a vote and decides when that settles the work in flight. A vote of another generation has no effect (P7). */
export function onVote(state: CoordinatorState, event: Voted, now: number): Change {
  const { inFlight } = state;
  if (event.generation !== state.generation || !inFlight || operationOf(inFlight.work) !== event.operation) {
    return unchanged(state, { kind: 'message_refused', reason: 'stale' });
  }
  if (!state.members.includes(event.workerId)) {
    return unchanged(state, { kind: 'message_refused', reason: 'not_a_member' });
  }
  const votes = new Map(inFlight.votes).set(event.workerId, event.vote);
  const counted: WorkInFlight = { ...inFlight, votes, firstVoteMs: inFlight.firstVoteMs ?? now };
  const next: CoordinatorState = { ...state, inFlight: counted };
  const verdict = decide(state.members, votes);
  switch (verdict.kind) {
    case 'undecided':
      return unchanged(next);
    case 'refused':
      return onRefusal(next, event, now);
    case 'diverged':
      return onDivergence(next, verdict.odd);
    case 'commit':
      return commit(next, counted, { digest: verdict.digest, now });
  }
}

/** Somebody voted no. The vote at hand is a yes only while the members are heard about a link that failed. */
function onRefusal(state: CoordinatorState, { workerId, vote }: Voted, now: number): Change {
  if (vote.yes) return hearMembers(state);
  const { failure } = vote;
  if (isFatal(failure)) return failJob(state, withCheckpoint(state, failure));
  const isLinkFailure = failure.suspects !== undefined && failure.suspects.length > 0;
  return isLinkFailure
    ? onLinkFailure(state, { workerId, failure }, now)
    : abortForRefusal(state, { workerId, failure });
}

/** Names the odd ranks and goes on without them; where there is no majority nobody can be blamed, and all try again. */
function onDivergence(state: CoordinatorState, odd: readonly string[]): Change {
  const message = `the reduced vector of ${odd.join(', ')} differs from that of the others`;
  const aborted = abortWork(state, { reason: 'digest_mismatch', workerIds: odd, message, cause: 'retry' });
  if (odd.length === state.members.length) return aborted;
  return odd.reduce<Change>(
    (change, workerId) => andThen(change, (after) => dismissWorker(after, workerId, 'its sums differ')),
    aborted,
  );
}

function withCheckpoint(state: CoordinatorState, failure: Failure): Failure {
  if (failure.code !== 'NOT_FINITE') return failure;
  const where =
    state.checkpointStep > 0
      ? `the last checkpoint is that after step ${state.checkpointStep}`
      : 'there is no checkpoint yet';
  return { ...failure, message: `${failure.message}; ${where}` };
}

/** All members hold the same result: let them apply it, record it, and go on. */
function commit(
  state: CoordinatorState,
  counted: WorkInFlight,
  { digest, now }: { digest: string; now: number },
): Change {
  const { work, votes } = counted;
  const isStep = work.kind === 'train';
  const next = followingWork(state, operationOf(work));
  const stops = state.state === 'stopping' && isStep;
  const joins = someoneCanJoin(state, work.step, now);
  const isDue = isStep && (stops || checkpointIsDue(state.job.checkpoint, state.plan!, work.step));
  const isLast = stops || work.step === state.plan?.numSteps;
  const checkpoint = isDue && (isLast || state.checkpoint === null);
  const { pace, events, leaves } = judgeStep(state, counted, checkpoint);
  const hold = next === null || stops || joins || leaves !== null || someoneLeaves(state);
  const decision = {
    kind: 'decision',
    generation: state.generation,
    operation: operationOf(work),
    commit: true,
    reason: '',
    checkpoint,
    hold,
  } as const;
  const workers = new Map(state.workers);
  for (const id of state.members) workers.set(id, { ...workers.get(id)!, step: work.step });
  const committed: CoordinatorState = {
    ...state,
    workers,
    done: work,
    numAbortsInARow: 0,
    pace,
    suspicion: NO_SUSPICION,
    boundarySinceMs: hold ? now : null,
    cause: joins ? 'joined' : state.cause,
    inFlight: hold || !next ? null : { work: next, votes: new Map(), firstVoteMs: null, isFirst: false },
    weightsSha256: work.kind === 'export' ? digest : state.weightsSha256,
  };
  return andThen(
    {
      state: committed,
      // Recorded before it is said: what a worker applies is in the ledger, even if this process dies here (P12).
      effects: [...records(state, work, votes, digest), ...sendAll(state.members, decision), ...events],
    },
    (after) =>
      checkpoint
        ? beginCheckpoint(after, work.step, now)
        : andThen(noteSkipped(after, isDue ? work.step : 0), (noted) => replaceStraggler(noted, leaves)),
  );
}

/** True when a member has asked to leave and another can go on without it. */
function someoneLeaves(state: CoordinatorState): boolean {
  const numStaying = numStayingMembers(state);
  return numStaying > 0 && numStaying < state.members.length;
}

/** A checkpoint is skipped while the one before is being written, so that slow disks get fewer and not none. */
function noteSkipped(state: CoordinatorState, step: number): Change {
  if (step === 0) return unchanged(state);
  const message = 'skipped, the one before is still being written';
  return unchanged(state, recordEvent({ kind: 'checkpoint_failed', step, message }));
}

/** Starts to collect the parts of a checkpoint. The last one of a run takes the place of one that is unfinished. */
function beginCheckpoint(state: CoordinatorState, step: number, now: number): Change {
  const superseded = state.checkpoint;
  const checkpoint = {
    step,
    generation: state.generation,
    members: state.members,
    parts: [],
    fileBytes: 0,
    stallSeconds: 0,
    writeSeconds: 0,
    sinceMs: now,
  };
  const message = `overtaken by the last one, after step ${step}`;
  return unchanged(
    { ...state, checkpoint },
    ...(superseded ? [recordEvent({ kind: 'checkpoint_failed', step: superseded.step, message })] : []),
  );
}

function records(
  state: CoordinatorState,
  work: Work,
  votes: ReadonlyMap<string, Vote>,
  digest: string,
): Effect[] {
  const ranks = state.members.flatMap((workerId, rank) => {
    const vote = votes.get(workerId);
    return vote?.yes ? [{ rank, workerId, measurement: vote.measurement }] : [];
  });
  const measurement = ranks[0]!.measurement;
  const { epoch, begin, end } = stepSamples(state.plan!, work.step);
  switch (work.kind) {
    case 'train': {
      const { numSamples, loss } = measurement;
      const { generation, members } = state;
      const entry = { step: work.step, epoch, begin, end, numSamples, generation, members, loss, digest };
      return [{ kind: 'record_step', entry, ranks }];
    }
    case 'validation':
    case 'test': {
      const galleries = ranks.map((rank) => rank.measurement.galleryJson).filter((json) => json !== '');
      return [
        recordEvent({ kind: 'evaluated', split: work.kind, step: work.step, epoch, measurement, galleries }),
      ];
    }
    case 'export':
      return [];
  }
}
