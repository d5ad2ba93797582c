import { unzipSync } from 'fflate';
import { LockstepError } from '../core/errors.ts';
import { dataInvalid, show } from './data-invalid.ts';
import { MAX_FILE_BYTES, MAX_NPZ_ENTRIES } from './limits.ts';
import { decodeNpy } from './npy-format.ts';
import type { NumericArray } from './numeric-array.ts';

const SUFFIX = '.npy';

/**
 * Decodes the arrays of these names from an NPZ file (a ZIP archive of NPY files, as numpy.savez writes it).
 * Throws DATA_INVALID for a damaged archive, a missing array, or more bytes than the limit allows.
 */
export function decodeNpz(
  file: Uint8Array,
  name: string,
  arrayNames: readonly string[],
): ReadonlyMap<string, NumericArray> {
  const present: string[] = [];
  let numBytes = 0;
  const entries = unzip(file, name, (entry, originalSize) => {
    const arrayName = entry.endsWith(SUFFIX) ? entry.slice(0, -SUFFIX.length) : entry;
    present.push(arrayName);
    if (present.length > MAX_NPZ_ENTRIES)
      throw dataInvalid(`${name} holds more than ${MAX_NPZ_ENTRIES} arrays, the most that is read.`);
    if (!arrayNames.includes(arrayName)) return false;
    numBytes += originalSize;
    if (numBytes > MAX_FILE_BYTES)
      throw dataInvalid(
        `${name} decompresses to more than ${MAX_FILE_BYTES} bytes, the most that is read; split it.`,
      );
    return true;
  });
  return new Map(
    arrayNames.map((arrayName) => {
      const bytes = entries[arrayName + SUFFIX] ?? entries[arrayName];
      if (bytes === undefined)
        throw dataInvalid(
          `${name} has no array ${show(arrayName)}; it has ${present.slice(0, 20).map(show).join(', ') || 'none'}.`,
        );
      return [arrayName, decodeNpy(bytes, `${name} array ${show(arrayName)}`)];
    }),
  );
}

function unzip(file: Uint8Array, name: string, isWanted: (entry: string, originalSize: number) => boolean) {
  try {
    return unzipSync(file, { filter: (entry) => isWanted(entry.name, entry.originalSize) });
  } catch (error) {
    if (error instanceof LockstepError) throw error;
    throw dataInvalid(
      `${name} is not an NPZ file, or is truncated (ZIP: ${(error as Error).message}); save it with numpy.savez().`,
    );
  }
}
