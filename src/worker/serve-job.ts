import { type Clock, every } from '../clock.ts';
import type { MemberAddress, WorkerCommand } from '../core/coordinator/worker-command.ts';
import { LockstepError } from '../core/errors.ts';
import type { JobSpec } from '../core/job/job-spec.ts';
import { parseJobSpec } from '../core/job/parse-job-spec.ts';
import type { Readiness } from '../core/membership/worker-record.ts';
import { trainingPlan } from '../core/plan/training-plan.ts';
import { workOf } from '../core/plan/work.ts';
import { bucketBytesOf } from '../core/reduction/buckets.ts';
import type { lockstep } from '../gen/lockstep.js';
import { runPaths } from '../store/run-folder.ts';
import type { CheckpointSaver } from './checkpoint-saver.ts';
import { followPeer, type StateStream } from './follow-peer.ts';
import type { Session, Welcome, Welcomed } from './session.ts';
import type { StateDonor } from './state-donor.ts';
import { failureOf } from './step-failure.ts';
import type { Trainer } from './trainer.ts';
import type { LoadReply } from './trainer-protocol.ts';
import { voteMessage } from './translate.ts';
import { type WorkerContext, work } from './worker.ts';

type Stop = Extract<WorkerCommand, { kind: 'stop' }>;

/** How long a worker whose donors are gone waits: it may have been admitted already, by a command that is on its way. */
const ADMISSION_MS = 2_000;

/** Exchanging a shorter vector takes less time than the hooks that tell when its gradients are final. */
const OVERLAP_FROM_BYTES = 64 * 1024;

/** What a worker is put together from. Nothing here knows of processes, sockets or real time. */
export interface WorkerParts {
  readonly session: Session;
  readonly trainer: Trainer;
  readonly donor: Pick<StateDonor, 'onApplied'>;
  readonly connect: WorkerContext['connect'];
  /** Asks a peer for its state and for the steps that it applies after it. */
  readonly openState: (donor: MemberAddress) => StateStream;
  readonly createSaver: (runDirectory: string) => CheckpointSaver;
  readonly observe: WorkerContext['observe'];
  readonly onLoaded: (readiness: Readiness) => void;
  readonly clock: Clock;
  /** See `WorkerContext`. */
  readonly overlapFromBytes?: number;
}

export interface ServedJob {
  /** The coordinator's last word; rejects when this worker cannot go on. */
  readonly finished: Promise<Stop>;
  /** Asks to leave at the next step boundary. */
  drain(cause: string): void;
}

/** Serves a job from the first welcome to the coordinator's last word. */
export function serveJob(parts: WorkerParts): ServedJob {
  let drainCause: string | null = null;
  const sayDrain = (): void => {
    if (drainCause !== null) parts.session.say({ drain: { cause: drainCause } });
  };
  return {
    finished: serve(parts, sayDrain),
    drain: (cause) => {
      drainCause = cause;
      sayDrain();
    },
  };
}

async function serve(parts: WorkerParts, sayDrain: () => void): Promise<Stop> {
  const { session, clock } = parts;
  const commands = session.commands();
  const first = await commands.next();
  if (first.done) throw new Error('the session was closed before a coordinator answered');
  if (first.value.kind === 'stop') return first.value;
  if (first.value.kind !== 'welcomed') throw new Error(`${first.value.kind} came before the welcome`);
  const { welcome } = first.value;
  const stopBeating = every(clock, welcome.heartbeatMs, () => session.say({ heartbeat: {} }));
  const saver = parts.createSaver(welcome.runDirectory);
  try {
    return await train(parts, { welcome, commands, saver, sayDrain });
  } catch (error) {
    return await reportFailure(session, commands, error);
  } finally {
    stopBeating();
    await saver.finished();
  }
}

interface Engagement {
  readonly welcome: Welcome;
  readonly commands: AsyncGenerator<WorkerCommand | Welcomed>;
  readonly saver: CheckpointSaver;
  readonly sayDrain: () => void;
}

async function train(parts: WorkerParts, { welcome, commands, saver, sayDrain }: Engagement): Promise<Stop> {
  const { session, trainer, donor, connect, observe } = parts;
  const job = parseJobSpec(JSON.parse(welcome.jobJson));
  const loaded = await load(trainer, job, welcome);
  const { readiness } = loaded;
  parts.onLoaded(readiness);
  const sayReady = (operation: number): void => {
    session.say({ ready: readyMessage(readiness, operation) });
    sayDrain();
  };
  sayReady(readiness.operation);
  let giveUp!: (error: unknown) => void;
  const gaveUp = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  const worked = work({
    job,
    plan: trainingPlan(job, readiness.numTraining),
    splits: readiness.splits,
    trainer,
    operation: readiness.operation,
    maxVectorLength: loaded.maxVectorLength,
    stepLayout: { length: readiness.vectorLength, numGradients: readiness.numParameters },
    bucketBytes: bucketBytesOf(readiness.vectorLength, welcome.bucketBytes),
    overlapFromBytes: parts.overlapFromBytes ?? OVERLAP_FROM_BYTES,
    modelDirectory: runPaths(welcome.runDirectory).model,
    commands,
    sayReady,
    connect,
    vote: (generation, operation, vote) => session.say({ vote: voteMessage(generation, operation, vote) }),
    takeSpareMemory: saver.takeSpareMemory,
    saveCheckpoint: (at, snapshot) =>
      saver.save(at, snapshot, (part) => session.say({ checkpointPart: part })),
    donate: donor.onApplied,
    follow: ({ donors, memory, signal, onCaughtUp }) =>
      followPeer({
        donors,
        openState: parts.openState,
        trainer,
        memory,
        caughtUp: (step, donorId) => {
          onCaughtUp(step);
          session.say({ caughtUp: { step, donorId } });
        },
        signal,
      }).catch((error: unknown) => {
        if (signal.aborted) return;
        const cancel = parts.clock.after(ADMISSION_MS, () => giveUp(error));
        signal.addEventListener('abort', cancel);
      }),
    observe,
  });
  return await Promise.race([worked, gaveUp]);
}

/** Loads the job in the training thread. */
function load(trainer: Trainer, job: JobSpec, welcome: Welcome): Promise<LoadReply> {
  const { jobDirectory, runDirectory, checkpoint, checkpointStep } = welcome;
  return trainer.load({
    job,
    jobDirectory,
    programFile: runPaths(runDirectory).program,
    checkpoint: checkpoint === '' ? null : { file: checkpoint, step: checkpointStep },
  });
}

/** What this worker found when it loaded the job, and the newest work that it has done since. */
function readyMessage(readiness: Readiness, operation: number): lockstep.v1.IReady {
  const { numTraining, splits, dataFingerprint, classNames, notes, weightsSha256, ...rest } = readiness;
  return {
    ...rest,
    operation,
    step: workOf(operation).step,
    weightsSha256: operation === readiness.operation ? weightsSha256 : '',
    notes: [...notes],
    dataset: {
      numTraining,
      numValidation: splits.validation ? 1 : 0,
      numTest: splits.test ? 1 : 0,
      fingerprint: dataFingerprint,
      classNames: [...classNames],
    },
  };
}

/** Tells every coordinator that asks why this worker cannot go on, and waits for the answer: the job's end or its own dismissal. */
async function reportFailure(
  session: Session,
  commands: AsyncGenerator<WorkerCommand | Welcomed>,
  error: unknown,
): Promise<Stop> {
  if (error instanceof LockstepError && error.code === 'UNAVAILABLE') throw error;
  const sayFailure = (): void => session.say({ failure: failureOf(error) });
  sayFailure();
  for await (const command of commands) {
    if (command.kind === 'stop') return command;
    if (command.kind === 'welcomed') sayFailure();
  }
  throw error;
}
