import { judgePace, type Pace, type RankTime, type Straggler } from '../membership/stragglers.ts';
import { microShardsOfRank } from '../plan/micro-shards.ts';
import type { CoordinatorState, WorkInFlight } from './coordinator-state.ts';
import { dismissWorker } from './dismiss-worker.ts';
import { type Change, type Effect, recordEvent, unchanged } from './outcome.ts';

/** Phases in which a rank works for itself; in the others it waits for its peers too. */
const OWN_PHASES = ['data', 'forward_backward'] as const;

export interface JudgedStep {
  readonly pace: Pace;
  readonly events: readonly Effect[];
  /** Who is to be replaced after this step, if anybody. */
  readonly leaves: Straggler | null;
}

/**
 * Names the stragglers of a step that all members have voted for, and chooses the one to replace.
 * @param checkpoint whether a checkpoint is to be taken after it
 */
export function judgeStep(
  state: CoordinatorState,
  { work, votes }: WorkInFlight,
  checkpoint: boolean,
): JudgedStep {
  if (work.kind !== 'train') return { pace: state.pace, events: [], leaves: null };
  const times = state.members.map((workerId, rank): RankTime => {
    const vote = votes.get(workerId);
    const phases = vote?.yes ? vote.measurement.phases : {};
    const { begin, end } = microShardsOfRank(rank, state.members.length, state.job.training.microShards);
    const seconds = OWN_PHASES.reduce((sum, phase) => sum + (phases[phase] ?? 0), 0);
    return { workerId, rank, seconds, numMicroShards: end - begin };
  });
  const verdict = judgePace(state.job.workers.stragglers, state.pace.slowSteps, times);
  const leaves = !checkpoint && mayReplace(state, work.step) ? (verdict.stragglers[0] ?? null) : null;
  return {
    pace: {
      slowSteps: verdict.slowSteps,
      replacedAtStep: leaves ? work.step : state.pace.replacedAtStep,
    },
    events: [
      ...verdict.found.map((straggler) => recordEvent({ kind: 'straggler_found', ...straggler })),
      ...verdict.recovered.map((straggler) => recordEvent({ kind: 'straggler_recovered', ...straggler })),
    ],
    leaves,
  };
}

/**
 * One at a time: not while another leaves, nor before one has come for the one before, which takes longer than a spell
 * of slow steps. Never below the smallest number of workers, and not at the cost of a checkpoint in flight.
 */
function mayReplace(state: CoordinatorState, step: number): boolean {
  const { min, max, stragglers } = state.job.workers;
  const { replacedAtStep } = state.pace;
  return (
    stragglers.policy === 'replace' &&
    state.state === 'running' &&
    state.checkpoint === null &&
    state.members.length > min &&
    !state.members.some((workerId) => state.workers.get(workerId)?.draining) &&
    state.members.length >= Math.min(state.numWanted, max) &&
    step !== state.plan?.numSteps &&
    (replacedAtStep === null || step > replacedAtStep + stragglers.steps)
  );
}

/** Goes on without a straggler. The members stand at a step boundary, so no step is lost. */
export function replaceStraggler(state: CoordinatorState, leaves: Straggler | null): Change {
  if (!leaves) return unchanged(state);
  const { workerId, seconds, medianSeconds } = leaves;
  const cause = `it held the others up, with ${inMs(seconds)} a step beside a median of ${inMs(medianSeconds)}`;
  return dismissWorker(state, workerId, cause);
}

function inMs(seconds: number): string {
  return `${Math.round(seconds * 1000)} ms`;
}
