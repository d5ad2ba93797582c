import { performance } from 'node:perf_hooks';
import { createAllReduce } from '../collective/all-reduce.ts';
import type { Mesh } from '../collective/mesh.ts';
import type { MemberAddress, WorkerCommand } from '../core/coordinator/worker-command.ts';
import type { JobSpec } from '../core/job/job-spec.ts';
import { microShardsOfRank, samplesOfMicroShard } from '../core/plan/micro-shards.ts';
import { stepSamples } from '../core/plan/sampler.ts';
import type { TrainingPlan } from '../core/plan/training-plan.ts';
import { type EvaluationSplits, nextWork, operationOf, type Work, workOf } from '../core/plan/work.ts';
import type { ExchangedVector } from '../core/reduction/buckets.ts';
import type { Vote } from '../core/step/vote.ts';
import type { VectorSpace } from '../kernels/vector-space.ts';
import { createMailbox } from './mailbox.ts';
import { type LatePhases, performWork, type WorkTools } from './perform-work.ts';
import { secondsSince } from './seconds-since.ts';
import type { Welcomed } from './session.ts';
import { createSharedMemory, type SharedMemory } from './shared-memory.ts';
import type { Trainer } from './trainer.ts';
import type { SnapshotReply } from './trainer-protocol.ts';

const FLOAT_BYTES = 4;
/** A peer may be one operation ahead: its partials and its folded segments, and some slack. */
const EARLY_VECTORS = 4;

type GenerationCommand = Extract<WorkerCommand, { kind: 'generation' }>;
type Decision = Extract<WorkerCommand, { kind: 'decision' }>;

/** What the training loop needs of the rest of the process. */
export interface WorkerContext {
  readonly job: JobSpec;
  readonly plan: TrainingPlan;
  readonly splits: EvaluationSplits;
  readonly trainer: Trainer;
  /** Newest work in the loaded state, as an operation; 0 for none. */
  readonly operation: number;
  /** Floats in the longest vector that is reduced. */
  readonly maxVectorLength: number;
  /** The vector of a step. */
  readonly stepLayout: ExchangedVector;
  readonly bucketBytes: number;
  /** Bytes of the shortest vector that is exchanged while it is computed. */
  readonly overlapFromBytes: number;
  /** Where rank 0 writes the model. */
  readonly modelDirectory: string;
  /** The coordinator's commands in order; the loop ends with `stop`. */
  readonly commands: AsyncIterable<WorkerCommand | Welcomed>;
  /** Tells a coordinator that has just taken this worker in which work it did last. */
  readonly sayReady: (operation: number) => void;
  /** Links the members; the values that travel are mostly in `vectors`. */
  readonly connect: (generation: GenerationCommand, vectors: VectorSpace) => Mesh;
  readonly vote: (generation: number, operation: number, vote: Vote) => void;
  /** Writes and reports a part of a checkpoint, beside the training. */
  readonly saveCheckpoint: (at: CheckpointAt, snapshot: SnapshotReply) => void;
  /** Memory of a snapshot that has been written, for the next one; null where there is none. */
  readonly takeSpareMemory: () => SharedArrayBuffer | null;
  /** Hands an applied step to the workers that follow this one. */
  readonly donate: (step: number, reduced: Float32Array) => void;
  /** Takes over the state of a peer and follows it until `signal` is aborted. */
  readonly follow: (request: FollowRequest) => Promise<void>;
  readonly observe: (observation: Observation) => void;
}

export interface FollowRequest {
  readonly donors: readonly MemberAddress[];
  readonly memory: SharedMemory;
  readonly signal: AbortSignal;
  /** Told when the replica holds the state after `step`. */
  readonly onCaughtUp: (step: number) => void;
}

export interface CheckpointAt {
  readonly generation: number;
  readonly step: number;
  readonly rank: number;
}

/** What the process' metrics are made of. */
export type Observation =
  | { readonly kind: 'generation'; readonly rank: number; readonly generation: number }
  | { readonly kind: 'aborted' }
  | {
      readonly kind: 'done';
      readonly work: Work;
      /** Training samples whose gradients this rank computed. */
      readonly numOwnSamples: number;
      readonly phases: Readonly<Record<string, number>>;
      readonly bytesSent: number;
      readonly hiddenShare: number;
      readonly numTensors: number;
    };

/**
 * The life of a worker once its replica is loaded: a generation comes, its work is done piece by piece - compute,
 * all-reduce, vote, and after the coordinator's decision apply - until the next generation or the end. A coordinator
 * that takes this worker in anew hears what it holds, once nothing of the work before runs any more.
 * Returns the command that ended it.
 */
export async function work(context: WorkerContext): Promise<Extract<WorkerCommand, { kind: 'stop' }>> {
  const memory = createSharedMemory(context.maxVectorLength, context.plan.microShards);
  await context.trainer.share({ memory: memory.vectors.memory, levels: memory.levels });
  const held = { operation: context.operation };
  let running: RunningGeneration | null = null;
  let following: Following | null = null;
  try {
    for await (const command of context.commands) {
      switch (command.kind) {
        case 'generation':
          await running?.end();
          await following?.end();
          following = null;
          running = runGeneration(context, { memory, held }, command);
          break;
        case 'decision':
          running?.decide(command);
          break;
        case 'feed':
          await running?.end();
          await following?.end();
          running = null;
          following = startFollowing(context, { memory, held }, command.donors);
          break;
        case 'welcomed':
          await running?.end();
          await following?.end();
          running = null;
          following = null;
          context.sayReady(held.operation);
          break;
        case 'stop':
          return command;
      }
    }
  } finally {
    await running?.end();
    await following?.end();
  }
  throw new Error('the commands ended without a stop');
}

/** What outlives a generation: memory shared with the training thread, and the newest work that was done. */
interface WorkerState {
  readonly memory: SharedMemory;
  readonly held: { operation: number };
}

interface Following {
  /** Stops following and resolves when nothing of a peer's state is being applied any more. */
  end(): Promise<void>;
}

function startFollowing(
  context: WorkerContext,
  { memory, held }: WorkerState,
  donors: readonly MemberAddress[],
): Following {
  const abort = new AbortController();
  const onCaughtUp = (step: number): void => {
    held.operation = operationOf({ kind: 'train', step });
  };
  const finished = context.follow({ donors, memory, signal: abort.signal, onCaughtUp });
  return {
    end: async () => {
      abort.abort();
      await finished;
    },
  };
}

interface RunningGeneration {
  decide(decision: Decision): void;
  /** Gives up what is in flight and resolves when nothing of it runs any more. */
  end(): Promise<void>;
}

function runGeneration(
  context: WorkerContext,
  { memory, held }: WorkerState,
  command: GenerationCommand,
): RunningGeneration {
  const abort = new AbortController();
  const mesh = context.connect(command, memory.vectors);
  const allReduce = createAllReduce({
    mesh,
    microShards: context.plan.microShards,
    bucketBytes: context.bucketBytes,
    maxEarlyBytes: EARLY_VECTORS * context.maxVectorLength * FLOAT_BYTES * mesh.worldSize,
    vectors: memory.vectors,
    scratch: memory.scratch,
  });
  const decisions = createMailbox<Decision>(abort.signal);
  context.observe({ kind: 'generation', rank: mesh.rank, generation: command.generation });
  Atomics.store(memory.cancelFlag, 0, 0);
  const workerIds = command.members.map(({ workerId }) => workerId);
  const finished = runWork(
    { context, memory, held, mesh, workerIds, allReduce, decisions, signal: abort.signal },
    command.operation,
  )
    .catch((error: unknown) => {
      if (!abort.signal.aborted) throw error;
    })
    .finally(() => mesh.close());
  return {
    decide: (decision) => {
      if (decision.generation === command.generation) decisions.put(decision);
    },
    end: async () => {
      Atomics.store(memory.cancelFlag, 0, 1);
      abort.abort(new Error('the generation is over'));
      await finished;
    },
  };
}

interface GenerationContext extends WorkTools {
  readonly held: WorkerState['held'];
  readonly decisions: { take(): Promise<Decision> };
}

/** The training loop: one piece of work after the other, none applied that was not decided (P5). */
async function runWork(generation: GenerationContext, firstOperation: number): Promise<void> {
  const { context, memory, held, mesh, decisions } = generation;
  const { job, plan, splits, trainer } = context;
  let latePhases: LatePhases = { vote: 0, apply: 0 };
  for (let next: Work | null = workOf(firstOperation); next; next = nextWork(job, plan, splits, next)) {
    const operation = operationOf(next);
    const vote = await performWork(generation, next, latePhases);
    const votedAt = performance.now();
    context.vote(mesh.generation, operation, vote);
    const decision = await decisions.take();
    if (decision.operation !== operation) {
      throw new Error(`decision on operation ${decision.operation} while ${operation} is in flight`);
    }
    if (!decision.commit) {
      context.observe({ kind: 'aborted' });
      return;
    }
    const voteSeconds = secondsSince(votedAt);
    const { seconds, numTensors } = await trainer.apply({ operation, reduced: memory.reduced });
    held.operation = operation;
    if (next.kind === 'train') {
      context.donate(next.step, memory.reduced.subarray(0, context.stepLayout.length));
    }
    latePhases = { vote: voteSeconds, apply: seconds };
    if (vote.yes) {
      const { phases, bytesSent, hiddenShare } = vote.measurement;
      const numOwnSamples = next.kind === 'train' ? samplesOfRank(plan, next.step, mesh) : 0;
      const all = { ...phases, ...latePhases };
      const measured = { numOwnSamples, phases: all, bytesSent, hiddenShare, numTensors };
      context.observe({ kind: 'done', work: next, ...measured });
    }
    if (decision.checkpoint) {
      const at = { generation: mesh.generation, step: next.step, rank: mesh.rank };
      const { rank, worldSize } = mesh;
      context.saveCheckpoint(
        at,
        await trainer.snapshot({ rank, worldSize, memory: context.takeSpareMemory() }),
      );
    }
    if (decision.hold) return;
  }
}

/** How many samples of a step this rank computes. */
function samplesOfRank(plan: TrainingPlan, step: number, { rank, worldSize }: Mesh): number {
  const { begin, end } = microShardsOfRank(rank, worldSize, plan.microShards);
  const samples = stepSamples(plan, step);
  const first = samplesOfMicroShard(samples, begin, plan.microShards);
  return samplesOfMicroShard(samples, end - 1, plan.microShards).end - first.begin;
}
