import { elementCount, type HostTensor } from '../core/host-tensor.ts';
import { tellFault } from './clean.ts';
import { dataInvalid, show } from './data-invalid.ts';
import { applyFitted } from './fitted-input.ts';
import { inputSource } from './input-source.ts';
import { type Preprocessing, parsePreprocessing } from './preprocessing.ts';
import type { RawColumn, RawData } from './raw-data.ts';
import { readSource } from './read-source.ts';

/** New samples, prepared for a trained model. */
export interface LoadedInputs {
  readonly numSamples: number;
  /** One tensor for each model input, shape `[numSamples, ...sampleShape]`. */
  readonly inputs: readonly HostTensor[];
  /** Names of the classes that the model tells apart; null where it predicts values. */
  readonly classNames: readonly string[] | null;
}

/**
 * Prepares a file of inputs as the training samples were, with what was fitted then. The file is CSV, JSON lines,
 * NPY, NPZ or IDX, by its name, and may have the targets or not. No row is dropped, so predictions stay in its order.
 * Throws DATA_INVALID for a value that is missing or no number and that training did not fill, and for other shapes.
 */
export async function loadInputs(preprocessing: unknown, file: string): Promise<LoadedInputs> {
  const parsed = parsePreprocessing(preprocessing);
  const raw = await readSource(inputSource(parsed, file));
  refuseFaults(raw, parsed.cleaning);
  const rows = Int32Array.from({ length: raw.numRows }, (_, row) => row);
  const inputs = parsed.inputs.map((fitted, index) => {
    const column = raw.inputs[index]!;
    requireSize(raw, column, fitted);
    return applyFitted(fitted, column, { rows, placeOf: raw.placeOf });
  });
  return { numSamples: raw.numRows, inputs, classNames: parsed.classNames };
}

function refuseFaults({ faults }: RawData, cleaning: Preprocessing['cleaning']): void {
  const refused = faults.find(({ kind }) => cleaning[kind] !== 'fill');
  if (refused)
    throw dataInvalid(
      `${tellFault(refused)}; a prediction needs every value (this model was not trained to fill such values): ` +
        'correct it, or remove the row.',
    );
}

function requireSize({ origin }: RawData, column: RawColumn, fitted: Preprocessing['inputs'][number]): void {
  if (elementCount(column.sampleShape) === elementCount(fitted.sourceShape)) return;
  throw dataInvalid(
    `${origin} has samples of the shape [${column.sampleShape.join(', ')}] for ${show(fitted.name)}, but the model was ` +
      `trained on [${fitted.sourceShape.join(', ')}]; give it samples of that shape.`,
  );
}
