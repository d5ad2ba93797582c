import type { Range } from '../core/plan/range.ts';
import { splitOf } from '../core/reduction/canonical-tree.ts';

/** Told of a range of a vector that holds its last value, from a thread that goes on computing. */
export type FinalListener = (range: Range) => void;

/**
 * Writes the sums of one micro-shard over `out`; returns false to stop. Where `onFinal` is given it is told of ranges
 * that do not overlap and together are all of `out`.
 */
export type MicroShardFunction = (
  microShard: number,
  out: Float32Array,
  onFinal: FinalListener | undefined,
) => boolean;

export interface SubtreeTools {
  readonly compute: MicroShardFunction;
  /** `left += right` in float32. */
  readonly add: (left: Float32Array, right: Float32Array) => void;
  /** One vector for each level of the tree, at least as long as `out`; what is in them does not matter. */
  readonly levels: readonly Float32Array[];
}

/**
 * Sums the micro-shards of a canonical subtree in the tree's order. What the last one has final is added and final at
 * once, since every other sum is complete by then. Returns false when `compute` did.
 */
export function sumSubtree(
  subtree: Range,
  { out, onFinal }: { out: Float32Array; onFinal?: FinalListener | undefined },
  tools: SubtreeTools,
  depth = 0,
): boolean {
  if (subtree.end - subtree.begin === 1) return tools.compute(subtree.begin, out, onFinal);
  const middle = splitOf(subtree);
  if (!sumSubtree({ begin: subtree.begin, end: middle }, { out }, tools, depth + 1)) return false;
  const right = tools.levels[depth]!.subarray(0, out.length);
  const addFinal: FinalListener = (range) => {
    tools.add(out.subarray(range.begin, range.end), right.subarray(range.begin, range.end));
    onFinal?.(range);
  };
  return sumSubtree({ begin: middle, end: subtree.end }, { out: right, onFinal: addFinal }, tools, depth + 1);
}
