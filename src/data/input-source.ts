import { elementCount } from '../core/host-tensor.ts';
import { MISSING_TEXTS } from './csv.ts';
import { dataInvalid } from './data-invalid.ts';
import type { InputFormat, Preprocessing } from './preprocessing.ts';
import { range } from './range.ts';
import type { CsvSource, JsonLinesSource, Source } from './source.ts';

/** Formats by the end of a file's name, `.gz` left out. */
const EXTENSIONS: Readonly<Record<string, 'csv' | 'jsonLines' | 'npy' | 'npz'>> = {
  csv: 'csv',
  tsv: 'csv',
  txt: 'csv',
  data: 'csv',
  jsonl: 'jsonLines',
  ndjson: 'jsonLines',
  npy: 'npy',
  npz: 'npz',
};

/**
 * Where the inputs are in a file for prediction: as in training where its format is the same, else by position (CSV,
 * without a header) or by the names of the inputs (JSON lines, NPZ). Any other name of a file means IDX.
 */
export function inputSource({ source, inputs }: Preprocessing, file: string): Source {
  const extension = file.replace(/\.gz$/, '').split('.').at(-1)!.toLowerCase();
  const kind = EXTENSIONS[extension] ?? 'idx';
  const ownNames = inputs.map(({ name }) => ({ name, from: name }));
  switch (kind) {
    case 'csv':
      return csvSource(source, inputs, file);
    case 'jsonLines':
      return jsonLinesSource(source, ownNames, file);
    case 'npz':
      return { kind, path: file, inputs: source.kind === 'npz' ? source.inputs : ownNames, targets: [] };
    default:
      if (inputs.length > 1)
        throw dataInvalid(
          `${file} holds one array, but the model has ${inputs.length} inputs; use NPZ or JSON lines.`,
        );
      return { kind, inputs: [{ name: inputs[0]!.name, from: file }], targets: [] };
  }
}

function csvSource(source: InputFormat, inputs: Preprocessing['inputs'], path: string): CsvSource {
  if (source.kind === 'csv') return { ...source, path, targets: [] };
  let begin = 0;
  return {
    kind: 'csv',
    path,
    header: false,
    delimiter: ',',
    missingTexts: MISSING_TEXTS,
    layout: null,
    inputs: inputs.map(({ name, sourceShape }) => {
      const from = range(begin, begin + elementCount(sourceShape));
      begin += from.length;
      return { name, from };
    }),
    targets: [],
  };
}

function jsonLinesSource(
  source: InputFormat,
  ownNames: readonly { readonly name: string; readonly from: string }[],
  path: string,
): JsonLinesSource {
  const inputs =
    source.kind === 'jsonLines' ? source.inputs : ownNames.map(({ name, from }) => ({ name, from: [from] }));
  return { kind: 'jsonLines', path, inputs, targets: [] };
}
