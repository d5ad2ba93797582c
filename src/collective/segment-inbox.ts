import type { Range } from '../core/plan/range.ts';

/** Accounts for the floats of some ranges that arrive in order, each exactly once. */
export interface SegmentInbox {
  /** Notes `numFloats` at `position` and returns their offset in the ranges laid end to end. */
  take(position: number, numFloats: number): number;
  /** How many floats have arrived. */
  numReceived(): number;
  isFull(): boolean;
}

export function createSegmentInbox(parts: readonly Range[]): SegmentInbox {
  const total = lengthOf(parts);
  let received = 0;
  let part = 0;
  let expected = parts[0]?.begin ?? 0;
  const skipFullParts = (): void => {
    while (part < parts.length && expected === parts[part].end) expected = parts[++part]?.begin ?? expected;
  };
  skipFullParts();
  return {
    take: (position, numFloats) => {
      const end = parts[part]?.end ?? expected;
      if (position !== expected || position + numFloats > end) {
        throw new Error(
          `floats ${position} to ${position + numFloats} came where ${expected} to ${end} were due`,
        );
      }
      const offset = received;
      received += numFloats;
      expected += numFloats;
      skipFullParts();
      return offset;
    },
    numReceived: () => received,
    isFull: () => received === total,
  };
}

/** Floats in all of the ranges. */
export function lengthOf(parts: readonly Range[]): number {
  return parts.reduce((sum, { begin, end }) => sum + end - begin, 0);
}
