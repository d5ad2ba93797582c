import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import { LockstepError } from '../core/errors.ts';
import { isPlainPath } from '../core/transfer/plain-path.ts';
import { createControlClient, type FilePiece } from './control-client.ts';
import { type CoordinatorOption, coordinatorAddress, withCoordinator } from './coordinator-address.ts';

export function fetchCommand(): Command {
  return withCoordinator(new Command('fetch'))
    .description('bring the run folder of a job here: model, checkpoints, report, ledger')
    .argument('<id>', 'job, as submit and list name it')
    .argument('[dir]', 'new folder for it (default: runs/<id>)')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      `
What verify, describe and predict need is there afterwards.

Example:
  lockstep fetch digits-1a2b3c4d5e && lockstep verify runs/digits-1a2b3c4d5e`,
    )
    .action(fetchJob);
}

async function fetchJob(
  jobId: string,
  directory: string | undefined,
  options: CoordinatorOption & { readonly json?: true },
): Promise<void> {
  const client = createControlClient(await coordinatorAddress(options));
  try {
    await client.getJob(jobId);
    const folder = resolve(directory ?? join('runs', jobId));
    const { numFiles, numBytes } = await writePieces(client.fetch(jobId), folder);
    if (options.json) process.stdout.write(`${JSON.stringify({ jobId, folder, numFiles, numBytes })}\n`);
    else process.stdout.write(`${folder}: ${numFiles} files, ${numBytes} bytes\n`);
  } finally {
    client.close();
  }
}

/** Writes files that come in pieces. Throws IO_FAILED for a file that is there already or would be somewhere else. */
async function writePieces(pieces: AsyncIterable<FilePiece>, folder: string) {
  let current = null as { readonly path: string; readonly file: FileHandle } | null;
  let numFiles = 0;
  let numBytes = 0;
  try {
    for await (const { path, data } of pieces) {
      if (current?.path !== path) {
        await current?.file.close();
        current = { path, file: await createFile(folder, path) };
        numFiles += 1;
      }
      await current.file.writeFile(data);
      numBytes += data.length;
    }
  } finally {
    await current?.file.close();
  }
  return { numFiles, numBytes };
}

async function createFile(folder: string, path: string): Promise<FileHandle> {
  const whole = join(folder, path);
  if (!isPlainPath(path)) throw new LockstepError('IO_FAILED', `the coordinator sent a file named ${path}`);
  try {
    await mkdir(dirname(whole), { recursive: true });
    return await open(whole, 'wx');
  } catch (error) {
    const message = `${whole} cannot be written: ${(error as Error).message}; give a folder that is not there yet`;
    throw new LockstepError('IO_FAILED', message);
  }
}
