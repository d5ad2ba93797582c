import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LockstepError } from '../core/errors.ts';
import { canonicalJob } from '../core/job/canonical-job.ts';
import type { JobSpec } from '../core/job/job-spec.ts';
import { parseJob } from '../core/job/parse-job.ts';
import { isPlainPath } from '../core/transfer/plain-path.ts';
import { FILES_FOLDER, PROGRAM_PATH, SUBMISSION_LIMITS } from '../core/transfer/transfer-limits.ts';
import type { lockstep } from '../gen/lockstep.js';
import { type FrozenJob, runPaths } from '../store/run-folder.ts';
import type { Decoded } from '../wire/decoded.ts';

type Header = Decoded<lockstep.v1.ISubmitHeader>;
type Part = Decoded<lockstep.v1.ISubmitPart>;

export interface ReceivedJob {
  readonly frozen: FrozenJob;
  readonly priority: number;
  /** Folder that is complete and durable as far as its files go, and becomes the run folder. */
  readonly folder: string;
}

export interface ReceiveOptions {
  /** Folder that unfinished submissions are written in. */
  readonly incoming: string;
  /** Where the run folder of a job will be. */
  readonly runDirectory: (jobId: string) => string;
  readonly version: string;
  readonly now: () => Date;
}

const KEY = /^[\x21-\x7e]{1,128}$/;
const MAX_PRIORITY = 1_000;
const ID_NAME_LENGTH = 40;
const ID_HASH_LENGTH = 10;

/**
 * Receives a job and its files. Throws USAGE or JOB_INVALID for what breaks a rule or a limit, and leaves nothing behind
 * then.
 */
export async function receiveSubmission(
  parts: AsyncIterable<lockstep.v1.ISubmitPart>,
  options: ReceiveOptions,
): Promise<ReceivedJob> {
  const folder = join(options.incoming, randomBytes(8).toString('hex'));
  try {
    await mkdir(join(folder, FILES_FOLDER), { recursive: true });
    return await receive(parts as AsyncIterable<Part>, folder, options);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error instanceof LockstepError ? error : ioFailure(error as NodeJS.ErrnoException);
  }
}

/** What the submitter does wrong with paths, and what the disk does. */
function ioFailure(error: NodeJS.ErrnoException): Error {
  if (error.syscall === undefined) return error;
  if (['EEXIST', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'].includes(error.code ?? ''))
    return new LockstepError(
      'USAGE',
      'the paths of the files cannot all be: one is a file and a folder, or too long',
    );
  return new LockstepError('IO_FAILED', `the submission cannot be written down: ${error.code}`);
}

async function receive(
  parts: AsyncIterable<Part>,
  folder: string,
  options: ReceiveOptions,
): Promise<ReceivedJob> {
  const files = createFileWriter(folder);
  let header: Header | null = null;
  try {
    for await (const { header: first, piece } of parts) {
      if (first && !header) header = checkHeader(first, options.version);
      else if (header && piece) await files.write(piece);
      else throw new LockstepError('USAGE', 'a submission is one header and then its files');
    }
  } finally {
    await files.close();
  }
  if (!header) throw new LockstepError('USAGE', 'the submission ended before its header');
  const { job, jobSha256 } = await checkProgram(header, folder);
  const jobId = idOf(job, header.key);
  const frozen: FrozenJob = {
    jobId,
    job,
    jobSha256,
    jobDirectory: join(options.runDirectory(jobId), FILES_FOLDER),
    version: options.version,
    createdAt: options.now().toISOString(),
  };
  const paths = runPaths(folder);
  await Promise.all([paths.checkpoints, paths.tensorBoard, paths.logs].map((path) => mkdir(path)));
  await writeFile(paths.job, `${JSON.stringify(frozen, null, 2)}\n`);
  return { frozen, priority: header.priority, folder };
}

function checkHeader(header: Header, version: string): Header {
  if (header.version !== version) {
    const message = `the coordinator is Lockstep ${version}, this command is ${header.version}; use the same version`;
    throw new LockstepError('STALE', message);
  }
  if (!KEY.test(header.key)) {
    const rule = '1 to 128 printable ASCII characters without spaces';
    throw new LockstepError('USAGE', `the key ${JSON.stringify(header.key.slice(0, 200))} must be ${rule}`);
  }
  if (Math.abs(header.priority) > MAX_PRIORITY) {
    const range = `from -${MAX_PRIORITY} to ${MAX_PRIORITY}`;
    throw new LockstepError('USAGE', `the priority is ${header.priority}; give one ${range}`);
  }
  return header;
}

/** Throws USAGE when the program that came is not the one that was sent. */
async function checkProgram(
  { jobJson, jobSha256 }: Header,
  folder: string,
): Promise<{ job: JobSpec; jobSha256: string }> {
  const job = parseJob(parseJson(jobJson), 'the job');
  const program = await readFile(join(folder, PROGRAM_PATH)).catch(() => null);
  if (!program) throw new LockstepError('USAGE', `the submission has no ${PROGRAM_PATH}`);
  const received = createHash('sha256').update(canonicalJob(job)).update(program).digest('hex');
  if (received === jobSha256) return { job, jobSha256 };
  throw new LockstepError(
    'USAGE',
    `job and program have the SHA-256 ${received} here, ${jobSha256} was announced; submit again`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new LockstepError('JOB_INVALID', `the job is no JSON: ${(error as Error).message}`);
  }
}

/** The same for every attempt under one key, so that there is one job. */
function idOf({ name }: JobSpec, key: string): string {
  const hash = createHash('sha256').update(`${name}\n${key}`).digest('hex');
  return `${name.slice(0, ID_NAME_LENGTH)}-${hash.slice(0, ID_HASH_LENGTH)}`;
}

/** Writes files that come in pieces, one after the other, and keeps them within the limits. */
function createFileWriter(folder: string) {
  const { numFiles, fileBytes, totalBytes } = SUBMISSION_LIMITS;
  const seen = new Set<string>();
  let current: { readonly path: string; readonly file: FileHandle; bytes: number } | null = null;
  let sum = 0;
  const close = async (): Promise<void> => {
    const file = current?.file;
    current = null;
    await file?.sync();
    await file?.close();
  };
  const begin = async (path: string): Promise<void> => {
    await close();
    const isAllowed = path === PROGRAM_PATH || (path.startsWith(`${FILES_FOLDER}/`) && isPlainPath(path));
    if (!isAllowed || seen.has(path) || seen.size === numFiles) {
      const rule = `a submission has ${PROGRAM_PATH} and up to ${numFiles} files below ${FILES_FOLDER}/, each once`;
      throw new LockstepError('USAGE', `${JSON.stringify(path.slice(0, 200))} is not taken: ${rule}`);
    }
    seen.add(path);
    await mkdir(dirname(join(folder, path)), { recursive: true });
    current = { path, file: await open(join(folder, path), 'wx'), bytes: 0 };
  };
  return {
    write: async ({ path, data }: { path: string; data: Uint8Array }): Promise<void> => {
      if (current?.path !== path) await begin(path);
      const open = current!;
      open.bytes += data.length;
      sum += data.length;
      if (open.bytes > fileBytes || sum > totalBytes) {
        const limits = `${fileBytes} bytes for a file and ${totalBytes} for all`;
        throw new LockstepError('USAGE', `${path} is too large to be sent along: the limits are ${limits}`);
      }
      await open.file.writeFile(data);
    },
    close,
  };
}
