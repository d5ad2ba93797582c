/** How well one class was told from the others. A share with nothing below the line is 0. */
export interface ClassReport {
  readonly className: string;
  /** Of the samples predicted as this class, the share that are of it. */
  readonly precision: number;
  /** Of the samples of this class, the share that were predicted as it. */
  readonly recall: number;
  /** Harmonic mean of precision and recall. */
  readonly f1: number;
  /** Number of samples of this class. */
  readonly support: number;
}

export interface ClassificationReport {
  /** Share of all samples whose class was predicted. */
  readonly accuracy: number;
  readonly classNames: readonly string[];
  /** Counts; row = actual class, column = predicted class. */
  readonly confusion: readonly (readonly number[])[];
  /** In the order of `classNames`. */
  readonly perClass: readonly ClassReport[];
}

/**
 * What confusion counts say about a classifier.
 * `confusion` is row-major, row = actual class, with `classNames.length ** 2` counts.
 */
export function classificationReport(
  confusion: ArrayLike<number>,
  classNames: readonly string[],
): ClassificationReport {
  const numClasses = classNames.length;
  if (confusion.length !== numClasses ** 2) {
    throw new Error(
      `${numClasses} classes need ${numClasses ** 2} confusion counts, not ${confusion.length}`,
    );
  }
  const counts = Array.from(confusion);
  const rows = classNames.map((_, row) => counts.slice(row * numClasses, (row + 1) * numClasses));
  const numCorrect = sum(rows.map((row, index) => row[index]!));
  return {
    accuracy: share(numCorrect, sum(counts)),
    classNames: [...classNames],
    confusion: rows,
    perClass: classNames.map((className, index) => classReport(rows, index, className)),
  };
}

function classReport(rows: readonly (readonly number[])[], index: number, className: string): ClassReport {
  const numCorrect = rows[index]![index]!;
  const support = sum(rows[index]!);
  const numPredicted = sum(rows.map((row) => row[index]!));
  return {
    className,
    precision: share(numCorrect, numPredicted),
    recall: share(numCorrect, support),
    f1: share(2 * numCorrect, numPredicted + support),
    support,
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
