import type { WorkersSpec } from '../job/job-spec.ts';

/** Why a job that could train does not. */
export type WaitReason =
  | { readonly kind: 'too_few'; readonly needed: number; readonly available: number }
  | { readonly kind: 'gathering'; readonly wanted: number; readonly available: number };

export type Quorum =
  | { readonly kind: 'form'; readonly members: readonly string[] }
  | { readonly kind: 'wait'; readonly reason: WaitReason };

export interface QuorumQuestion {
  /** Workers that could take part, those that already have a rank first, in the order of their ranks. */
  readonly candidates: readonly string[];
  readonly workers: WorkersSpec;
  /** How many workers whoever started the job is about to bring. */
  readonly numWanted: number;
  /** True once there has been time enough for the wanted workers to come. */
  readonly gatheringIsOver: boolean;
}

/** Decides who forms the next generation, or why to wait. The order of the members is the order of their ranks. */
export function quorum({ candidates, workers, numWanted, gatheringIsOver }: QuorumQuestion): Quorum {
  const available = candidates.length;
  if (available < workers.min) {
    return { kind: 'wait', reason: { kind: 'too_few', needed: workers.min, available } };
  }
  const wanted = Math.min(numWanted, workers.max);
  if (available < wanted && !gatheringIsOver) {
    return { kind: 'wait', reason: { kind: 'gathering', wanted, available } };
  }
  return { kind: 'form', members: candidates.slice(0, workers.max) };
}

/** The reason as a sentence for people. */
export function describeWait(reason: WaitReason): string {
  switch (reason.kind) {
    case 'too_few':
      return `needs ${reason.needed} workers, ${reason.available} ready`;
    case 'gathering':
      return `${reason.available} of ${reason.wanted} workers ready`;
  }
}
