import { partOf, type Range } from '../plan/range.ts';

/**
 * Default size of a bucket: two ranks exchange it in messages of 1 MiB. Larger ones take as much processor time and wait
 * longer for the backward pass to fill them, smaller ones take more of it.
 */
export const DEFAULT_BUCKET_BYTES = 2 * 1024 * 1024;

/** So many buckets a vector has at least, so that the first ones are complete long before the last. */
const MIN_BUCKETS = 8;

/** Below this the messages cost more than the wait for a bucket to be complete. */
const MIN_BUCKET_BYTES = 256 * 1024;

const FLOAT_BYTES = 4;

/** The size of the buckets of a vector of `length` floats; `mostBytes` is that of long ones. */
export function bucketBytesOf(length: number, mostBytes: number = DEFAULT_BUCKET_BYTES): number {
  const share = Math.ceil((length * FLOAT_BYTES) / MIN_BUCKETS);
  return Math.min(mostBytes, Math.max(MIN_BUCKET_BYTES, share));
}

/** Cuts a vector of `length` floats into buckets, each reduced as one. */
export function bucketsOf(length: number, bucketBytes: number = DEFAULT_BUCKET_BYTES): Range[] {
  const bucketLength = Math.max(1, Math.floor(bucketBytes / FLOAT_BYTES));
  const buckets: Range[] = [];
  for (let begin = 0; begin < length; begin += bucketLength) {
    buckets.push({ begin, end: Math.min(begin + bucketLength, length) });
  }
  return buckets;
}

/** A vector whose first `numGradients` floats become final from the last to the first, and all others after them. */
export interface ExchangedVector {
  readonly length: number;
  readonly numGradients: number;
}

/** Buckets in the order in which they become final, which is that of their exchange; none reaches over the gradients' end. */
export function bucketsInOrder({ length, numGradients }: ExchangedVector, bucketBytes?: number): Range[] {
  const rest = bucketsOf(length - numGradients, bucketBytes);
  return [
    ...bucketsOf(numGradients, bucketBytes).reverse(),
    ...rest.map(({ begin, end }) => ({ begin: numGradients + begin, end: numGradients + end })),
  ];
}

/** The segment of a bucket that rank `owner` folds; may be empty. */
export function segmentOf(bucket: Range, owner: number, worldSize: number): Range {
  const { begin, end } = partOf(bucket.end - bucket.begin, owner, worldSize);
  return { begin: bucket.begin + begin, end: bucket.begin + end };
}
