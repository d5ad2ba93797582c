import { appendFile, mkdir, truncate } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { RunEvent, RunResult } from '../../src/observe/run-events.ts';
import type { RunStory } from '../../src/observe/run-story.ts';
import {
  copyExample,
  lockstep,
  onlyRun,
  readLines,
  startLockstep,
  temporaryFolder,
} from './lockstep-process.ts';

const TIMEOUT_MS = 180_000;
const COLUMNS = 80;
/** Long enough that a kill comes in the middle and that a new worker has time to join. */
const LENGTH: readonly [string, string] = ['epochs: 10', 'epochs: 30'];

// Where dist/ is older than the sources, the first call builds it and says so on stderr.
beforeAll(() => lockstep('version'));

test(
  'describe tells who was lost, who was fed by whom, and what it cost, while the run goes on and when it has ended',
  async () => {
    const folder = await temporaryFolder();
    const job = await copyExample('digits', folder, { job: LENGTH });
    const runs = path.join(folder, 'runs');
    const run = startLockstep('run', job, '--workers', '3', '--json', '--runs', runs);
    await sees(run.stderr, /validation after epoch 2/);
    const root = await onlyRun(runs);
    expect(await storyOf(root)).toMatchObject({ status: 'running', aborts: [], worldSize: 3 });

    const victim = (await readLines<RunEvent>(root, 'events.jsonl')).find(
      (event) => event.kind === 'worker_joined',
    )!;
    process.kill(victim.pid, 'SIGKILL');
    const end = await run.ended;
    expect(end).toMatchObject({ exitCode: 0, processesLeft: [] });

    const { steps, wallSeconds } = JSON.parse(end.stdout) as RunResult;
    const story = await storyOf(root);
    const lost = story.generations.find(({ cause }) => cause === 'member_lost')!;
    const joined = story.generations.find(({ cause }) => cause === 'joined')!;
    const [newcomer] = joined.came;
    expect(story).toMatchObject({
      status: 'succeeded',
      numSteps: steps,
      numPlannedSteps: steps,
      divergences: [],
    });
    expect(story.generations.reduce((sum, { numSteps }) => sum + numSteps, 0)).toBe(steps);
    expect(lost.left).toEqual([victim.workerId]);
    expect(story.aborts).toMatchObject([{ reason: 'member_lost', workerIds: [victim.workerId] }]);
    expect(story.workers.find(({ workerId }) => workerId === victim.workerId)).toMatchObject({
      pid: victim.pid,
      end: { kind: 'lost' },
    });
    const fed = story.workers.find(({ workerId }) => workerId === newcomer)?.fed;
    expect(lost.members).toContain(fed?.donorId);
    const { lostSeconds, goodput } = story.totals;
    expect(lost.lostSeconds).toBeGreaterThan(0);
    expect(lostSeconds).toBeLessThan(wallSeconds);
    expect(goodput).toBeLessThan(1);

    const { exitCode, stdout } = await lockstep('describe', root);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`(-${victim.workerId.slice(0, 6)})`);
    expect(stdout).toMatch(/fed\s+by\s+w-\w+\s+at/);
    expect(stdout.split('\n').filter((line) => line.length > COLUMNS)).toEqual([]);
  },
  TIMEOUT_MS,
);

test(
  'describe goes by the whole lines of a run that broke off, and refuses a folder that is no run and an event that is none',
  async () => {
    const folder = await temporaryFolder();
    const job = await copyExample('digits', folder, { job: ['epochs: 10', 'epochs: 1'] });
    await lockstep('run', job, '--workers', '1', '--runs', path.join(folder, 'runs'));
    const root = await onlyRun(path.join(folder, 'runs'));
    const events = path.join(root, 'events.jsonl');

    await appendFile(events, '{"time":"2026-');
    expect(await storyOf(root)).toMatchObject({ status: 'succeeded' });
    await truncate(events);
    expect(await storyOf(root)).toMatchObject({ status: 'succeeded', generations: [], workers: [] });
    await appendFile(events, '{"time":"2026-11-24T12:00:00.000Z","kind":"worker_lost"}\n');
    expect(await lockstep('describe', root)).toMatchObject({
      exitCode: 65,
      stderr: expect.stringMatching(/^lockstep: error\[RUN_INVALID\]: .*events\.jsonl:1: workerId is wrong/),
    });

    await mkdir(path.join(folder, 'empty'));
    const none = await lockstep('describe', path.join(folder, 'empty'));
    expect([none.exitCode, none.stderr]).toEqual([65, expect.stringMatching(/ is no run folder: /)]);
  },
  TIMEOUT_MS,
);

async function storyOf(root: string): Promise<RunStory> {
  const { exitCode, stdout, stderr } = await lockstep('describe', root, '--json');
  expect(exitCode, stderr).toBe(0);
  return JSON.parse(stdout) as RunStory;
}

async function sees(text: () => string, pattern: RegExp): Promise<void> {
  while (!pattern.test(text())) await new Promise((resolve) => setTimeout(resolve, 20));
}
