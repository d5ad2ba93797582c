import { createRandom, permutation } from '../core/plan/random.ts';
import { dataInvalid } from './data-invalid.ts';

/** Keeps the draws for the splits apart from all others that come from the job's seed. */
const SPLIT_STREAM = 0x73706c74;

export interface SplitOptions {
  readonly seed: number;
  readonly isShuffled: boolean;
  /** Fraction of all rows, 0 for none. */
  readonly testFraction: number;
  /** Fraction of the rows that are not test rows, 0 for none. */
  readonly validationSplit: number;
}

/** Rows of the source by what they are for. */
export interface SplitRows {
  readonly training: Int32Array;
  readonly validation: Int32Array | null;
  readonly test: Int32Array | null;
}

/**
 * Cuts rows, shuffled or in their order, into training rows, then validation rows, then test rows; parts are rounded
 * to the nearest number of rows. Throws DATA_INVALID when a part that was asked for, or training, would be empty.
 */
export function splitRows(rows: Int32Array, options: SplitOptions, origin: string): SplitRows {
  const { seed, isShuffled, testFraction, validationSplit } = options;
  const ordered = isShuffled
    ? permutation(rows.length, createRandom(seed, SPLIT_STREAM)).map((index) => rows[index]!)
    : rows;
  const numTest = partSize(rows.length, testFraction, 'split({ test })', origin);
  const numRemaining = rows.length - numTest;
  const numValidation = partSize(numRemaining, validationSplit, 'validationSplit', origin);
  const numTraining = numRemaining - numValidation;
  return {
    training: ordered.slice(0, numTraining),
    validation: numValidation > 0 ? ordered.slice(numTraining, numRemaining) : null,
    test: numTest > 0 ? ordered.slice(numRemaining) : null,
  };
}

function partSize(numRows: number, fraction: number, name: string, origin: string): number {
  const size = Math.round(numRows * fraction);
  if (fraction === 0 || (size > 0 && size < numRows)) return size;
  throw dataInvalid(
    `${name} of ${fraction} takes ${size} of ${numRows} rows of ${origin}, which leaves ` +
      `${size === 0 ? 'nothing to hold out' : 'nothing to train on'}; change the fraction, or add data.`,
  );
}
