import type { CoordinatorState } from '../../src/core/coordinator/coordinator-state.ts';
import {
  type SimulatedCoordinator,
  type StartMode,
  startSimulatedCoordinator,
} from './simulated-coordinator.ts';
import { type SimulatedWorker, startSimulatedWorker } from './simulated-worker.ts';
import type { SimulatedWorld } from './simulated-world.ts';

/** Starts the processes of a job, and new ones for those that die before it is over; resumes it where it was stopped. */
export interface SimulatedLauncher {
  readonly coordinator: SimulatedCoordinator | null;
  /** Those that live, in the order in which they were started. */
  workers(): SimulatedWorker[];
  /** How the job ended; null until it has. */
  end(): CoordinatorState | null;
  /** True when the job has ended and every process too. */
  isOver(): boolean;
}

export function createLauncher(world: SimulatedWorld): SimulatedLauncher {
  const { clock, job } = world;
  const chance = world.newChance();
  const workers = new Set<SimulatedWorker>();
  let numStarted = 0;
  let coordinator: SimulatedCoordinator | null = null;
  let end: CoordinatorState | null = null;

  const startWorker = (): void => {
    if (end) return;
    // Never the name of one that was there before (P8).
    const worker = startSimulatedWorker(world, `w${++numStarted}`);
    workers.add(worker);
    worker.process.onEnd(() => {
      world.tell(`${worker.process.name} is gone`);
      workers.delete(worker);
      clock.after(chance.between(5, 200), startWorker);
    });
  };
  const startCoordinator = (mode: StartMode): void => {
    let nextMode: StartMode = 'restart';
    world.tell(`the coordinator is started (${mode})`);
    const started = startSimulatedCoordinator(world, mode, (state) => {
      if (state.state === 'interrupted') nextMode = 'resume';
      else end = state;
      started.process.kill();
    });
    coordinator = started;
    started.process.onEnd(() => {
      world.tell('the coordinator is gone');
      coordinator = null;
      if (!end) clock.after(chance.between(5, 300), () => startCoordinator(nextMode));
    });
  };
  startCoordinator('new');
  for (let count = 0; count < job.workers.max; count++) clock.after(chance.between(0, 30), startWorker);

  return {
    get coordinator() {
      return coordinator;
    },
    workers: () => [...workers],
    end: () => end,
    isOver: () => end !== null && coordinator === null && workers.size === 0,
  };
}
