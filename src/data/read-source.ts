import type { RawData } from './raw-data.ts';
import { readCsv } from './read-csv.ts';
import type { Source } from './source.ts';

/** Reads a source whole. Throws DATA_INVALID where it is missing, malformed or without samples. */
export async function readSource(source: Source): Promise<RawData> {
  switch (source.kind) {
    case 'csv':
      return readCsv(source);
    default:
      throw new Error(`no reader for ${source.kind}`);
  }
}
