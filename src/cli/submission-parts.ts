import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LockstepError } from '../core/errors.ts';
import { canonicalJob } from '../core/job/canonical-job.ts';
import { jobAsDocument } from '../core/job/job-as-document.ts';
import type { JobSpec } from '../core/job/job-spec.ts';
import { isPlainPath } from '../core/transfer/plain-path.ts';
import {
  FILES_FOLDER,
  PIECE_BYTES,
  PROGRAM_PATH,
  SUBMISSION_LIMITS,
} from '../core/transfer/transfer-limits.ts';
import type { lockstep } from '../gen/lockstep.js';
import { VERSION } from '../version.ts';

export interface PackedJob {
  readonly job: JobSpec;
  readonly jobDirectory: string;
  /** The bundled program. */
  readonly program: string;
  readonly key: string;
  readonly priority: number;
}

/** Names in a job folder that no program reads: what tools keep there, and runs. */
const LEFT_OUT: readonly string[] = ['node_modules', 'runs', 'lockstep-data'];

/** A job with the files of its folder, in the pieces in which it travels. Throws USAGE where those are too large. */
export async function* submissionParts(packed: PackedJob): AsyncGenerator<lockstep.v1.ISubmitPart> {
  const { job, jobDirectory, program, key, priority } = packed;
  const paths = await filesToSend(jobDirectory);
  yield {
    header: {
      jobJson: JSON.stringify(jobAsDocument(job)),
      jobSha256: createHash('sha256').update(canonicalJob(job)).update(program).digest('hex'),
      key,
      priority,
      version: VERSION,
    },
  };
  const bytes = Buffer.from(program);
  for (let begin = 0; begin < bytes.length; begin += PIECE_BYTES) {
    yield { piece: { path: PROGRAM_PATH, data: bytes.subarray(begin, begin + PIECE_BYTES) } };
  }
  for (const path of paths) {
    const pieces = createReadStream(join(jobDirectory, path), { highWaterMark: PIECE_BYTES });
    let isEmpty = true;
    for await (const data of pieces) {
      isEmpty = false;
      yield { piece: { path: `${FILES_FOLDER}/${path}`, data: data as Buffer } };
    }
    if (isEmpty) yield { piece: { path: `${FILES_FOLDER}/${path}`, data: new Uint8Array() } };
  }
}

async function filesToSend(jobDirectory: string): Promise<string[]> {
  const paths = await filesBelow(jobDirectory, '');
  const { numFiles, fileBytes, totalBytes } = SUBMISSION_LIMITS;
  let sum = 0;
  for (const path of paths) {
    const { size } = await stat(join(jobDirectory, path));
    sum += size;
    if (size <= fileBytes && sum <= totalBytes) continue;
    const limits = `${fileBytes} bytes for a file, ${totalBytes} for all`;
    throw tooLarge(
      jobDirectory,
      `${path} has ${size} bytes, ${sum} with those before it; the limits are ${limits}`,
    );
  }
  if (paths.length >= numFiles) {
    throw tooLarge(jobDirectory, `there are ${paths.length} files; the limit is ${numFiles - 1}`);
  }
  return paths;
}

function tooLarge(jobDirectory: string, problem: string): LockstepError {
  const advice = 'put large data where the workers can read it, and name it in the program by its whole path';
  return new LockstepError('USAGE', `${jobDirectory} is too large to be sent: ${problem}; ${advice}`);
}

/** Hidden files stay behind; so do links, which may lead anywhere. */
async function filesBelow(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.name.startsWith('.') || LEFT_OUT.includes(entry.name) || !isPlainPath(path)) continue;
    if (entry.isDirectory()) found.push(...(await filesBelow(root, path)));
    else if (entry.isFile()) found.push(path);
    if (found.length > SUBMISSION_LIMITS.numFiles) break;
  }
  return found;
}
