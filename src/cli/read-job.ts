import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { LockstepError } from '../core/errors.ts';
import type { JobSpec } from '../core/job/job-spec.ts';
import { type LineOf, parseJob } from '../core/job/parse-job.ts';

export const JOB_FILE = 'job.yaml';
const MAX_JOB_FILE_BYTES = 1024 * 1024;
/** Aliases that a document may expand; more is an attack or a mistake. */
const MAX_ALIASES = 100;

/**
 * Reads `job.yaml` of a job folder. Throws JOB_INVALID naming the file, line and field of everything that is wrong,
 * also when there is no such file.
 */
export async function readJob(folder: string): Promise<JobSpec> {
  const path = join(folder, JOB_FILE);
  return parseJobText(await readText(path, folder), path);
}

/** The same for a text; `where` names it in messages. */
export function parseJobText(text: string, where: string): JobSpec {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, stringKeys: true });
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    const sentences = faults.map(({ linePos, message }) => {
      const firstLine = message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '');
      return `${where}:${linePos?.[0].line ?? 1}: ${firstLine}`;
    });
    throw new LockstepError('JOB_INVALID', sentences.join('\n'));
  }
  return parseJob(toValue(document, where), where, lineFinder(document, lines));
}

function toValue(document: Document, where: string): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    throw new LockstepError('JOB_INVALID', `${where}: ${(error as Error).message}; write the values out`);
  }
}

function lineFinder(document: Document, lines: LineCounter): LineOf {
  return (path) => {
    let line = 1;
    let node: unknown = document.contents;
    for (const name of path) {
      const pair = isMap(node)
        ? node.items.find(({ key }) => isScalar(key) && key.value === name)
        : undefined;
      if (!pair) break;
      line = lines.linePos((pair.key as { range: [number] }).range[0]).line;
      node = pair.value;
    }
    return line;
  };
}

async function readText(path: string, folder: string): Promise<string> {
  const bytes = await readAtMost(path, MAX_JOB_FILE_BYTES + 1).catch((error: NodeJS.ErrnoException) => {
    throw new LockstepError('JOB_INVALID', `${path} cannot be read: ${explain(error, folder)}`);
  });
  if (bytes.length > MAX_JOB_FILE_BYTES) {
    throw new LockstepError(
      'JOB_INVALID',
      `${path} is larger than 1 MiB; a job file holds settings, not data`,
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new LockstepError('JOB_INVALID', `${path} is not UTF-8 text; save it as UTF-8`);
  }
}

async function readAtMost(path: string, numBytes: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const buffer = new Uint8Array(numBytes);
    let filled = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, filled, numBytes - filled);
      filled += bytesRead;
      if (bytesRead === 0 || filled === numBytes) return buffer.subarray(0, filled);
    }
  } finally {
    await file.close();
  }
}

function explain(error: NodeJS.ErrnoException, folder: string): string {
  if (error.code === 'ENOENT')
    return `there is no such file; give a job folder, or make one with: lockstep init ${folder}`;
  if (error.code === 'ENOTDIR') return `${folder} is a file; give the folder that holds job.yaml`;
  return error.message;
}
