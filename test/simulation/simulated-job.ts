import type { CoordinatorState } from '../../src/core/coordinator/coordinator-state.ts';
import type { JobEvent } from '../../src/core/coordinator/job-event.ts';
import type { LedgerEntry } from '../../src/core/plan/ledger-entry.ts';
import { trainingPlan } from '../../src/core/plan/training-plan.ts';
import { verifyLedger } from '../../src/core/plan/verify-ledger.ts';
import { NUM_TRAINING } from './arithmetic-model.ts';
import { type Fault, type FaultKind, planFaults } from './fault-plan.ts';
import { createFaultInjector } from './inject-fault.ts';
import { createLauncher } from './simulated-launcher.ts';
import { createWorld, type SimulatedWorld } from './simulated-world.ts';
import { undisturbedWeights } from './undisturbed-run.ts';

export interface SimulatedJob {
  /** Faults that struck; some find nothing to strike. */
  readonly hits: readonly FaultKind[];
  /** What the coordinator said when the job was over; null if it never was. */
  readonly end: CoordinatorState | null;
  readonly ledger: readonly LedgerEntry[];
  readonly events: readonly JobEvent[];
  /** What happened, one line each. */
  readonly story: readonly string[];
  /** Virtual milliseconds and timers that the job took. */
  readonly ms: number;
  readonly numEvents: number;
  /** One sentence for each thing that must not be. */
  readonly violations: readonly string[];
}

/** By then faults are long over; a job that is not has stopped for good. */
const DEADLINE_MS = 120_000;

/** Runs a job from a seed: its size, its schedule and what goes wrong in it. */
export async function simulateJob(
  seed: number,
  options: { readonly faults?: readonly Fault[] } = {},
): Promise<SimulatedJob> {
  const world = createWorld(seed);
  const faults = options.faults ?? planFaults(world.newChance());
  const launcher = createLauncher(world);
  const inject = createFaultInjector(world, launcher);
  const onRejection = (reason: unknown): void =>
    world.monitor.note(`unhandled rejection: ${(reason as Error)?.stack ?? reason}`);
  process.on('unhandledRejection', onRejection);
  let numEvents = 0;
  let numInjected = 0;
  const hits: FaultKind[] = [];
  try {
    while (!launcher.isOver() && world.clock.nowMs() < DEADLINE_MS && (await world.clock.runNext())) {
      numEvents += 1;
      while (numInjected < faults.length && faults[numInjected]!.atEvent <= numEvents) {
        const { kind } = faults[numInjected++]!;
        if (inject(kind)) hits.push(kind);
        await new Promise(setImmediate);
      }
    }
  } catch (error) {
    world.monitor.note(`thrown out of a timer: ${(error as Error).stack}`);
  } finally {
    process.off('unhandledRejection', onRejection);
  }
  const end = launcher.end();
  const { ledger, events } = world.folder;
  return {
    hits,
    end,
    ledger,
    events,
    story: world.story,
    ms: world.clock.nowMs(),
    numEvents,
    violations: [...world.monitor.violations, ...problemsOfEnd(world, end, launcher.isOver())],
  };
}

function problemsOfEnd(
  { job, folder }: SimulatedWorld,
  end: CoordinatorState | null,
  isOver: boolean,
): string[] {
  if (!end) return ['the job did not end'];
  if (end.state !== 'succeeded') return [`the job ${end.state}: ${end.failure?.message}`];
  const problems = isOver ? [] : ['the job is over, but not its processes'];
  const plan = trainingPlan(job, NUM_TRAINING);
  if (end.weightsSha256 !== undisturbedWeights(job)[plan.numSteps])
    problems.push('other weights than undisturbed');
  const verdict = verifyLedger(plan, folder.ledger, plan.numSteps);
  if (verdict.missing > 0) problems.push(`P1: ${verdict.missing} samples are missing from the ledger`);
  if (verdict.repeated > 0) problems.push(`P1: ${verdict.repeated} samples are in the ledger twice`);
  return [...problems, ...verdict.problems];
}
