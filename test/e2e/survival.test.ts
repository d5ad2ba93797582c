import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { RunEvent, RunResult } from '../../src/observe/run-events.ts';
import {
  copyExample,
  type LockstepProcess,
  lockstep,
  onlyRun,
  readLines,
  startLockstep,
  temporaryFolder,
} from './lockstep-process.ts';

const TIMEOUT_MS = 180_000;
/** Long enough that a kill comes in the middle and that a new worker has time to join. */
const LENGTH: readonly [string, string] = ['epochs: 10', 'epochs: 30'];

test(
  'a run whose worker is killed and replaced, and one that is interrupted or killed and resumed, end with the same weights',
  async () => {
    const folder = await temporaryFolder();
    const job = await copyExample('digits', folder, { job: LENGTH });
    const undisturbed = await lockstep(
      'run',
      job,
      '--workers',
      '2',
      '--json',
      '--runs',
      path.join(folder, 'a'),
    );
    const { weightsSha256 } = JSON.parse(undisturbed.stdout) as RunResult;

    const killed = await killOneWorker(job, path.join(folder, 'b'));
    expect(killed).toMatchObject({ status: 'succeeded', weightsSha256, worldSize: 3 });
    // A survivor may see its link break before the coordinator hears of the death: then the step is tried twice.
    expect([1, 2]).toContain(killed.numAborts);
    expect(await processesOfWorkers(path.join(folder, 'b'))).toEqual([1, 1, 1, 1]);
    const causes = await generationCauses(path.join(folder, 'b'));
    expect(causes[0]).toBe('start');
    expect(causes.slice(1, 3)).toContain('member_lost');
    expect(causes.at(-1)).toBe('joined');
    expect(await verified(path.join(folder, 'b'))).toMatchObject({ ok: true, missing: 0, repeated: 0 });

    for (const [runs, signal] of [
      [path.join(folder, 'c'), 'SIGINT'],
      [path.join(folder, 'd'), 'SIGKILL'],
    ] as const) {
      const resumed = await stopAndResume(job, { runs, signal });
      expect(resumed).toMatchObject({ status: 'succeeded', weightsSha256, worldSize: 4 });
      expect(await verified(runs)).toMatchObject({ ok: true, missing: 0, repeated: 0 });
    }
  },
  TIMEOUT_MS,
);

test(
  'a run whose coordinator is killed again and again keeps its workers and ends with the same weights',
  async () => {
    const folder = await temporaryFolder();
    const job = await copyExample('digits', folder, { job: LENGTH });
    const [quiet, killed] = [path.join(folder, 'a'), path.join(folder, 'b')];
    const undisturbed = await lockstep('run', job, '--workers', '2', '--json', '--runs', quiet);
    const { weightsSha256 } = JSON.parse(undisturbed.stdout) as RunResult;

    const run = startLockstep('run', job, '--workers', '2', '--json', '--runs', killed);
    await epochs(run, 2);
    for (const numEpochs of [6, 12, 18]) {
      await killCoordinator(await run.processes());
      await epochs(run, numEpochs);
    }
    const end = await run.ended;
    expect(end).toMatchObject({ exitCode: 0, processesLeft: [] });
    expect(JSON.parse(end.stdout)).toMatchObject({ status: 'succeeded', weightsSha256, worldSize: 2 });
    const root = await onlyRun(killed);
    const events = await readLines<RunEvent>(root, 'events.jsonl');
    expect(
      new Set(events.flatMap((event) => (event.kind === 'worker_joined' ? [event.workerId] : []))).size,
    ).toBe(2);
    expect(events.filter(({ kind }) => kind === 'coordinator_restarted')).toHaveLength(3);
    expect(await verified(killed)).toMatchObject({ ok: true, missing: 0, repeated: 0 });
  },
  TIMEOUT_MS,
);

test(
  'a run that has succeeded is not resumed',
  async () => {
    const folder = await temporaryFolder();
    const job = await copyExample('digits', folder, { job: ['epochs: 10', 'epochs: 1'] });
    await lockstep('run', job, '--workers', '1', '--runs', path.join(folder, 'runs'));
    const again = await lockstep('resume', await onlyRun(path.join(folder, 'runs')));
    expect(again.exitCode).toBe(75);
    expect(again.stderr).toMatch(/error\[CONFLICT\]: digits-\S+ has succeeded/);
    expect(again.processesLeft).toEqual([]);
  },
  TIMEOUT_MS,
);

/** Trains with three workers, kills one of them with SIGKILL in the middle, and returns the result. */
async function killOneWorker(job: string, runs: string): Promise<RunResult> {
  const run = startLockstep('run', job, '--workers', '3', '--json', '--runs', runs);
  const member = await firstMember(run, runs);
  process.kill(member, 'SIGKILL');
  const end = await run.ended;
  expect(end).toMatchObject({ exitCode: 0, processesLeft: [] });
  return JSON.parse(end.stdout) as RunResult;
}

/** Stops a run in the middle and goes on with another number of workers. */
async function stopAndResume(
  job: string,
  { runs, signal }: { runs: string; signal: 'SIGINT' | 'SIGKILL' },
): Promise<RunResult> {
  const run = startLockstep('run', job, '--workers', '2', '--json', '--runs', runs);
  await firstMember(run, runs);
  if (signal === 'SIGINT') run.interrupt();
  else await killAll(run);
  await run.ended;
  const end = await lockstep('resume', await onlyRun(runs), '--workers', '4', '--json');
  expect(end).toMatchObject({ exitCode: 0, processesLeft: [] });
  return JSON.parse(end.stdout) as RunResult;
}

/** How many processes there were for each worker id, and the other way round (P8). */
async function processesOfWorkers(runs: string): Promise<number[]> {
  const events = await readLines<RunEvent>(await onlyRun(runs), 'events.jsonl');
  const joined = events.flatMap((event) => (event.kind === 'worker_joined' ? [event] : []));
  const pids = new Set(joined.map(({ pid }) => pid));
  const ids = [...new Set(joined.map(({ workerId }) => workerId))];
  expect(ids).toHaveLength(pids.size);
  return ids.map(
    (id) => new Set(joined.filter(({ workerId }) => workerId === id).map(({ pid }) => pid)).size,
  );
}

async function generationCauses(runs: string): Promise<string[]> {
  const events = await readLines<RunEvent>(await onlyRun(runs), 'events.jsonl');
  return events.flatMap((event) => (event.kind === 'generation_formed' ? [event.cause] : []));
}

async function killAll(run: LockstepProcess): Promise<void> {
  for (const pid of await run.processes()) process.kill(pid, 'SIGKILL');
}

/** Waits until so many epochs are over. */
async function epochs(run: LockstepProcess, numEpochs: number): Promise<void> {
  while (!new RegExp(`validation after epoch ${numEpochs}\\b`).test(run.stderr())) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function killCoordinator(pids: readonly number[]): Promise<void> {
  for (const pid of pids) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (command.includes('coordinator/main')) process.kill(pid, 'SIGKILL');
  }
}

/** Waits until the second epoch is over and returns the process id of a member. */
async function firstMember(run: LockstepProcess, runs: string): Promise<number> {
  await epochs(run, 2);
  const events = await readLines<RunEvent>(await onlyRun(runs), 'events.jsonl');
  const joined = events.find((event) => event.kind === 'worker_joined');
  if (joined?.kind !== 'worker_joined') throw new Error('no worker has joined');
  return joined.pid;
}

async function verified(runs: string): Promise<unknown> {
  const root = await onlyRun(runs);
  const { stdout } = await lockstep('verify', root, '--json');
  const lines = (await readFile(path.join(root, 'ledger.jsonl'), 'utf8')).trimEnd().split('\n');
  expect((JSON.parse(stdout) as { numSteps: number }).numSteps).toBe(lines.length);
  return JSON.parse(stdout);
}
