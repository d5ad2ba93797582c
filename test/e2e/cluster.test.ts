import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import {
  copyExample,
  type LockstepProcess,
  lockstep,
  readLines,
  startLockstep,
  temporaryFolder,
} from './lockstep-process.ts';

const TIMEOUT_MS = 300_000;

interface Told {
  readonly jobId: string;
  readonly state: string;
  readonly step: number;
  readonly numWorkers: number;
  readonly waiting: string;
}

interface Result {
  readonly status: string;
  readonly jobId: string;
  readonly weightsSha256: string;
}

// Where dist/ is older than the sources, the first call builds it.
beforeAll(() => lockstep('version'));

/** Waits until a process has logged a line with `message`, and returns the line's fields. */
async function logged(process: LockstepProcess, message: string): Promise<Record<string, string>> {
  for (;;) {
    const lines = process.stderr().split('\n').slice(0, -1);
    const found = lines
      .map((line) => JSON.parse(line) as Record<string, string>)
      .find(({ msg }) => msg === message);
    if (found) return found;
    await sleep(50);
  }
}

async function startCoordinator(data: string, listen = '127.0.0.1:0') {
  const command = startLockstep('coordinator', '--data', data, '--listen', listen, '--http', '127.0.0.1:0');
  return { command, address: (await logged(command, 'listening')).address! };
}

/** What a command with `--json` prints, line by line. */
async function ask<T>(address: string, ...words: string[]): Promise<T[]> {
  const { exitCode, stdout, stderr } = await lockstep(...words, '--coordinator', address, '--json');
  expect([exitCode, stderr]).toEqual([0, '']);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

async function waitForJobs(address: string, isReached: (jobs: readonly Told[]) => boolean): Promise<void> {
  while (!isReached(await ask<Told>(address, 'list'))) await sleep(100);
}

async function kill({ processes, ended }: LockstepProcess): Promise<void> {
  for (const pid of await processes()) process.kill(pid, 'SIGKILL');
  await ended;
}

/** The digits with a seed of their own, and so weights of their own. */
function digitsWithSeed(folder: string, seed: number): Promise<string> {
  return copyExample('digits', path.join(folder, `seed-${seed}`), { job: ['seed: 1', `seed: ${seed}`] });
}

test(
  'a pool trains several jobs to the weights that each has alone, though the coordinator is killed',
  async () => {
    const folder = await temporaryFolder();
    const data = path.join(folder, 'data');
    const jobs = await Promise.all([1, 2, 3].map((seed) => digitsWithSeed(folder, seed)));
    const alone: string[] = [];
    for (const job of jobs) {
      const runs = path.join(folder, 'runs');
      const { stdout } = await lockstep('run', job, '--workers', '2', '--runs', runs, '--json');
      alone.push((JSON.parse(stdout) as Result).weightsSha256);
    }

    const first = await startCoordinator(data);
    const { address } = first;
    const agent = startLockstep('worker', '--coordinator', address, '--devices', '4');
    const watched = jobs.map((job) => lockstep('submit', job, '--watch', '--json', '--coordinator', address));
    await waitForJobs(address, (told) => told.length === 3 && told.every(({ step }) => step > 5));
    await kill(first.command);
    const second = await startCoordinator(data, address);

    const results = (await Promise.all(watched)).map(({ exitCode, stdout }) => {
      expect(exitCode).toBe(0);
      return JSON.parse(stdout) as Result;
    });
    expect(results.map(({ weightsSha256 }) => weightsSha256)).toEqual(alone);
    for (const { jobId } of results) {
      const runFolder = path.join(folder, 'fetched', jobId);
      await ask(address, 'fetch', jobId, runFolder);
      expect((await lockstep('verify', runFolder)).exitCode).toBe(0);
      const events = await readLines<{ kind: string }>(runFolder, 'events.jsonl');
      expect(events.map(({ kind }) => kind)).toContain('coordinator_restarted');
    }
    expect((await ask<Told>(address, 'list')).map(({ state }) => state)).toEqual(Array(3).fill('succeeded'));

    agent.interrupt();
    expect(await agent.ended).toMatchObject({ exitCode: 0, processesLeft: [] });
    second.command.interrupt();
    expect(await second.command.ended).toMatchObject({ exitCode: 0, processesLeft: [] });
  },
  TIMEOUT_MS,
);

test(
  'a job gives workers up for one that waits and takes them back; one that is queued says why and can be cancelled',
  async () => {
    const folder = await temporaryFolder();
    const min = (count: number): readonly [string, string] => ['min: 1', `min: ${count}`];
    const large = await copyExample('digits', path.join(folder, 'large'), {
      job: ['epochs: 10', 'epochs: 1000'],
    });
    const small = await copyExample('digits', path.join(folder, 'small'), { job: min(2) });
    const wide = await copyExample('digits', path.join(folder, 'wide'), { job: min(3) });
    const { command, address } = await startCoordinator(path.join(folder, 'data'));
    const agent = startLockstep('worker', '--coordinator', address, '--devices', '3');
    const submit = async (...words: string[]): Promise<string> =>
      (await ask<{ jobId: string }>(address, 'submit', ...words))[0]!.jobId;

    const first = await submit(large, '--key', 'once');
    expect(await submit(large, '--key', 'once')).toBe(first);
    await waitForJobs(address, ([job]) => job?.state === 'running' && job.numWorkers === 3);
    const second = await submit(small);
    await waitForJobs(address, ([job, other]) => job?.state === 'running' && other?.numWorkers === 1);
    const third = await submit(wide);
    await waitForJobs(address, ([job]) => job?.waiting !== '');
    const [queued] = await ask<Told>(address, 'list');
    const waiting = `needs 3 workers, 0 free, 1 at ${first}, 2 at ${second}`;
    expect(queued).toMatchObject({ jobId: third, state: 'queued', waiting });
    await ask(address, 'cancel', third);
    await waitForJobs(address, ([job]) => job?.state === 'interrupted');
    await waitForJobs(address, ([, job, other]) => job?.state === 'succeeded' && other?.numWorkers === 3);

    const [pool] = await ask<{ workers: { workerId: string }[] }>(address, 'workers');
    const { workerId } = pool!.workers[0]!;
    expect(await ask(address, 'drain', workerId)).toEqual([{ workerIds: [workerId] }]);
    await ask(address, 'cancel', first);
    await waitForJobs(address, ([, , job]) => job?.state === 'interrupted');
    const events = await readLines<{ kind: string }>(folder, 'data/jobs', first, 'events.jsonl');
    expect(events.map(({ kind }) => kind)).not.toContain('work_aborted');
    const unknown = await lockstep('cancel', 'nothing', '--coordinator', address);
    expect([unknown.exitCode, unknown.stderr]).toEqual([
      64,
      'lockstep: error[USAGE]: there is no job "nothing" here; lockstep list shows those that are\n',
    ]);

    for (const each of [agent, command]) {
      each.interrupt();
      expect(await each.ended).toMatchObject({ exitCode: 0, processesLeft: [] });
    }
  },
  TIMEOUT_MS,
);

test(
  'a job goes on with the same weights when a host with half of its workers dies',
  async () => {
    const folder = await temporaryFolder();
    const job = await copyExample('digits', folder, { job: ['epochs: 10', 'epochs: 40'] });
    const alone = await lockstep('run', job, '--workers', '2', '--runs', path.join(folder, 'runs'), '--json');
    const { weightsSha256 } = JSON.parse(alone.stdout) as Result;

    const { command, address } = await startCoordinator(path.join(folder, 'data'));
    const hosts = [1, 2].map(() => startLockstep('worker', '--coordinator', address, '--devices', '2'));
    await Promise.all(hosts.map((host) => logged(host, 'attends')));
    const watched = lockstep('submit', job, '--watch', '--json', '--coordinator', address);
    await waitForJobs(address, ([told]) => told?.numWorkers === 4 && told.step > 20);
    await kill(hosts[0]!);
    const { exitCode, stdout } = await watched;
    expect([exitCode, (JSON.parse(stdout) as Result).weightsSha256]).toEqual([0, weightsSha256]);

    for (const each of [hosts[1]!, command]) {
      each.interrupt();
      expect(await each.ended).toMatchObject({ exitCode: 0, processesLeft: [] });
    }
  },
  TIMEOUT_MS,
);
