/** A stored document and the revision under which it was stored. */
export interface Stored {
  readonly value: unknown;
  readonly revision: number;
}

/**
 * Documents (JSON) by key, changed by compare-and-set. What `put` has acknowledged survives `kill -9` of the process.
 * Revisions grow over the whole store, so a revision is a fencing token too.
 */
export interface StateStore {
  get(key: string): Promise<Stored | null>;
  /**
   * Stores `value` if the key still has `expectedRevision` (null: does not exist) and returns the new revision.
   * Throws CONFLICT when somebody else changed it, IO_FAILED when it cannot be made durable.
   */
  put(key: string, value: unknown, expectedRevision: number | null): Promise<number>;
  /** Removes the key under the same condition. */
  remove(key: string, expectedRevision: number): Promise<void>;
  /** Keys that start with `prefix`, sorted. */
  list(prefix: string): Promise<string[]>;
  close(): Promise<void>;
}
