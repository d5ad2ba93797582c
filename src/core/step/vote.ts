import type { ErrorCode } from '../errors.ts';

/** What went wrong in a worker, as it travels. */
export interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
  /** Stack of the user's program, where that is the cause; else empty. */
  readonly details: string;
  /** Ids of the peers whose link broke or was silent, where that is the cause. */
  readonly suspects?: readonly string[];
}

/** What the members of a generation measured while they did a piece of work. */
export interface Measurement {
  readonly numSamples: number;
  readonly loss: number;
  readonly metrics: Readonly<Record<string, number>>;
  /** Seconds by phase. */
  readonly phases: Readonly<Record<string, number>>;
  /** Confusion counts, row = actual class, row-major; empty where there are none. */
  readonly confusion: readonly number[];
  /** Pictures that this rank proposes, as JSON; empty for none. */
  readonly galleryJson: string;
  readonly bytesSent: number;
  /** Share of the reduced vector that was complete before computing ended: the exchange that was hidden. */
  readonly hiddenShare: number;
}

/** A worker's answer to a piece of work: its digest of the result, or why it has none. */
export type Vote =
  | { readonly yes: true; readonly digest: string; readonly measurement: Measurement }
  | { readonly yes: false; readonly failure: Failure };
