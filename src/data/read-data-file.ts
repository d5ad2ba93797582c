import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { LockstepError } from '../core/errors.ts';
import { MAX_FILE_BYTES } from './limits.ts';
import { dataInvalid } from './raw-table.ts';

const gunzipAsync = promisify(gunzip);

/**
 * The bytes of a data file, decompressed where it begins with gzip's magic number.
 * Throws DATA_INVALID for a file that is missing, too large or damaged, IO_FAILED where it cannot be read.
 */
export async function readDataFile(file: string, maxBytes = MAX_FILE_BYTES): Promise<Buffer> {
  const bytes = await readBounded(file, maxBytes);
  const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isCompressed && file.endsWith('.gz') && bytes.length > 0) {
    throw dataInvalid(file, 'the file is named .gz but does not begin with the magic number of gzip (1f 8b)');
  }
  return isCompressed ? decompress(file, bytes, maxBytes) : bytes;
}

async function readBounded(file: string, maxBytes: number): Promise<Buffer> {
  try {
    const status = await stat(file);
    if (!status.isFile()) throw dataInvalid(file, 'this is no file');
    if (status.size > maxBytes) {
      throw dataInvalid(file, `the file has ${status.size} bytes; the limit is ${maxBytes}`);
    }
    return await readFile(file);
  } catch (error) {
    if (error instanceof LockstepError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw dataInvalid(file, 'the file does not exist');
    throw new LockstepError('IO_FAILED', `${file}: the data file cannot be read: ${message}`);
  }
}

async function decompress(file: string, bytes: Buffer, maxBytes: number): Promise<Buffer> {
  try {
    return await gunzipAsync(bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      throw dataInvalid(file, `the file decompresses to more than ${maxBytes} bytes, which is the limit`);
    }
    const problem = code === 'Z_BUF_ERROR' ? 'the gzip data is truncated' : `the gzip data is damaged (${message})`;
    throw dataInvalid(file, `${problem}; copy or download the file again`);
  }
}
