import type { Batch } from '../core/host-tensor.ts';

/** Where a batch is used. */
export interface BatchPosition {
  readonly step: number;
  readonly microShard: number;
}

/** Batches that are gathered before they are asked for. */
export interface BatchesAhead {
  /** The batch of a micro-shard, gathered now if it has not been. */
  take(position: BatchPosition): Batch;
  /** Gathers batches for later, at most `MAX_BATCHES_AHEAD`, and forgets all others. */
  prepare(positions: readonly BatchPosition[]): void;
}

/** More are gathered when their turn comes: the first of a step are those that it would wait for. */
export const MAX_BATCHES_AHEAD = 4;

export function createBatchesAhead(gather: (position: BatchPosition) => Batch): BatchesAhead {
  let ready = new Map<string, Batch>();
  const nameOf = ({ step, microShard }: BatchPosition): string => `${step}/${microShard}`;
  return {
    take: (position) => {
      const name = nameOf(position);
      const batch = ready.get(name) ?? gather(position);
      ready.delete(name);
      return batch;
    },
    prepare: (positions) => {
      const known = ready;
      ready = new Map();
      for (const position of positions.slice(0, MAX_BATCHES_AHEAD)) {
        ready.set(nameOf(position), known.get(nameOf(position)) ?? gather(position));
      }
    },
  };
}
