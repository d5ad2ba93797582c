/** One measured figure of Lockstep, with what it is measured against. What `--json` prints is a list of these. */
export interface BenchRecord {
  readonly name: string;
  /** Median of the rounds. */
  readonly ours: number;
  /** Median of the rounds; null where there was nothing to measure against. */
  readonly peer: number | null;
  /** Median over the rounds of how much better ours was: above 1 is better than the peer, whatever the unit. */
  readonly ratio: number | null;
  readonly unit: string;
  readonly rounds: readonly BenchRound[];
  /** What the peer is; null where there is none. */
  readonly against: string | null;
  /** More of the same rounds that explains the figure: medians by name, the unit in the name. */
  readonly details?: Readonly<Record<string, number>>;
}

export interface BenchRound {
  readonly ours: number;
  readonly peer: number | null;
}

export interface Measured {
  readonly name: string;
  readonly unit: string;
  /** Which end of the unit is the good one. */
  readonly better: 'more' | 'less';
  readonly against: string | null;
  readonly rounds: readonly BenchRound[];
  readonly details?: Readonly<Record<string, number>>;
}

/** Puts medians and ratio to rounds. Throws where there are none. */
export function benchRecord({ name, unit, better, against, rounds, details }: Measured): BenchRecord {
  const peers = rounds.flatMap(({ peer }) => (peer === null ? [] : [peer]));
  const ratios = rounds.flatMap(({ ours, peer }) =>
    peer === null ? [] : [better === 'more' ? ours / peer : peer / ours],
  );
  return {
    name,
    ours: median(rounds.map(({ ours }) => ours)),
    peer: peers.length > 0 ? median(peers) : null,
    ratio: ratios.length > 0 ? median(ratios) : null,
    unit,
    rounds,
    against: peers.length > 0 ? against : null,
    ...(details && { details }),
  };
}

/** The middle value, or the mean of the two in the middle. Throws for an empty list. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('there is no median of nothing');
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Half of the distance between the quartiles, as a share of the median: half of the rounds lie this close to it. */
export function spread(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))]!;
  return (at(0.75) - at(0.25)) / 2 / median(values);
}
