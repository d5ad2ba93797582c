import type { FaultKind } from './fault-plan.ts';
import { LEASE_MS } from './simulated-coordinator.ts';
import type { SimulatedLauncher } from './simulated-launcher.ts';
import type { SimulatedWorker } from './simulated-worker.ts';
import type { SimulatedWorld } from './simulated-world.ts';

/** Nobody notices a pause as long as this. */
const SHORT_MS = LEASE_MS / 3;
const LONG_MS = 3 * LEASE_MS;

/**
 * Makes things go wrong. A fault that would take the newest state from the last worker that holds it is left out: no
 * protocol survives that without a checkpoint.
 */
export function createFaultInjector(
  world: SimulatedWorld,
  launcher: SimulatedLauncher,
): (kind: FaultKind) => void {
  const { clock, network, monitor, disk } = world;
  const chance = world.newChance();
  /** Until when a worker may be of no use, because of an earlier fault. */
  const troubledUntilMs = new Map<SimulatedWorker, number>();

  const isSound = (worker: SimulatedWorker): boolean =>
    clock.nowMs() >= (troubledUntilMs.get(worker) ?? 0) && worker.process.isAlive;
  const holdsNewest = ({ process }: SimulatedWorker): boolean => {
    const steps = launcher.workers().map((worker) => monitor.stepOf(worker.process.name));
    return monitor.mayHoldNewest(process.name) && monitor.stepOf(process.name) === Math.max(...steps);
  };
  /** A worker that the job can do without for `ms`, or null. */
  const chooseVictim = (ms: number): SimulatedWorker | null => {
    const workers = launcher.workers();
    if (workers.length === 0) return null;
    const victim = chance.pick(workers);
    if (!workers.some((other) => other !== victim && isSound(other) && holdsNewest(other))) return null;
    troubledUntilMs.set(victim, clock.nowMs() + ms);
    world.tell(`  hits ${victim.process.name} for ${ms.toFixed(0)} ms`);
    return victim;
  };
  const pauseMs = (): number =>
    chance.oneIn(2) ? chance.between(10, SHORT_MS) : chance.between(LEASE_MS, LONG_MS);

  return (kind) => {
    world.tell(`FAULT ${kind}`);
    switch (kind) {
      case 'kill_worker':
        chooseVictim(Infinity)?.process.kill();
        break;
      case 'hang_worker': {
        const ms = pauseMs();
        chooseVictim(ms + LEASE_MS)?.process.hang(ms);
        break;
      }
      case 'drain_worker':
        chooseVictim(Infinity)?.drain();
        break;
      case 'corrupt_sum':
        chooseVictim(LEASE_MS)?.corrupt();
        break;
      case 'part_from_coordinator': {
        const ms = pauseMs();
        const victim = chooseVictim(ms + LEASE_MS);
        if (victim) part(victim.process.name, 'coordinator', ms);
        break;
      }
      case 'part_from_peer': {
        const [one, other] = [chance.pick(launcher.workers()), chance.pick(launcher.workers())];
        if (one && other && one !== other) part(one.process.name, other.process.name, pauseMs());
        break;
      }
      case 'kill_coordinator':
        launcher.coordinator?.process.kill();
        break;
      case 'hang_coordinator':
        launcher.coordinator?.process.hang(pauseMs());
        break;
      case 'slow_disk':
        disk.slowDown(clock.nowMs() + LONG_MS);
        break;
      case 'full_disk':
        disk.breakDown(clock.nowMs() + LEASE_MS);
        break;
    }
  };

  /** Nothing passes for a while, in one direction or both; the connection may break or not. */
  function part(one: string, other: string, ms: number): void {
    world.tell(`  parts ${one} and ${other} for ${ms.toFixed(0)} ms`);
    const isOneWay = chance.oneIn(3);
    network.hold(one, other, ms);
    if (!isOneWay) network.hold(other, one, ms);
    if (chance.oneIn(2)) network.reset(one, other);
  }
}
