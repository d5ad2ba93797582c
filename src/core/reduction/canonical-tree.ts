import type { Range } from '../plan/range.ts';

/**
 * The canonical tree over the leaves `[0, numLeaves)`: a range of n leaves splits at the largest power of two
 * smaller than n. Every sum follows this tree, whoever computes it, so that float32 rounding is always the same (P3).
 */
export function splitOf({ begin, end }: Range): number {
  const size = end - begin;
  if (size < 2) throw new Error(`a range of ${size} leaves does not split`);
  return begin + 2 ** (31 - Math.clz32(size - 1));
}

/** The fewest nodes of the tree that cover exactly `wanted`, from left to right. */
export function maximalSubtrees(numLeaves: number, wanted: Range): Range[] {
  const found: Range[] = [];
  const visit = (node: Range): void => {
    if (node.end <= wanted.begin || wanted.end <= node.begin) return;
    if (wanted.begin <= node.begin && node.end <= wanted.end) {
      found.push(node);
      return;
    }
    const middle = splitOf(node);
    visit({ begin: node.begin, end: middle });
    visit({ begin: middle, end: node.end });
  };
  visit({ begin: 0, end: numLeaves });
  return found;
}

/**
 * Folds the values of subtrees that together cover `[0, numLeaves)` in the tree's order.
 * `add` may change and return its first argument. Throws if a subtree is missing.
 */
export function foldSubtrees<T>(
  numLeaves: number,
  partialOf: (subtree: Range) => T | undefined,
  add: (left: T, right: T) => T,
): T {
  const visit = (node: Range): T => {
    const value = partialOf(node);
    if (value !== undefined) return value;
    if (node.end - node.begin === 1) throw new Error(`no partial covers micro-shard ${node.begin}`);
    const middle = splitOf(node);
    const left = visit({ begin: node.begin, end: middle });
    return add(left, visit({ begin: middle, end: node.end }));
  };
  return visit({ begin: 0, end: numLeaves });
}

/** Largest number of leaves: a subtree travels as two 16-bit numbers. */
export const MAX_LEAVES = 4096;

/** A subtree as one 32-bit number. */
export function subtreeId({ begin, end }: Range): number {
  return begin * 0x10000 + end;
}

/** The inverse of `subtreeId`. */
export function subtreeOf(id: number): Range {
  return { begin: Math.floor(id / 0x10000), end: id % 0x10000 };
}
