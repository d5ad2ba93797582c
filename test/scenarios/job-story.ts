import type { CoordinatorEvent } from '../../src/core/coordinator/coordinator-event.ts';
import {
  type CoordinatorLimits,
  type CoordinatorState,
  DEFAULT_LIMITS,
  initialState,
  type StartingPoint,
} from '../../src/core/coordinator/coordinator-state.ts';
import { transition } from '../../src/core/coordinator/transition.ts';
import type { JobSpec, StragglersSpec } from '../../src/core/job/job-spec.ts';
import type { Readiness } from '../../src/core/membership/worker-record.ts';
import { operationOf } from '../../src/core/plan/work.ts';
import type { Failure, Vote } from '../../src/core/step/vote.ts';
import { describeOutcome } from './transcript.ts';

/** Tells a story to the coordinator machine and keeps what it answers. Time is told too. */
export interface JobStory {
  /** What was told and answered since the last call, one line each. */
  transcript(): string;
  readonly state: CoordinatorState;
  tell(event: CoordinatorEvent, words?: string): void;
  wait(ms: number): void;
  /** Connects workers and has each load the job. */
  bring(...workerIds: string[]): void;
  ready(workerId: string, change?: Partial<Readiness>): void;
  /** Votes yes on what is in flight, with one digest. */
  yes(workerIds: readonly string[], digest?: string): void;
  /** Has all members vote yes, each after so many seconds of computing, in the order of the ranks. */
  step(seconds: readonly number[]): void;
  no(workerId: string, failure?: Partial<Failure>): void;
  lose(workerId: string, cause?: string): void;
  /** Has every rank write its part of the checkpoint in flight, and the manifest after that. */
  writeCheckpoint(): void;
}

export interface StoryOptions {
  readonly workers?: { readonly min: number; readonly max: number };
  readonly leaseMs?: number;
  readonly stragglers?: StragglersSpec;
  readonly numWanted?: number;
  readonly numSteps?: number;
  /** Steps between checkpoints; 0 for one at the end only. */
  readonly checkpointEvery?: number;
  readonly limits?: Partial<CoordinatorLimits>;
  readonly start?: StartingPoint;
}

const BATCH = 4;
const JOB_SAMPLES = 8;

/** A job of `numSteps` steps, two to an epoch. */
export function createJob({
  workers = { min: 1, max: 3 },
  leaseMs = 3_000,
  stragglers = { policy: 'keep', deviations: 5, steps: 3 },
  numSteps = 4,
  checkpointEvery = 0,
}: StoryOptions): JobSpec {
  return {
    name: 'story',
    program: 'program.ts',
    engine: 'cpu',
    training: {
      length: { unit: 'steps', count: numSteps },
      globalBatchSize: BATCH,
      microShards: 3,
      seed: 1,
      validationSplit: 0,
      dropRemainder: false,
    },
    workers: { ...workers, leaseMs, stragglers },
    checkpoint: { every: { unit: 'steps', count: checkpointEvery }, keep: 2 },
    evaluation: { everyEpochs: 0, batchSize: 4 },
  };
}

export const READINESS: Readiness = {
  numTraining: JOB_SAMPLES,
  splits: { validation: false, test: false },
  dataFingerprint: 'data-1',
  engine: 'cpu',
  numParameters: 10,
  classNames: [],
  notes: [],
  vectorLength: 12,
  weightsSha256: 'weights-0',
  step: 0,
  operation: 0,
};

/** A job that nobody has run before. */
export const NEW: StartingPoint = { step: 0, record: null, isRestart: false };

export function yesVote(digest: string, computeSeconds = 0): Vote {
  const phases = { data: 0, forward_backward: computeSeconds, all_reduce: 1 };
  const measurement = { numSamples: BATCH, loss: 0.5, metrics: {}, phases };
  return {
    yes: true,
    digest,
    measurement: { ...measurement, confusion: [], galleryJson: '', bytesSent: 0, hiddenShare: 0 },
  };
}

export function createStory(options: StoryOptions = {}): JobStory {
  const job = createJob(options);
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const numWanted = options.numWanted ?? job.workers.max;
  let state = initialState({ jobId: 'story-1', job, numWanted, limits, start: options.start ?? NEW });
  let now = 0;
  const lines: string[] = [];
  const tell = (event: CoordinatorEvent, words: string = event.kind): void => {
    const outcome = transition(state, event, now);
    lines.push(`${now} ms: ${words}`, ...describeOutcome(outcome).map((line) => `    ${line}`));
    state = outcome.state;
  };
  const ready = (workerId: string, change: Partial<Readiness> = {}): void =>
    tell(
      { kind: 'worker_ready', workerId, readiness: { ...READINESS, ...change } },
      `${workerId} has loaded the job`,
    );
  const vote = (workerId: string, vote: Vote, words: string): void => {
    if (!state.inFlight) throw new Error('nothing is in flight to vote on');
    const { generation, inFlight } = state;
    tell({ kind: 'voted', workerId, generation, operation: operationOf(inFlight.work), vote }, words);
  };
  return {
    transcript: () => lines.splice(0).join('\n'),
    get state() {
      return state;
    },
    tell,
    ready,
    wait: (ms) => {
      now += ms;
      tell({ kind: 'tick' });
    },
    bring: (...workerIds) => {
      for (const workerId of workerIds) {
        const address = { collectiveAddress: `${workerId}:1`, metricsAddress: `${workerId}:2` };
        const identity = { workerId, ...address, host: 'host', pid: 1 };
        tell({ kind: 'worker_connected', identity }, `${workerId} connects`);
        ready(workerId);
      }
    },
    yes: (workerIds, digest = 'd1') => {
      for (const workerId of workerIds) vote(workerId, yesVote(digest), `${workerId} votes yes (${digest})`);
    },
    step: (seconds) =>
      [...state.members].forEach((workerId, rank) => {
        const words = `${workerId} votes yes after ${seconds[rank]} s`;
        vote(workerId, yesVote('d1', seconds[rank]), words);
      }),
    no: (workerId, failure = {}) => {
      const whole: Failure = {
        code: 'UNAVAILABLE',
        message: 'the link to rank 1 broke',
        details: '',
        ...failure,
      };
      vote(workerId, { yes: false, failure: whole }, `${workerId} votes no (${whole.code})`);
    },
    lose: (workerId, cause = 'connection closed') =>
      tell({ kind: 'worker_lost', workerId, cause }, `${workerId} is lost: ${cause}`),
    writeCheckpoint: () => {
      const { generation, step, members } = state.checkpoint!;
      members.forEach((workerId, rank) => {
        const part = { rank, begin: rank * 10, end: rank * 10 + 10, sha256: 'x' };
        const sizes = { fileBytes: members.length * 10, stallSeconds: 0.01, writeSeconds: 0.1 };
        tell(
          { kind: 'checkpoint_part', workerId, generation, step, part, ...sizes, failure: '' },
          `${workerId} has written its part of checkpoint ${step}`,
        );
      });
      tell({ kind: 'manifest_written', step }, `the manifest of checkpoint ${step} is written`);
    },
  };
}
