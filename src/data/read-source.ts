import { readArrays } from './arrays.ts';
import type { RawData } from './raw-data.ts';
import { readArrayFiles, readNpz } from './read-array-files.ts';
import { readCsv } from './read-csv.ts';
import { readJsonLines } from './read-json-lines.ts';
import type { Source } from './source.ts';

/** Reads a source whole. Throws DATA_INVALID where it is missing, malformed or without samples. */
export async function readSource(source: Source): Promise<RawData> {
  switch (source.kind) {
    case 'csv':
      return readCsv(source);
    case 'idx':
    case 'npy':
      return readArrayFiles(source);
    case 'npz':
      return readNpz(source);
    case 'jsonLines':
      return readJsonLines(source);
    case 'arrays':
      return readArrays(source);
  }
}
