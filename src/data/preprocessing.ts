import type { FittedInput } from './fitted-input.ts';
import type { Source } from './source.ts';

/** How the file of the training samples was read, as far as a file of new inputs is read the same way. */
export type InputFormat =
  | {
      readonly kind: 'csv';
      readonly header: boolean;
      readonly delimiter: string;
      readonly missingTexts: readonly string[];
      readonly numColumns: number;
      readonly inputs: readonly { readonly name: string; readonly from: readonly (number | string)[] }[];
      readonly targets: readonly { readonly name: string; readonly from: readonly (number | string)[] }[];
    }
  | {
      readonly kind: 'jsonLines';
      readonly inputs: readonly { readonly name: string; readonly from: readonly string[] }[];
    }
  | {
      readonly kind: 'npz';
      readonly inputs: readonly { readonly name: string; readonly from: string }[];
    }
  | { readonly kind: 'idx' | 'npy' | 'arrays' };

/** Everything that prediction needs to prepare new inputs as the training samples were; plain JSON. */
export interface Preprocessing {
  readonly format: 'lockstep-preprocessing';
  readonly version: 1;
  readonly source: InputFormat;
  readonly inputs: readonly FittedInput[];
  readonly classNames: readonly string[] | null;
}

/** What of a source is kept with the model; paths are not. */
export function toInputFormat(source: Source, numFileColumns: number): InputFormat {
  switch (source.kind) {
    case 'csv': {
      const { header, delimiter, missingTexts, inputs, targets } = source;
      return { kind: 'csv', header, delimiter, missingTexts, numColumns: numFileColumns, inputs, targets };
    }
    case 'jsonLines':
    case 'npz':
      return { kind: source.kind, inputs: source.inputs } as InputFormat;
    default:
      return { kind: source.kind };
  }
}
