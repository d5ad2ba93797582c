import type { EvaluationSplits } from '../plan/work.ts';

/**
 * - `loading`: connected, reads program, data and model
 * - `behind`: loaded, but holds an older state than the members; waits to be fed
 * - `feeding`: copies the state of a peer, off the step path
 * - `ready`: holds a state that it can train from; waits to be admitted
 * - `member`: has a rank in the current generation
 */
export type WorkerStatus = 'loading' | 'behind' | 'feeding' | 'ready' | 'member';

/** What a worker says of itself when it connects. */
export interface WorkerIdentity {
  /** New for every process start and never reused (P8). */
  readonly workerId: string;
  /** HOST:PORT of the collective service. */
  readonly collectiveAddress: string;
  /** HOST:PORT of `/metrics`. */
  readonly metricsAddress: string;
  readonly host: string;
  readonly pid: number;
}

/** What a worker found when it loaded the job; equal on all workers, or they must not train together. */
export interface Readiness {
  readonly numTraining: number;
  readonly splits: EvaluationSplits;
  /** SHA-256 (hex) of the preprocessed data. */
  readonly dataFingerprint: string;
  readonly engine: string;
  /** Number of floats in the trainable weights. */
  readonly numParameters: number;
  /** Names of the classes; empty where the target is no class. */
  readonly classNames: readonly string[];
  /** What was dropped or filled in the data, and what the preflight noticed. */
  readonly notes: readonly string[];
  readonly vectorLength: number;
  /** SHA-256 (hex) of the weights that the worker holds. */
  readonly weightsSha256: string;
  /** Number of steps in those weights. */
  readonly step: number;
  /** Newest work that the worker knows was committed, as an operation; 0 for none. */
  readonly operation: number;
}

/** A connected worker as the coordinator sees it. A worker that is lost is removed, never marked. */
export interface WorkerRecord extends WorkerIdentity {
  readonly status: WorkerStatus;
  readonly readiness: Readiness | null;
  /** Number of steps in the weights that it holds. */
  readonly step: number;
  readonly lastSeenMs: number;
  readonly connectedMs: number;
  /** Leaves at the next step boundary. */
  readonly draining: boolean;
  /** Since when a peer feeds it, while it is `feeding`. */
  readonly feedingSinceMs: number;
}
