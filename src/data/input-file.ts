import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { dataInvalid } from './data-invalid.ts';
import { MAX_FILE_BYTES } from './limits.ts';

const gunzipAsync = promisify(gunzip);

/**
 * Reads a file of a dataset whole; one that starts with gzip's magic is decompressed, whatever its name.
 * Throws DATA_INVALID when it is missing, unreadable, truncated, or larger than MAX_FILE_BYTES.
 */
export async function readInputFile(path: string): Promise<Uint8Array> {
  const bytes = await readWhole(path);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) {
    if (path.endsWith('.gz'))
      throw dataInvalid(`${path} ends in .gz but is not a gzip file; compress it, or rename it.`);
    return bytes;
  }
  try {
    return await gunzipAsync(bytes, { maxOutputLength: MAX_FILE_BYTES });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE')
      throw dataInvalid(
        `${path} decompresses to more than ${MAX_FILE_BYTES} bytes, the most that is read; split it.`,
      );
    throw dataInvalid(`${path} is truncated or damaged (gzip: ${message}); copy or download it again.`);
  }
}

async function readWhole(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT')
      throw dataInvalid(`${path} does not exist; correct the name in the program, or put the file there.`);
    if (code === 'EISDIR') throw dataInvalid(`${path} is a folder; name a file in it.`);
    throw dataInvalid(`${path} cannot be read: ${message}`);
  }
}
