import { addInPlace } from '../collective/add-in-place.ts';
import type { Range } from '../core/plan/range.ts';
import { splitOf } from '../core/reduction/canonical-tree.ts';

/** Writes the sums of one micro-shard over `out`; returns false to stop. */
export type MicroShardFunction = (microShard: number, out: Float32Array) => boolean;

/**
 * Sums the micro-shards of a canonical subtree in the tree's order. Memory is one vector for each level of the
 * subtree, kept from call to call in `scratch`. Returns false when `compute` did.
 */
export function sumSubtree(
  subtree: Range,
  out: Float32Array,
  compute: MicroShardFunction,
  scratch: Float32Array[],
  depth = 0,
): boolean {
  if (subtree.end - subtree.begin === 1) return compute(subtree.begin, out);
  const middle = splitOf(subtree);
  if (!sumSubtree({ begin: subtree.begin, end: middle }, out, compute, scratch, depth + 1)) return false;
  if (scratch[depth]?.length !== out.length) scratch[depth] = new Float32Array(out.length);
  const right = scratch[depth];
  if (!sumSubtree({ begin: middle, end: subtree.end }, right, compute, scratch, depth + 1)) return false;
  addInPlace(out, right);
  return true;
}
