import type { WorkerCommand } from '../../src/core/coordinator/worker-command.ts';
import type { JobSpec } from '../../src/core/job/job-spec.ts';
import { operationOf } from '../../src/core/plan/work.ts';
import type { lockstep } from '../../src/gen/lockstep.js';
import type { SimulatedProcess } from './simulated-process.ts';
import { undisturbedWeights } from './undisturbed-run.ts';

/** Watches what the processes of a schedule do, from outside, and notes what must not be. */
export interface Monitor {
  readonly violations: string[];
  note(violation: string): void;
  /** A worker says something to the coordinator. */
  onSaid(workerId: string, message: lockstep.v1.IWorkerMessage): void;
  /** A coordinator says something to a worker. */
  onSent(command: WorkerCommand): void;
  /** A worker has loaded, or taken over from a peer, the state after `step`. */
  onHolds(workerId: string, step: number): void;
  /** A worker took step `step`, which led to weights with this hash. */
  onApplied(workerId: string, step: number, weightsSha256: string): void;
  /** A process is over by itself. */
  onEnded(process: SimulatedProcess): void;
}

interface AnnouncedGeneration {
  readonly members: string;
  readonly workerIds: readonly string[];
}

export function createMonitor(job: JobSpec): Monitor {
  const violations: string[] = [];
  const expected = undisturbedWeights(job);
  const generations = new Map<number, AnnouncedGeneration>();
  /** Digest of each yes, by generation, operation and worker. */
  const votes = new Map<string, string>();
  const digests = new Map<number, string>();
  const steps = new Map<string, number>();
  let newest = 0;
  const note = (violation: string): void => {
    violations.push(violation);
  };

  const onGeneration = ({ generation, members }: Extract<WorkerCommand, { kind: 'generation' }>): void => {
    const workerIds = members.map(({ workerId }) => workerId);
    const known = generations.get(generation);
    if (known ? known.members !== workerIds.join() : generation <= newest) {
      note(`P7: generation ${generation} was announced twice`);
    }
    generations.set(generation, { members: workerIds.join(), workerIds });
    newest = Math.max(newest, generation);
  };
  const onDecision = (decision: Extract<WorkerCommand, { kind: 'decision' }>): void => {
    if (!decision.commit) return;
    const { generation, operation } = decision;
    const what = `operation ${operation} in generation ${generation}`;
    if (generation !== newest) note(`P7: ${what} was committed while ${newest} was the newest`);
    for (const workerId of generations.get(generation)?.workerIds ?? []) {
      const digest = votes.get(`${generation} ${operation} ${workerId}`);
      if (digest === undefined) note(`P5: ${what} was committed without a yes of ${workerId}`);
      else if ((digests.get(operation) ?? digest) !== digest) note(`P4: ${what} has two digests`);
      else digests.set(operation, digest);
    }
  };

  return {
    violations,
    note,
    onSaid: (workerId, { vote }) => {
      if (!vote?.yes) return;
      const digest = Buffer.from(vote.digest ?? []).toString('hex');
      votes.set(`${vote.generation} ${vote.operation} ${workerId}`, digest);
    },
    onSent: (command) => {
      if (command.kind === 'generation') onGeneration(command);
      if (command.kind === 'decision') onDecision(command);
    },
    onHolds: (workerId, step) => {
      steps.set(workerId, step);
    },
    onApplied: (workerId, step, weightsSha256) => {
      const before = steps.get(workerId) ?? -1;
      if (before !== step - 1) note(`P5: ${workerId} took step ${step} after step ${before}`);
      if (!digests.has(operationOf({ kind: 'train', step }))) {
        note(`P5: ${workerId} took step ${step}, which was not decided`);
      }
      if (weightsSha256 !== expected[step]) note(`P1: ${workerId} has other weights after step ${step}`);
      steps.set(workerId, step);
    },
    onEnded: (process) => {
      if (process.numTimers() > 0) note(`${process.name} ended with ${process.numTimers()} timers left`);
    },
  };
}
