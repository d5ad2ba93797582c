import type { Failure, Vote } from './vote.ts';

export type Verdict =
  | { readonly kind: 'undecided' }
  | { readonly kind: 'commit'; readonly digest: string }
  | { readonly kind: 'refused'; readonly workerId: string; readonly failure: Failure }
  /** `odd` are the members whose digest differs from that of the majority; all of them where there is none. */
  | { readonly kind: 'diverged'; readonly odd: readonly string[] };

/**
 * Commit needs a yes of every member with equal digests; one no is enough to refuse.
 * Divergence is judged when all have voted, so that the odd rank can be named.
 */
export function decide(members: readonly string[], votes: ReadonlyMap<string, Vote>): Verdict {
  for (const workerId of members) {
    const vote = votes.get(workerId);
    if (vote && !vote.yes) return { kind: 'refused', workerId, failure: vote.failure };
  }
  const digests = new Map<string, string[]>();
  for (const workerId of members) {
    const vote = votes.get(workerId);
    if (!vote?.yes) return { kind: 'undecided' };
    digests.set(vote.digest, [...(digests.get(vote.digest) ?? []), workerId]);
  }
  if (digests.size === 1) return { kind: 'commit', digest: [...digests.keys()][0]! };
  return { kind: 'diverged', odd: oddOnesOut(members, digests) };
}

function oddOnesOut(members: readonly string[], digests: ReadonlyMap<string, string[]>): string[] {
  const majority = [...digests.values()].find((holders) => holders.length * 2 > members.length);
  return majority ? members.filter((workerId) => !majority.includes(workerId)) : [...members];
}
