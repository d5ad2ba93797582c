import { LockstepError } from '../core/errors.ts';
import { clean, refuseFaults } from './clean.ts';
import { dataInvalid } from './data-invalid.ts';
import type { Dataset } from './dataset.ts';
import { fingerprintOf } from './fingerprint.ts';
import { fitInput } from './fit-input.ts';
import { applyFitted, type FittedInput } from './fitted-input.ts';
import type { DatasetReport, LoadedDataset, Split } from './loaded-dataset.ts';
import { type Preprocessing, toInputFormat } from './preprocessing.ts';
import type { RawData } from './raw-data.ts';
import { readSource } from './read-source.ts';
import { type Recipe, toRecipe } from './recipe.ts';
import { splitRows } from './split-rows.ts';
import type { EncodeStage } from './stage.ts';
import { readTarget, type Target } from './target.ts';

export interface LoadOptions {
  /** The job's seed; it decides which rows are for what. */
  readonly seed: number;
  /** Fraction of the training samples held out for validation; 0 for none. */
  readonly validationSplit: number;
}

/**
 * Executes a description: reads, cleans, splits, fits on the training split, and prepares all splits alike.
 * The same files, description and options give the same bytes everywhere. Throws DATA_INVALID for data that is
 * missing, malformed or does not fit the description, PROGRAM_INVALID for something that is no dataset.
 */
export async function loadDataset(dataset: Dataset, options: LoadOptions): Promise<LoadedDataset> {
  requireDataset(dataset);
  const { source, testSource, stages } = dataset;
  const inputNames = source.inputs.map(({ name }) => name);
  const targetNames = source.targets.map(({ name }) => name);
  const recipe = toRecipe(stages, inputNames, targetNames);
  if (testSource && recipe.testFraction > 0)
    throw dataInvalid('the dataset has both split({ test }) and withTest(); keep one of them.');

  const main = understand(await readSource(source), recipe.targets, recipe);
  const rows = splitRows(main.rows, { ...recipe, ...options }, main.raw.origin);
  const fitted = main.raw.inputs.map((column) =>
    fitInput(column, recipe.inputs.get(column.name)!, recipe.clean, rows.training),
  );
  const classStages = new Map(main.targets.map(({ name, stage }) => [name, stage]));
  const testRaw = testSource && (await readSource(testSource));
  if (testRaw) requireSameColumns(main.raw, testRaw);
  const other = testRaw && understand(testRaw, classStages, recipe);

  const training = prepare(main, fitted, rows.training);
  const validation = rows.validation && prepare(main, fitted, rows.validation);
  const test = other ? prepare(other, fitted, other.rows) : rows.test && prepare(main, fitted, rows.test);
  const classNames = main.targets[0]?.classNames ?? null;
  const preprocessing: Preprocessing = {
    format: 'lockstep-preprocessing',
    version: 1,
    source: toInputFormat(source, main.raw),
    cleaning: { missing: recipe.clean?.missing ?? 'error', nonNumeric: recipe.clean?.nonNumeric ?? 'error' },
    inputs: fitted,
    classNames,
  };
  return Object.freeze<LoadedDataset>({
    training,
    validation,
    test,
    inputNames,
    targetNames,
    classNames,
    preprocessing,
    report: reportOn(other ? [main, other] : [main]),
    fingerprint: fingerprintOf({ training, validation, test }),
  });
}

/** A source that was read, with its targets understood and its rows cleaned. */
interface Understood {
  readonly raw: RawData;
  readonly targets: readonly Target[];
  readonly rows: Int32Array;
  readonly report: DatasetReport;
}

function understand(
  raw: RawData,
  classStages: ReadonlyMap<string, EncodeStage | null>,
  recipe: Recipe,
): Understood {
  const targetNames = raw.targets.map(({ name }) => name);
  refuseFaults(raw.faults, recipe.clean, targetNames);
  const targets = raw.targets.map((column) => readTarget(column, classStages.get(column.name) ?? null, raw));
  const faults = [...raw.faults, ...targets.flatMap((target) => target.faults)];
  const { rows, ...counts } = clean({ ...raw, faults }, recipe.clean, targetNames);
  return { raw, targets, rows, report: { numRowsRead: raw.numRows, ...counts } };
}

function prepare({ raw, targets }: Understood, fitted: readonly FittedInput[], rows: Int32Array): Split {
  return {
    numSamples: rows.length,
    inputs: raw.inputs.map((column, index) =>
      applyFitted(fitted[index]!, column, { rows, placeOf: raw.placeOf }),
    ),
    targets: targets.map((target) => target.write(rows)),
    sourceRows: rows,
  };
}

/** Programs are plain JavaScript when they run, so their return value is checked. */
function requireDataset(dataset: unknown): void {
  if (typeof dataset === 'object' && dataset !== null && 'source' in dataset && 'stages' in dataset) return;
  throw new LockstepError(
    'PROGRAM_INVALID',
    `the program's dataset() returns ${dataset === null ? 'null' : typeof dataset}; ` +
      'return what csv(), idx(), npy(), npz(), jsonLines() or arrays() gives.',
  );
}

function requireSameColumns(main: RawData, test: RawData): void {
  const tell = ({ inputs, targets }: RawData) =>
    [...inputs, ...targets]
      .map(({ name, sampleShape }) => `"${name}" [${sampleShape.join(', ')}]`)
      .join(', ');
  if (tell(main) === tell(test)) return;
  throw dataInvalid(
    `${test.origin} has ${tell(test)}, but ${main.origin} has ${tell(main)}; the test source must have the same ` +
      'inputs and targets in the same shapes.',
  );
}

function reportOn(sources: readonly Understood[]): DatasetReport {
  const sum = (of: (report: DatasetReport) => number) =>
    sources.reduce((total, { report }) => total + of(report), 0);
  return {
    numRowsRead: sum((report) => report.numRowsRead),
    numRowsDropped: sum((report) => report.numRowsDropped),
    numValuesFilled: sum((report) => report.numValuesFilled),
    notes: sources.flatMap(({ report }) => report.notes),
  };
}
