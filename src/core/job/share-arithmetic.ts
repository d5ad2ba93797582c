import { microShardsOfRank } from '../plan/micro-shards.ts';
import type { JobSpec } from './job-spec.ts';

/** A rank with more than this times its even share holds the others up. */
const UNEVEN = 1.25;

/** How a step is shared, as a sentence, and a warning where ranks get much more than their share. */
export interface ShareDescription {
  readonly sentence: string;
  readonly warning: string | null;
}

/** The arithmetic that `run` prints before it starts. */
export function describeShares({ training }: JobSpec, numWorkers: number): ShareDescription {
  const { globalBatchSize, microShards } = training;
  const counts = Array.from({ length: numWorkers }, (_, rank) => {
    const { begin, end } = microShardsOfRank(rank, numWorkers, microShards);
    return end - begin;
  });
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const size = globalBatchSize / microShards;
  const sizes = Number.isInteger(size) ? `${size}` : `${Math.floor(size)} or ${Math.ceil(size)}`;
  const each = least === most ? `${most}` : `${least} or ${most}`;
  const workers = numWorkers === 1 ? '1 worker takes' : `${numWorkers} workers take`;
  const sentence =
    `${globalBatchSize} samples a step = ${microShards} micro-shards of ${sizes}; ` +
    `${workers} ${each}${numWorkers === 1 ? '' : ' each'}.`;
  if (most <= UNEVEN * (microShards / numWorkers)) return { sentence, warning: null };
  const even = Array.from({ length: microShards }, (_, index) => index + 1).filter(
    (n) => microShards % n === 0,
  );
  return {
    sentence,
    warning:
      `one worker takes ${most} micro-shards, its even share is ${(microShards / numWorkers).toFixed(1)}; ` +
      `${even.join(', ')} workers share ${microShards} micro-shards evenly`,
  };
}
