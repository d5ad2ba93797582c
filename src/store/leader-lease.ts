/** The time in which a candidate leads. */
export interface Leadership {
  /** Greater than that of every leader before: what is stored with it cannot be taken for theirs. */
  readonly fencingRevision: number;
  /** Aborted when the lease is lost or given back. */
  readonly ended: AbortSignal;
  /**
   * Whether the lease is held at this moment, by this process's own clock. Ask before acting: after a pause of the
   * process it says no before `ended` could be aborted.
   */
  isHeld(): boolean;
  /** Gives the lease back, so that another candidate need not wait for its end. */
  stepDown(): Promise<void>;
}

/** Chooses one leader among candidates. */
export interface LeaderLease {
  /** Waits until this candidate leads; from then on the lease is renewed. Rejects with the reason of `stop`. */
  acquire(stop?: AbortSignal): Promise<Leadership>;
  /** Steps down if this candidate leads. */
  close(): Promise<void>;
}
