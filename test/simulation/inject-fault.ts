import type { FaultKind } from './fault-plan.ts';
import type { Chance } from './seeded.ts';
import { LEASE_MS } from './simulated-coordinator.ts';
import type { SimulatedLauncher } from './simulated-launcher.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import type { SimulatedWorker } from './simulated-worker.ts';
import type { SimulatedWorld } from './simulated-world.ts';

/** Nobody notices a pause as long as this. */
const SHORT_MS = LEASE_MS / 3;
const LONG_MS = 3 * LEASE_MS;

/**
 * Makes things go wrong; false where there is nothing to strike. A worker is not killed while it may be the last that
 * holds the newest weights: no protocol survives that without a checkpoint. All else may strike anybody.
 */
export function createFaultInjector(
  world: SimulatedWorld,
  launcher: SimulatedLauncher,
): (kind: FaultKind) => boolean {
  const { clock, network, disk } = world;
  const chance = world.newChance();
  const victims = createVictims(world, launcher, chance);

  const pauseMs = (): number =>
    chance.oneIn(2) ? chance.between(10, SHORT_MS) : chance.between(LEASE_MS, LONG_MS);
  const strike = (victim: SimulatedWorker | null, blow: (victim: SimulatedWorker) => void): boolean => {
    if (victim) blow(victim);
    return victim !== null;
  };
  /** Nothing passes for a while, in one direction or both; the connection may be reset as well. */
  const part = (one: string, other: string, ms: number): void => {
    world.tell(`  ${one} and ${other} are parted for ${ms.toFixed(0)} ms`);
    network.hold(one, other, ms);
    if (!chance.oneIn(3)) network.hold(other, one, ms);
    if (chance.oneIn(2)) network.reset(one, other);
  };
  const partPeers = (): boolean => {
    const workers = launcher.workers();
    if (workers.length < 2) return false;
    const first = chance.below(workers.length);
    const second = (first + 1 + chance.below(workers.length - 1)) % workers.length;
    part(workers[first]!.process.name, workers[second]!.process.name, pauseMs());
    return true;
  };
  const strikeCoordinator = (blow: (process: SimulatedProcess) => void): boolean => {
    const process = launcher.coordinator?.process;
    if (process) blow(process);
    return process !== undefined;
  };
  const strikeDisk = (blow: () => void): boolean => {
    blow();
    return true;
  };

  const strikes: Readonly<Record<FaultKind, (ms: number) => boolean>> = {
    kill_worker: () => strike(victims.dispensable(), ({ process }) => process.kill()),
    hang_worker: (ms) => strike(victims.any(ms + LEASE_MS), ({ process }) => process.hang(ms)),
    drain_worker: () => strike(victims.any(Infinity), (victim) => victim.drain()),
    corrupt_sum: () => strike(victims.any(LEASE_MS), (victim) => victim.corrupt()),
    part_from_coordinator: (ms) =>
      strike(victims.any(ms + LEASE_MS), ({ process }) => part(process.name, 'coordinator', ms)),
    part_from_peer: partPeers,
    kill_coordinator: () => strikeCoordinator((process) => process.kill()),
    hang_coordinator: (ms) => strikeCoordinator((process) => process.hang(ms)),
    slow_disk: () => strikeDisk(() => disk.slowDown(clock.nowMs() + LONG_MS)),
    full_disk: () => strikeDisk(() => disk.breakDown(clock.nowMs() + LEASE_MS)),
  };
  return (kind) => {
    world.tell(`FAULT ${kind}`);
    return strikes[kind](pauseMs());
  };
}

interface Victims {
  /** A worker that is in no trouble yet, and will be for `ms`. */
  any(ms: number): SimulatedWorker | null;
  /** A worker beside which there is another, in no trouble, that holds the newest weights. */
  dispensable(): SimulatedWorker | null;
}

function createVictims(
  { clock, monitor, tell }: SimulatedWorld,
  launcher: SimulatedLauncher,
  chance: Chance,
): Victims {
  /** Until when a worker may be of no use, because of an earlier fault. */
  const troubledUntilMs = new Map<SimulatedWorker, number>();
  const isSound = (worker: SimulatedWorker): boolean => clock.nowMs() >= (troubledUntilMs.get(worker) ?? 0);
  const holdsNewest = ({ process }: SimulatedWorker): boolean => {
    const steps = launcher.workers().map((worker) => monitor.stepOf(worker.process.name));
    return monitor.mayHoldNewest(process.name) && monitor.stepOf(process.name) === Math.max(...steps);
  };
  const choose = (workers: readonly SimulatedWorker[], ms: number): SimulatedWorker | null => {
    if (workers.length === 0) return null;
    const victim = chance.pick(workers);
    troubledUntilMs.set(victim, clock.nowMs() + ms);
    tell(`  hits ${victim.process.name} for ${ms.toFixed(0)} ms`);
    return victim;
  };
  return {
    any: (ms) => choose(launcher.workers().filter(isSound), ms),
    dispensable: () => {
      const workers = launcher.workers();
      const keepers = workers.filter((worker) => isSound(worker) && holdsNewest(worker));
      const others = workers.filter((worker) => keepers.some((keeper) => keeper !== worker));
      return choose(others, Number.POSITIVE_INFINITY);
    },
  };
}
