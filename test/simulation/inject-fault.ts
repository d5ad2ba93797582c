import type { FaultKind } from './fault-plan.ts';
import type { SimulatedCoordinator } from './simulated-coordinator.ts';
import type { SimulatedLauncher } from './simulated-launcher.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import type { SimulatedWorker } from './simulated-worker.ts';
import type { SimulatedWorld } from './simulated-world.ts';
import { LEASE_MS } from './simulated-world.ts';

/** Nobody notices a pause as long as this. */
const SHORT_MS = LEASE_MS / 3;
const LONG_MS = 3 * LEASE_MS;

/** Makes things go wrong; false where there is nothing to strike. */
export function createFaultInjector(
  world: SimulatedWorld,
  launcher: SimulatedLauncher,
): (kind: FaultKind) => boolean {
  const { clock, network, disk } = world;
  const chance = world.newChance();
  const anybody = (): SimulatedWorker | null => {
    const workers = launcher.workers();
    if (workers.length === 0) return null;
    const victim = chance.pick(workers);
    world.tell(`  hits ${victim.process.name}`);
    return victim;
  };

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
  const hang = (process: SimulatedProcess, ms: number): void => {
    process.hang(ms);
    network.silence(process, ms);
  };
  const partPeers = (): boolean => {
    const workers = launcher.workers();
    if (workers.length < 2) return false;
    const first = chance.below(workers.length);
    const second = (first + 1 + chance.below(workers.length - 1)) % workers.length;
    part(workers[first]!.process.name, workers[second]!.process.name, pauseMs());
    return true;
  };
  const strikeCoordinator = (blow: (coordinator: SimulatedCoordinator) => void): boolean => {
    const { coordinator } = launcher;
    if (coordinator) blow(coordinator);
    return coordinator !== null;
  };
  const strikeDisk = (blow: () => void): boolean => {
    blow();
    return true;
  };

  const strikes: Readonly<Record<FaultKind, (ms: number) => boolean>> = {
    kill_worker: () => strike(anybody(), ({ process }) => process.kill()),
    hang_worker: (ms) => strike(anybody(), ({ process }) => hang(process, ms)),
    drain_worker: () => strike(anybody(), (victim) => victim.drain()),
    corrupt_sum: () => strike(anybody(), (victim) => victim.corrupt()),
    part_from_coordinator: (ms) => strike(anybody(), ({ process }) => part(process.name, 'coordinator', ms)),
    part_from_peer: partPeers,
    kill_coordinator: () => strikeCoordinator(({ process }) => process.kill()),
    hang_coordinator: (ms) => strikeCoordinator(({ process }) => hang(process, ms)),
    stop_job: () => strikeCoordinator((coordinator) => coordinator.stop()),
    slow_disk: () => strikeDisk(() => disk.slowDown(clock.nowMs() + LONG_MS)),
    full_disk: () => strikeDisk(() => disk.breakDown(clock.nowMs() + LEASE_MS)),
  };
  return (kind) => {
    world.tell(`FAULT ${kind}`);
    return strikes[kind](pauseMs());
  };
}
