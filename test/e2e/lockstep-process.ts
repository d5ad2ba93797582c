import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Inherited by every process that the command starts, so that none can hide from `processesLeft`. */
const MARK = 'LOCKSTEP_TEST_MARK';

export interface CommandEnd {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Ids of processes of the command that live on when it has ended. */
  readonly processesLeft: readonly number[];
}

export interface LockstepProcess {
  /** What was written to stderr so far. */
  readonly stderr: () => string;
  /** Ids of the command's process and of all that it started. */
  readonly processes: () => Promise<number[]>;
  readonly interrupt: () => void;
  readonly ended: Promise<CommandEnd>;
}

/** Starts the real command in a process of its own. */
export function startLockstep(...args: string[]): LockstepProcess {
  const mark = randomUUID();
  const child = spawn(path.join(ROOT, 'bin/lockstep'), args, {
    cwd: ROOT,
    env: { ...process.env, [MARK]: mark },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  // A process that is left over keeps the pipes open, so those are found and ended before the output is complete.
  let processesLeft: Promise<number[]> = Promise.resolve([]);
  child.once('exit', () => {
    processesLeft = processesMarked(mark);
    processesLeft.then((left) => {
      for (const pid of left) process.kill(pid, 'SIGKILL');
    });
  });
  const ended = new Promise<CommandEnd>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', async (exitCode) => {
      resolve({ exitCode, stdout, stderr, processesLeft: await processesLeft });
    });
  });
  return {
    stderr: () => stderr,
    processes: () => processesMarked(mark),
    // As Ctrl-C in a terminal does: to all processes of the group.
    interrupt: () => process.kill(-child.pid!, 'SIGINT'),
    ended,
  };
}

export function lockstep(...args: string[]): Promise<CommandEnd> {
  return startLockstep(...args).ended;
}

async function processesMarked(mark: string): Promise<number[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const marked = await Promise.all(
    names.map(async (name) => {
      const environment = await readFile(`/proc/${name}/environ`, 'latin1').catch(() => '');
      return environment.includes(`${MARK}=${mark}`);
    }),
  );
  return names.filter((_, index) => marked[index]).map(Number);
}

/** A folder that is there until the test is over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lockstep-e2e-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The one run folder in a folder of runs. */
export async function onlyRun(runs: string): Promise<string> {
  const names = existsSync(runs) ? await readdir(runs) : [];
  if (names.length !== 1) throw new Error(`expected one run in ${runs}, found ${names.join(', ') || 'none'}`);
  return path.join(runs, names[0]!);
}

export async function readJson<T>(...parts: string[]): Promise<T> {
  return JSON.parse(await readFile(path.join(...parts), 'utf8')) as T;
}

export async function readLines<T>(...parts: string[]): Promise<T[]> {
  const text = await readFile(path.join(...parts), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

export interface JobChange {
  /** Text in job.yaml and what takes its place. */
  readonly job?: readonly [string, string];
  /** Text in program.ts and what takes its place. */
  readonly program?: readonly [string, string];
}

/** A copy of an example, and of the data that it names, in `folder`; returns the job folder. */
export async function copyExample(name: string, folder: string, change: JobChange = {}): Promise<string> {
  for (const each of new Set([name, 'digits'])) {
    await cp(path.join(ROOT, 'examples', each), path.join(folder, each), { recursive: true });
  }
  await replaceText(path.join(folder, name, 'job.yaml'), change.job);
  await replaceText(path.join(folder, name, 'program.ts'), change.program);
  return path.join(folder, name);
}

async function replaceText(file: string, change: readonly [string, string] | undefined): Promise<void> {
  if (!change) return;
  const text = await readFile(file, 'utf8');
  if (!text.includes(change[0])) throw new Error(`${file} has no "${change[0]}"`);
  await writeFile(
    file,
    text.replace(change[0], () => change[1]),
  );
}
