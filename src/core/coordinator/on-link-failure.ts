import {
  type Accusation,
  accusersOf,
  isRepeated,
  mostSuspected,
  NO_SUSPICION,
} from '../membership/suspects.ts';
import type { Failure } from '../step/vote.ts';
import { type CoordinatorState, isOver } from './coordinator-state.ts';
import { dismissWorker } from './dismiss-worker.ts';
import { abortWork } from './generations.ts';
import { andThen, type Change, unchanged } from './outcome.ts';

/** A vote of no, whose reason names the peers that could not be reached. */
export interface LinkRefusal {
  readonly workerId: string;
  readonly failure: Failure;
}

/**
 * Counts what a member says of its links. The first time all try again, since links break for reasons that pass. When
 * an end of a broken link is named again at the same work, the other members are heard for a moment before one is
 * dismissed: the two ends of a link accuse each other, and only the others can tell which of them is at fault.
 */
export function onLinkFailure(before: CoordinatorState, refusal: LinkRefusal, now: number): Change {
  const { members, inFlight, suspicion } = before;
  const earlier = suspicion.accusations.filter(({ accuserId, suspectId }) =>
    [accuserId, suspectId].every((id) => members.includes(id)),
  );
  const accusations = accusationsOf(before, refusal);
  const isFirst = [...inFlight!.votes.values()].filter(({ yes }) => !yes).length === 1;
  const sinceMs = isFirst ? now : suspicion.sinceMs;
  const state = { ...before, suspicion: { accusations: [...earlier, ...accusations], sinceMs } };
  if (isFirst && !accusations.some((accusation) => isRepeated(earlier, accusation))) {
    return abortForRefusal(state, refusal);
  }
  return hearMembers(state);
}

/** Goes on to a judgement when there is nobody left to hear. */
export function hearMembers(state: CoordinatorState): Change {
  return state.inFlight!.votes.size < state.members.length ? unchanged(state) : judgeLinks(state);
}

/** True when members have had their time to say what they know of a link that failed again. */
export function judgementIsDue({ inFlight, suspicion, limits }: CoordinatorState, now: number): boolean {
  const isOpen = inFlight !== null && [...inFlight.votes.values()].some(({ yes }) => !yes);
  return isOpen && suspicion.sinceMs !== null && now - suspicion.sinceMs >= limits.accusationMs;
}

/** Gives the work up and goes on without the member that most others cannot reach. */
export function judgeLinks(state: CoordinatorState): Change {
  const { accusations } = state.suspicion;
  const suspect = mostSuspected(state.members, accusations);
  if (!suspect) throw new Error('links are judged though nobody was accused');
  const accusers = accusersOf(suspect, accusations).join(', ');
  const message = `the links between ${suspect} and ${accusers} failed again`;
  return andThen(
    abortWork(state, { reason: 'vote_no', workerIds: [suspect], message, cause: 'retry' }),
    (aborted) =>
      isOver(aborted)
        ? unchanged(aborted)
        : dismissWorker(
            { ...aborted, suspicion: NO_SUSPICION },
            suspect,
            `its links to ${accusers} failed again`,
          ),
  );
}

/** Gives the work up because of a vote of no; all try again. */
export function abortForRefusal(state: CoordinatorState, { workerId, failure }: LinkRefusal): Change {
  const message = `${workerId} voted no: ${failure.message}`;
  return abortWork(state, { reason: 'vote_no', workerIds: [workerId], message, cause: 'retry' });
}

/** What a vote says of other members; what it says of anybody else is left out. */
function accusationsOf({ members }: CoordinatorState, { workerId, failure }: LinkRefusal): Accusation[] {
  return (failure.suspects ?? [])
    .filter((id) => id !== workerId && members.includes(id))
    .map((suspectId) => ({ accuserId: workerId, suspectId }));
}
