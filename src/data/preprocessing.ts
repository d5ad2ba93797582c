import { z } from 'zod';
import { elementCount } from '../core/host-tensor.ts';
import { dataInvalid } from './data-invalid.ts';
import { MAX_AXES, MAX_CLASSES, MAX_COLUMNS } from './limits.ts';
import type { RawData } from './raw-data.ts';
import type { Source } from './source.ts';
import { FAULT_RULES } from './stage.ts';

const extents = z.array(z.int().positive()).max(MAX_AXES).readonly();
const numbers = z.array(z.number()).min(1).readonly();
const name = z.string();
const rule = z.enum(FAULT_RULES);

const named = <T extends z.ZodType>(from: T) => z.array(z.strictObject({ name, from })).min(1).readonly();

const sourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('csv'),
    header: z.boolean(),
    delimiter: z.string().length(1),
    missingTexts: z.array(z.string()).readonly(),
    inputs: named(
      z
        .array(z.union([z.int().nonnegative(), z.string()]))
        .min(1)
        .readonly(),
    ),
    layout: z.strictObject({
      numColumns: z.int().positive().max(MAX_COLUMNS),
      targetPositions: z.array(z.int().nonnegative()).readonly(),
    }),
  }),
  z.strictObject({ kind: z.literal('jsonLines'), inputs: named(z.array(z.string()).min(1).readonly()) }),
  z.strictObject({ kind: z.literal('npz'), inputs: named(z.string()) }),
  z.strictObject({ kind: z.enum(['idx', 'npy', 'arrays']) }),
]);

const inputSchema = z
  .strictObject({
    name,
    sourceShape: extents,
    sampleShape: extents,
    fill: numbers.nullable(),
    factor: numbers.nullable(),
    offset: numbers.nullable(),
  })
  .refine(
    ({ sourceShape, sampleShape, fill, factor, offset }) =>
      elementCount(sourceShape) === elementCount(sampleShape) &&
      (fill === null || fill.length === elementCount(sourceShape)) &&
      (factor === null || [1, elementCount(sourceShape)].includes(factor.length)) &&
      factor?.length === offset?.length,
    { error: 'the lengths do not fit the shapes' },
  );

const preprocessingSchema = z.strictObject({
  format: z.literal('lockstep-preprocessing'),
  version: z.literal(1),
  source: sourceSchema,
  cleaning: z.strictObject({ missing: rule, nonNumeric: rule }),
  inputs: z.array(inputSchema).min(1).readonly(),
  classNames: z.array(z.string()).max(MAX_CLASSES).readonly().nullable(),
});

/** Everything that prediction needs to prepare new inputs as the training samples were; plain JSON. */
export type Preprocessing = z.infer<typeof preprocessingSchema>;

/** How the training samples were read, as far as new inputs are read the same way; paths are not kept. */
export type InputFormat = Preprocessing['source'];

/** Parses fitted preprocessing. Throws DATA_INVALID, naming the field, for anything that `loadDataset` does not write. */
export function parsePreprocessing(preprocessing: unknown): Preprocessing {
  const { data, error } = preprocessingSchema.safeParse(preprocessing);
  if (data) return data;
  const { path, message } = error.issues[0]!;
  throw dataInvalid(
    `the model's preprocessing is invalid at ${path.join('.') || 'its root'}: ${message}; ` +
      'use the file that came with the model.',
  );
}

/** What of a source is kept with the model. */
export function toInputFormat(source: Source, raw: RawData): InputFormat {
  const { kind } = source;
  switch (kind) {
    case 'csv': {
      const { header, delimiter, missingTexts, inputs } = source;
      return { kind, header, delimiter, missingTexts, inputs, layout: raw.layout! };
    }
    case 'jsonLines':
      return { kind, inputs: source.inputs };
    case 'npz':
      return { kind, inputs: source.inputs };
    default:
      return { kind };
  }
}
