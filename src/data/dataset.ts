import { dataInvalid, show } from './data-invalid.ts';
import { refuseUnknown } from './known-options.ts';
import type { Source } from './source.ts';
import { FAULT_RULES, type FaultRule, FIT_PERS, type FitPer, type Stage } from './stage.ts';

/** Options of `oneHot` and `classIndices`. Without both, classes are what the labels are: names, or 0 to the greatest. */
export interface ClassOptions {
  readonly numClasses?: number;
  /** Names in the order of their numbers; labels that are text must be one of them. */
  readonly classes?: readonly string[];
  /** The target that this is for, where there are several. */
  readonly target?: string;
}

export interface CleanOptions {
  /** Rows with a missing value: dropped (default), filled, or refused. */
  readonly missing?: FaultRule;
  /** Rows with a value that is not a finite number: dropped (default), filled, or refused. */
  readonly nonNumeric?: FaultRule;
  /** A number, or the mean of the training split (default). Targets are never filled: their rows are dropped. */
  readonly fillWith?: 'mean' | number;
}

interface FitOptions {
  readonly input?: string;
  readonly per?: FitPer;
}

/**
 * Where samples come from and how they are prepared: an immutable description that `loadDataset` executes.
 * Each method returns a new description. Arithmetic happens in the order it is written; whatever is fitted
 * (mean, range, deviation) is fitted on the training split only, wherever `split` is written.
 */
export interface Dataset {
  readonly source: Source;
  readonly testSource: Source | null;
  readonly stages: readonly Stage[];
  /** Drops or fills values that are missing or no numbers; without it such a value is an error. */
  clean(options?: CleanOptions): Dataset;
  /** Inputs become `x * by + offset`. */
  scale(options: { by: number; offset?: number; input?: string }): Dataset;
  /** Maps the range of each element (or of all together) in the training split to `low`..`high`, 0..1 by default. */
  minMax(options?: FitOptions & { low?: number; high?: number }): Dataset;
  /** Subtracts the mean and divides by the standard deviation (of the population) of the training split. */
  standard(options?: FitOptions): Dataset;
  /** The shape of one sample of an input, without the samples' axis. */
  reshape(shape: readonly number[], options?: { input?: string }): Dataset;
  /** Targets become rows of zeros with a one at the class: float32 `[N, numClasses]`, for categoricalCrossentropy. */
  oneHot(options?: ClassOptions): Dataset;
  /** Targets become the number of the class: int32 `[N]`, for sparseCategoricalCrossentropy. */
  classIndices(options?: ClassOptions): Dataset;
  /** Targets become 0 or 1: float32 `[N]`, for binaryCrossentropy. `classes` are the names of 0 and of 1. */
  binary(options?: { classes?: readonly [string, string]; target?: string }): Dataset;
  /** Whether rows are shuffled (by the job's seed) before they are split; they are, unless this says false. */
  shuffle(on: boolean): Dataset;
  /** Holds out a fraction of the rows as test samples. */
  split(options: { test: number }): Dataset;
  /** Takes the test samples from a source of their own, prepared exactly like this one. */
  withTest(test: Dataset): Dataset;
}

interface Description {
  readonly source: Source;
  readonly testSource: Source | null;
  readonly stages: readonly Stage[];
}

/** A description of this source without any preparation yet. */
export function createDataset(source: Source): Dataset {
  const names = [...source.inputs, ...source.targets].map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined)
    throw dataInvalid(`two of the inputs and targets are named ${show(twice)}; give each a name of its own.`);
  return describe({ source, testSource: null, stages: [] });
}

function describe(description: Description): Dataset {
  const add = (stage: Stage): Dataset =>
    describe({ ...description, stages: [...description.stages, Object.freeze(stage)] });
  return Object.freeze<Dataset>({
    ...description,
    clean: ({ missing = 'drop', nonNumeric = 'drop', fillWith = 'mean', ...rest } = {}) => {
      refuseUnknown('clean', rest);
      requireOneOf('clean', 'missing', missing, FAULT_RULES);
      requireOneOf('clean', 'nonNumeric', nonNumeric, FAULT_RULES);
      if (fillWith !== 'mean') requireFinite('clean', 'fillWith', fillWith);
      return add({ kind: 'clean', missing, nonNumeric, fillWith });
    },
    scale: ({ by, offset = 0, input, ...rest }) => {
      refuseUnknown('scale', rest);
      return add({
        kind: 'scale',
        input: input ?? null,
        by: requireFinite('scale', 'by', by),
        offset: requireFinite('scale', 'offset', offset),
      });
    },
    minMax: ({ input, per = 'element', low = 0, high = 1, ...rest } = {}) => {
      refuseUnknown('minMax', rest);
      if (!(requireFinite('minMax', 'low', low) < requireFinite('minMax', 'high', high)))
        throw dataInvalid(`minMax: low is ${low} and high is ${high}; low must be less than high.`);
      return add({
        kind: 'minMax',
        input: input ?? null,
        low,
        high,
        per: requireOneOf('minMax', 'per', per, FIT_PERS),
      });
    },
    standard: ({ input, per = 'element', ...rest } = {}) => {
      refuseUnknown('standard', rest);
      return add({
        kind: 'standard',
        input: input ?? null,
        per: requireOneOf('standard', 'per', per, FIT_PERS),
      });
    },
    reshape: (shape, { input, ...rest } = {}) => {
      refuseUnknown('reshape', rest);
      return add({ kind: 'reshape', input: input ?? null, shape: shape.map(requireExtent) });
    },
    oneHot: (options) => add({ kind: 'oneHot', ...classOptions('oneHot', options) }),
    classIndices: (options) => add({ kind: 'classIndices', ...classOptions('classIndices', options) }),
    binary: (options) => add({ kind: 'binary', ...classOptions('binary', { ...options, numClasses: 2 }) }),
    shuffle: (on) => add({ kind: 'shuffle', on }),
    split: ({ test, ...rest }) => {
      refuseUnknown('split', rest);
      if (!(test > 0 && test < 1))
        throw dataInvalid(
          `split: test is ${show(test)}; it must be a fraction greater than 0 and less than 1.`,
        );
      return add({ kind: 'split', test });
    },
    withTest: ({ source: testSource, stages }) => {
      if (stages.length > 0)
        throw dataInvalid(
          `withTest: the test dataset has its own ${stages[0]!.kind}(); write the stages once, on the training dataset.`,
        );
      return describe({ ...description, testSource });
    },
  });
}

function classOptions(stage: string, { numClasses, classes, target, ...rest }: ClassOptions = {}) {
  refuseUnknown(stage, rest);
  if (numClasses !== undefined && !(Number.isInteger(numClasses) && numClasses >= 2))
    throw dataInvalid(`${stage}: numClasses is ${show(numClasses)}; it must be an integer of at least 2.`);
  if (classes && new Set(classes).size !== classes.length)
    throw dataInvalid(`${stage}: a name occurs twice in classes; each class has one name.`);
  if (classes && numClasses !== undefined && classes.length !== numClasses)
    throw dataInvalid(
      `${stage}: classes has ${classes.length} names, but numClasses is ${numClasses}; make them agree.`,
    );
  return {
    target: target ?? null,
    numClasses: classes?.length ?? numClasses ?? null,
    classes: classes ?? null,
  };
}

function requireFinite(stage: string, option: string, value: number): number {
  if (Number.isFinite(value)) return value;
  throw dataInvalid(`${stage}: ${option} is ${show(value)}; it must be a finite number.`);
}

function requireOneOf<T>(stage: string, option: string, value: T, allowed: readonly T[]): T {
  if (allowed.includes(value)) return value;
  throw dataInvalid(
    `${stage}: ${option} is ${show(value)}; it must be one of ${allowed.map(show).join(', ')}.`,
  );
}

function requireExtent(extent: number): number {
  if (Number.isInteger(extent) && extent > 0) return extent;
  throw dataInvalid(`reshape: an axis is ${show(extent)}; axes are positive integers.`);
}
