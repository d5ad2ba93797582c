/** A stored document and the revision under which it was stored. */
export interface Stored {
  readonly value: unknown;
  readonly revision: number;
}

/**
 * Documents (JSON) by key, changed by compare-and-set. What `put` has acknowledged survives `kill -9` of the process.
 * Only what is durable is shown. Revisions grow over the whole store, so a revision is a fencing token too.
 */
export interface StateStore {
  /** A copy of the document, or null. */
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
  /** Waits for what is under way, then refuses every change with IO_FAILED. */
  close(): Promise<void>;
}
