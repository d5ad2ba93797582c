/**
 * One line of `ledger.jsonl`: a committed step and the samples that it used.
 * The samples are named by their positions in the epoch's order, which is a pure function of job and data,
 * so a line stays short and `verify` can still account for every single sample.
 */
export interface LedgerEntry {
  /** 1-based: the weights *after* this step are the result of it. */
  readonly step: number;
  /** 1-based. */
  readonly epoch: number;
  /** First position in the epoch's order, 0-based. */
  readonly begin: number;
  /** Position behind the last one. */
  readonly end: number;
  /** Samples that the reduced vector counted; equals `end - begin`. */
  readonly numSamples: number;
  readonly generation: number;
  /** Worker ids by rank. */
  readonly members: readonly string[];
  readonly loss: number;
  /** Hex digest of the reduced vector that every member voted for. */
  readonly digest: string;
}
