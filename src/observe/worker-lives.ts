import { isEndState } from './lost-time.ts';
import type { RunEvent } from './run-events.ts';

/** What became of a worker. Times are seconds since the job was submitted; null for what did not happen. */
export interface WorkerLife {
  readonly workerId: string;
  readonly host: string;
  readonly pid: number;
  readonly joinedSeconds: number;
  /** When it connected again: to a restarted coordinator, or because its connection broke. */
  readonly rejoinedSeconds: readonly number[];
  /** When it had loaded the job. */
  readonly readySeconds: number | null;
  /** When it held the state after `step`, and from whom; `donorId` is null where that was not told. */
  readonly fed: { readonly seconds: number; readonly donorId: string | null; readonly step: number } | null;
  /** When it first became a member, and of which generation. */
  readonly member: { readonly seconds: number; readonly generation: number } | null;
  readonly end: WorkerEnd | null;
}

export interface WorkerEnd {
  /**
   * `drained`: it asked to leave; `dismissed`: the others went on without it, because an abort was its doing: its sums
   * differed, its vote did not come, or its links did not carry; `refused`: it could not do the job; `stopped`: the run
   * ended.
   */
  readonly kind: 'lost' | 'dismissed' | 'drained' | 'refused' | 'stopped';
  readonly seconds: number;
  readonly cause: string;
}

/** Seconds from the submission to a time of an event. */
export type Since = (time: string) => number;

type Joined = Extract<RunEvent, { kind: 'worker_joined' }>;

/** Follows each worker through the events, in the order in which they came. */
export function workerLives(events: readonly RunEvent[], since: Since): WorkerLife[] {
  const known = new Set<string>();
  return events.flatMap((event, index) => {
    // One that connects again is the worker that it was.
    if (event.kind !== 'worker_joined' || known.has(event.workerId)) return [];
    known.add(event.workerId);
    return [lifeOf(event, events.slice(index + 1), since)];
  });
}

function lifeOf(joined: Joined, later: readonly RunEvent[], since: Since): WorkerLife {
  const { workerId, host, pid } = joined;
  const joins = (event: RunEvent) => event.kind === 'worker_joined' && event.workerId === workerId;
  const ready = later.find((event) => event.kind === 'worker_ready' && event.workerId === workerId);
  const fed = later.find((event) => event.kind === 'worker_fed' && event.workerId === workerId);
  const first = later.find((event) => event.kind === 'generation_formed' && event.members.includes(workerId));
  return {
    workerId,
    host,
    pid,
    joinedSeconds: since(joined.time),
    rejoinedSeconds: later.filter(joins).map(({ time }) => since(time)),
    readySeconds: ready ? since(ready.time) : null,
    fed:
      fed?.kind === 'worker_fed'
        ? { seconds: since(fed.time), donorId: fed.donorId || null, step: fed.step }
        : null,
    member:
      first?.kind === 'generation_formed'
        ? { seconds: since(first.time), generation: first.generation }
        : null,
    end: endOf(workerId, later.slice(later.findLastIndex(joins) + 1), since),
  };
}

/** From the events since it connected last, so that what ended a connection before that does not count. */
function endOf(workerId: string, later: readonly RunEvent[], since: Since): WorkerEnd | null {
  let members: readonly string[] | null = null;
  let isAccused = false;
  let leaving: WorkerEnd | null = null;
  for (const event of later) {
    const ended = (kind: WorkerEnd['kind'], cause: string): WorkerEnd => ({
      kind,
      seconds: since(event.time),
      cause,
    });
    if (event.kind === 'generation_formed') {
      if (leaving) return leaving;
      if (event.cause === 'resumed' && members && !event.members.includes(workerId)) {
        return ended('stopped', 'the run broke off and was resumed');
      }
      members = event.members;
      isAccused = false;
    } else if (event.kind === 'coordinator_restarted') {
      if (members && !event.workerIds.includes(workerId)) {
        return ended('lost', 'it did not come back to the restarted coordinator');
      }
    } else if (event.kind === 'work_aborted') {
      isAccused = event.reason !== 'member_lost' && event.workerIds.includes(workerId);
    } else if (event.kind === 'state_changed' && isEndState(event.state)) {
      return leaving ?? ended('stopped', event.message);
    } else if ('workerId' in event && event.workerId === workerId) {
      if (event.kind === 'worker_refused') return ended('refused', event.failure.message);
      if (event.kind === 'worker_lost') return ended(isAccused ? 'dismissed' : 'lost', event.cause);
      if (event.kind === 'worker_draining') {
        leaving = ended('drained', event.cause);
        if (!members?.includes(workerId)) return leaving;
      }
    }
  }
  return leaving;
}
