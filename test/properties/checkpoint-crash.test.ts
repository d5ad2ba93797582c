import * as real from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import type { CheckpointManifest } from '../../src/core/checkpoint/manifest.ts';
import {
  completeCheckpoint,
  newestCheckpoint,
  removeCheckpoint,
  removePartialCheckpoints,
  STATE_FILE,
} from '../../src/store/checkpoint-folder.ts';
import { writeCheckpointPart } from '../../src/worker/checkpoint-writer.ts';

/** Calls to the file system that still succeed; the process "dies" at the next one. */
const fileSystem = vi.hoisted(() => ({ numCallsLeft: Number.POSITIVE_INFINITY, numCalls: 0 }));

vi.mock('node:fs/promises', async (original) => {
  const promises = await original<typeof real.promises>();
  const step = (): void => {
    fileSystem.numCalls += 1;
    if (fileSystem.numCalls > fileSystem.numCallsLeft) throw new Error('the process died here');
  };
  const counted = <F extends (...args: never[]) => Promise<unknown>>(call: F) =>
    (async (...args: Parameters<F>) => {
      step();
      return call(...args);
    }) as F;
  const open = async (...args: Parameters<typeof promises.open>) => {
    step();
    const handle = await promises.open(...args);
    const call = (name: 'write' | 'writeFile' | 'sync' | 'stat') =>
      counted(handle[name].bind(handle) as never);
    return {
      write: call('write'),
      writeFile: call('writeFile'),
      sync: call('sync'),
      stat: call('stat'),
      close: () => handle.close(),
    };
  };
  const [mkdir, rename, rm] = (['mkdir', 'rename', 'rm'] as const).map((name) =>
    counted(promises[name] as never),
  );
  return { ...promises, open, mkdir, rename, rm };
});

const STATES = [Buffer.from('state after step ten'), Buffer.from('state after step twenty')];
const JOB_SHA = 'job';

/** Writes both parts of a checkpoint and completes it, then lets the one before go, as the ranks and the coordinator do. */
async function takeCheckpoint(run: string, step: number, bytes: Buffer): Promise<void> {
  const middle = 7;
  const parts = [];
  for (const [rank, [begin, end]] of [
    [0, middle],
    [middle, bytes.length],
  ].entries() as Iterable<[number, [number, number]]>) {
    const part = bytes.subarray(begin, end);
    const snapshot = { bytes: part, begin, fileBytes: bytes.length, seconds: 0 };
    const sha256 = await writeCheckpointPart({ runDirectory: run, generation: 1, step, snapshot });
    parts.push({ rank, begin, end, sha256 });
  }
  const manifest: CheckpointManifest = {
    version: 1,
    jobId: 'job-1',
    jobSha256: JOB_SHA,
    step,
    generation: 1,
    engine: 'wasm',
    file: STATE_FILE,
    fileBytes: bytes.length,
    parts,
  };
  await completeCheckpoint(path.join(run, 'checkpoints'), manifest);
}

function newRun(): string {
  return real.mkdtempSync(path.join(tmpdir(), 'lockstep-crash-'));
}

/** What can be loaded after a crash, by a process that starts as the coordinator does. */
async function newestAfter(run: string): Promise<{ step: number; state: string } | null> {
  fileSystem.numCallsLeft = Number.POSITIVE_INFINITY;
  const checkpoints = path.join(run, 'checkpoints');
  await removePartialCheckpoints(checkpoints);
  const found = await newestCheckpoint(checkpoints, JOB_SHA, () => undefined);
  return found && { step: found.step, state: real.readFileSync(found.stateFile, 'utf8') };
}

async function numCallsOf(action: (run: string) => Promise<void>): Promise<number> {
  const run = newRun();
  fileSystem.numCalls = 0;
  await action(run);
  real.rmSync(run, { recursive: true });
  return fileSystem.numCalls;
}

test('P11: a crash at any call to the file system leaves the newest complete checkpoint loadable', async () => {
  const [old, young] = STATES as [Buffer, Buffer];
  const whole = async (run: string): Promise<void> => {
    await takeCheckpoint(run, 10, old);
    await takeCheckpoint(run, 20, young);
    await removeCheckpoint(path.join(run, 'checkpoints'), 10);
    await takeCheckpoint(run, 20, young);
  };
  const numFirst = await numCallsOf((run) => takeCheckpoint(run, 10, old));
  const numAll = await numCallsOf(whole);
  const seen = new Set<number>();
  for (let numCalls = numFirst; numCalls < numAll; numCalls++) {
    const run = newRun();
    fileSystem.numCalls = 0;
    fileSystem.numCallsLeft = numCalls;
    await expect(whole(run)).rejects.toThrow('the process died here');
    const found = await newestAfter(run);
    expect(found, `after ${numCalls} calls`).toEqual(
      found?.step === 20 ? { step: 20, state: `${young}` } : { step: 10, state: `${old}` },
    );
    seen.add(found!.step);
    real.rmSync(run, { recursive: true });
  }
  expect([...seen]).toEqual([10, 20]);
});
