import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type BuildFailure, build, type Message, stop } from 'esbuild';
import { LockstepError } from '../core/errors.ts';

/** Packages that a worker brings itself, so that a program shares its copy. */
const SHARED = ['lockstep', '@tensorflow/*'];

export interface BundleRequest {
  readonly jobDirectory: string;
  /** As the job names it, relative to the job folder. */
  readonly program: string;
}

/**
 * Makes one CommonJS file of a program in TypeScript or JavaScript and of what it imports, so that workers need no
 * tool chain. Throws PROGRAM_INVALID when the file is missing or does not compile, naming file, line and column.
 */
export async function bundleProgram({ jobDirectory, program }: BundleRequest): Promise<string> {
  const folder = resolve(jobDirectory);
  const entry = join(folder, program);
  await access(entry).catch(() => {
    throw new LockstepError(
      'PROGRAM_INVALID',
      `${entry}: there is no such file; job.yaml names it as "program"`,
    );
  });
  try {
    const { outputFiles } = await build({
      entryPoints: [entry],
      bundle: true,
      write: false,
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      external: SHARED,
      sourcemap: 'inline',
      sourcesContent: false,
      sourceRoot: folder,
      absWorkingDir: folder,
      outfile: join(folder, 'program.cjs'),
      logLevel: 'silent',
    });
    return outputFiles[0]!.text;
  } catch (error) {
    const { errors } = error as BuildFailure;
    if (!errors?.length) throw error;
    throw new LockstepError('PROGRAM_INVALID', errors.map(describe).join('\n'));
  } finally {
    // Its process would live as long as this one, and a moment longer.
    await stop();
  }
}

function describe({ text, location }: Message): string {
  return location ? `${location.file}:${location.line}:${location.column + 1}: ${text}` : text;
}
