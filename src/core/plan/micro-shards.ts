import { partOf, type Range } from './range.ts';

/** The micro-shards that rank `rank` of `worldSize` computes: a contiguous range of `[0, microShards)`. */
export function microShardsOfRank(rank: number, worldSize: number, microShards: number): Range {
  if (worldSize > microShards) {
    throw new Error(`world size ${worldSize} exceeds ${microShards} micro-shards`);
  }
  return partOf(microShards, rank, worldSize);
}

/** The part of `samples` that belongs to micro-shard `microShard`. */
export function samplesOfMicroShard(samples: Range, microShard: number, microShards: number): Range {
  const { begin, end } = partOf(samples.end - samples.begin, microShard, microShards);
  return { begin: samples.begin + begin, end: samples.begin + end };
}
