import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { RunEvent, RunResult } from '../../src/observe/run-events.ts';
import { newestCheckpoint } from '../../src/store/checkpoint-folder.ts';
import { readFrozenJob } from '../../src/store/run-folder.ts';
import { mountSmallDisk } from '../setup/small-disk.ts';
import {
  copyExample,
  lockstep,
  onlyRun,
  readLines,
  startLockstep,
  temporaryFolder,
} from './lockstep-process.ts';
import { workerMetric } from './worker-metric.ts';

const TIMEOUT_MS = 180_000;
const MIB = 1024 * 1024;
const KIB = 1024;
/** Long enough for bad luck in the middle. */
const LENGTH: readonly [string, string] = ['epochs: 10', 'epochs: 20'];

async function eventsOf(run: string, kind: RunEvent['kind']): Promise<RunEvent[]> {
  const events = await readLines<RunEvent>(run, 'events.jsonl').catch(() => []);
  return events.filter((event) => event.kind === kind);
}

/** Resolves with the run folder when the run has written its first checkpoint. */
async function firstCheckpoint(runs: string): Promise<string> {
  const written = async (): Promise<number> => {
    const run = await onlyRun(runs).catch(() => null);
    return run === null ? 0 : (await eventsOf(run, 'checkpoint_written')).length;
  };
  await expect.poll(written, { timeout: 60_000, interval: 20 }).toBeGreaterThan(0);
  return onlyRun(runs);
}

/** Takes all of a disk but `leftBytes`; returns the file that does. */
async function fillDisk(folder: string, leftBytes: number): Promise<string> {
  const filler = path.join(folder, 'filler');
  let numBytes = 0;
  const file = await open(filler, 'w');
  try {
    for (;;) numBytes += (await file.write(new Uint8Array(64 * KIB))).bytesWritten;
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' });
  }
  await file.truncate(numBytes - leftBytes);
  await file.close();
  return filler;
}

test(
  'a run whose disk is full for a while misses checkpoints, keeps the last good one, and ends with the same weights',
  async (context) => {
    const disk = mountSmallDisk(context, 16 * MIB);
    const folder = await temporaryFolder();
    const job = await copyExample('digits', folder, {
      job: LENGTH,
      // Checkpoints of a megabyte, more than all else that a run writes.
      program: ['units: 128', 'units: 1024'],
    });
    const quiet = await lockstep(
      'run',
      job,
      '--workers',
      '2',
      '--json',
      '--runs',
      path.join(folder, 'quiet'),
    );
    const { weightsSha256 } = JSON.parse(quiet.stdout) as RunResult;

    const runs = path.join(disk, 'runs');
    const process = startLockstep('run', job, '--workers', '2', '--json', '--runs', runs);
    const run = await firstCheckpoint(runs);
    const filler = await fillDisk(disk, 700 * KIB);
    const numFailures = async () => (await eventsOf(run, 'checkpoint_failed')).length;
    await expect.poll(numFailures, { timeout: 60_000, interval: 20 }).toBeGreaterThanOrEqual(2);
    const { jobSha256 } = await readFrozenJob(run);
    const warnings: string[] = [];
    const kept = await newestCheckpoint(path.join(run, 'checkpoints'), jobSha256, (text) =>
      warnings.push(text),
    );
    expect(kept?.step).toBeGreaterThan(0);
    expect(warnings).toEqual([]);
    const counted = await workerMetric(await process.processes(), 'lockstep_checkpoint_failures_total');
    expect(counted[0]).toBeGreaterThanOrEqual(2);
    await rm(filler);

    const end = await process.ended;
    expect(end, end.stderr).toMatchObject({ exitCode: 0, processesLeft: [] });
    expect(JSON.parse(end.stdout)).toMatchObject({ status: 'succeeded', weightsSha256, numAborts: 0 });
    const messages = (await eventsOf(run, 'checkpoint_failed')).map(
      (event) => 'message' in event && event.message,
    );
    expect(messages).toContainEqual(expect.stringContaining('ENOSPC: no space left on device'));
    const written = await eventsOf(run, 'checkpoint_written');
    expect(written.at(-1)).toMatchObject({ step: 720 });
    expect((await lockstep('verify', run)).exitCode).toBe(0);
  },
  TIMEOUT_MS,
);

test(
  'a run whose folder is removed or moved away trains on to the same weights, says what is lost, and leaves no process',
  async () => {
    const folder = await temporaryFolder();
    const job = await copyExample('digits', folder);
    const quiet = await lockstep(
      'run',
      job,
      '--workers',
      '2',
      '--json',
      '--runs',
      path.join(folder, 'quiet'),
    );
    const { weightsSha256 } = JSON.parse(quiet.stdout) as RunResult;
    const losses = {
      removed: async (run: string) => rm(run, { recursive: true }),
      moved: async (run: string) => rename(run, `${run}-elsewhere`),
    };
    for (const [name, lose] of Object.entries(losses)) {
      const runs = path.join(folder, name);
      const process = startLockstep('run', job, '--workers', '2', '--json', '--runs', runs);
      await lose(await firstCheckpoint(runs));
      const end = await process.ended;
      expect(end, end.stderr).toMatchObject({ exitCode: 0, processesLeft: [] });
      expect(JSON.parse(end.stdout)).toMatchObject({ status: 'succeeded', weightsSha256 });
      expect(end.stderr).toMatch(
        /checkpoint at step \d+ failed: \S+ledger.jsonl cannot be written: it was removed or moved/,
      );
    }
  },
  TIMEOUT_MS,
);
