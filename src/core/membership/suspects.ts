/** A member says that its link to another one broke or was silent. */
export interface Accusation {
  readonly accuserId: string;
  readonly suspectId: string;
}

/** What the members said of their links since the last work that went well. */
export interface Suspicion {
  readonly accusations: readonly Accusation[];
  /** When the first accusation of the newest attempt came; null for none. */
  readonly sinceMs: number | null;
}

export const NO_SUSPICION: Suspicion = Object.freeze({ accusations: [], sinceMs: null });

/** True when an end of the link that `accusation` tells of was an end of a broken link before. */
export function isRepeated(before: readonly Accusation[], accusation: Accusation): boolean {
  const ends = [accusation.accuserId, accusation.suspectId];
  return before.some(({ accuserId, suspectId }) => ends.includes(accuserId) || ends.includes(suspectId));
}

/**
 * The member that most members accuse, or null where nobody accuses anybody. Of several, one that accuses nobody
 * itself, since it may be too far gone to speak; then the one with the highest rank.
 * @param members worker ids by rank
 * @param accusations of members by members
 */
export function mostSuspected(members: readonly string[], accusations: readonly Accusation[]): string | null {
  const suspects = members.map((workerId, rank) => ({
    workerId,
    rank,
    numAccusers: accusersOf(workerId, accusations).length,
    accuses: accusations.some(({ accuserId }) => accuserId === workerId),
  }));
  const [worst] = suspects
    .filter(({ numAccusers }) => numAccusers > 0)
    .sort(
      (a, b) => b.numAccusers - a.numAccusers || Number(a.accuses) - Number(b.accuses) || b.rank - a.rank,
    );
  return worst?.workerId ?? null;
}

/** Who accuses a worker, each once. */
export function accusersOf(workerId: string, accusations: readonly Accusation[]): string[] {
  const accusers = accusations.filter(({ suspectId }) => suspectId === workerId);
  return [...new Set(accusers.map(({ accuserId }) => accuserId))];
}
