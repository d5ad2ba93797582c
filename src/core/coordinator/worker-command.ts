import type { Failure } from '../step/vote.ts';

/** A member as its peers need to know it. */
export interface MemberAddress {
  readonly workerId: string;
  readonly collectiveAddress: string;
}

/** What the coordinator says to one worker. */
export type WorkerCommand =
  | {
      readonly kind: 'generation';
      readonly generation: number;
      readonly members: readonly MemberAddress[];
      /** First operation of the generation. */
      readonly operation: number;
      /** Steps applied when it begins. */
      readonly step: number;
      readonly cause: string;
    }
  | {
      readonly kind: 'decision';
      readonly generation: number;
      readonly operation: number;
      readonly commit: boolean;
      readonly reason: string;
      /** Take a checkpoint after applying. */
      readonly checkpoint: boolean;
      /** Wait for the next command instead of going on. */
      readonly hold: boolean;
    }
  | { readonly kind: 'feed'; readonly donors: readonly MemberAddress[] }
  | { readonly kind: 'stop'; readonly reason: string; readonly failure: Failure | null };
