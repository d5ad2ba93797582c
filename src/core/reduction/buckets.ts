import { partOf, type Range } from '../plan/range.ts';

/** Default size of a bucket: large enough to amortise a message, small enough to overlap. */
export const DEFAULT_BUCKET_BYTES = 4 * 1024 * 1024;

const FLOAT_BYTES = 4;

/** Cuts a vector of `length` floats into buckets, each reduced as one. */
export function bucketsOf(length: number, bucketBytes: number = DEFAULT_BUCKET_BYTES): Range[] {
  const bucketLength = Math.max(1, Math.floor(bucketBytes / FLOAT_BYTES));
  const buckets: Range[] = [];
  for (let begin = 0; begin < length; begin += bucketLength) {
    buckets.push({ begin, end: Math.min(begin + bucketLength, length) });
  }
  return buckets;
}

/** The segment of a bucket that rank `owner` folds; may be empty. */
export function segmentOf(bucket: Range, owner: number, worldSize: number): Range {
  const { begin, end } = partOf(bucket.end - bucket.begin, owner, worldSize);
  return { begin: bucket.begin + begin, end: bucket.begin + end };
}
