/** What a model said of one sample. */
export interface JudgedSample {
  /** Position of the sample in its split. */
  readonly index: number;
  readonly actual: number;
  readonly predicted: number;
  /** Probability of the predicted class. */
  readonly probability: number;
}

/**
 * For each actual class that has one, the mistake that the model was surest of, by class; of equals the first sample. The
 * order of `samples` does not matter, so ranks may choose among theirs and the coordinator among what they propose.
 */
export function worstMistakes<Sample extends JudgedSample>(samples: readonly Sample[]): Sample[] {
  const worst = new Map<number, Sample>();
  for (const sample of samples) {
    if (sample.predicted === sample.actual) continue;
    const other = worst.get(sample.actual);
    if (!other || isWorse(sample, other)) worst.set(sample.actual, sample);
  }
  return [...worst.values()].sort((a, b) => a.actual - b.actual);
}

function isWorse(sample: JudgedSample, other: JudgedSample): boolean {
  if (sample.probability !== other.probability) return sample.probability > other.probability;
  return sample.index < other.index;
}
