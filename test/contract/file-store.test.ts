import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createRandom, randomBelow } from '../../src/core/plan/random.ts';
import { openFileStore } from '../../src/store/file-store.ts';
import { stateStoreContract } from './state-store-contract.ts';

const TINY_JOURNAL_BYTES = 512;
const NUM_KILLS = 30;

const makePlace = async (compactAboveBytes?: number) => {
  const directory = await mkdtemp(path.join(tmpdir(), 'file-store-'));
  return {
    open: () => openFileStore({ directory, ...(compactAboveBytes && { compactAboveBytes }) }),
    remove: () => rm(directory, { recursive: true }),
  };
};
stateStoreContract('the file store', () => makePlace());
stateStoreContract('the file store that compacts all the time', () => makePlace(TINY_JOURNAL_BYTES));

let scratch: string;
let writer: string;

beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'store-writer-'));
  writer = path.join(scratch, 'store-writer.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('./store-writer.ts', import.meta.url))],
    outfile: writer,
    bundle: true,
    platform: 'node',
    format: 'esm',
  });
});
afterAll(() => rm(scratch, { recursive: true }));

type Writer = ChildProcessByStdio<null, Readable, null>;

/** A process that opens the store in `directory` and writes to it until it is killed. */
function startWriter(directory: string): Writer {
  const child = spawn(process.execPath, [writer, directory, String(TINY_JOURNAL_BYTES)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

/** Kills the writer when it has said `numLines` lines; returns all that it said. */
async function killAfter(child: Writer, numLines: number): Promise<string[]> {
  const lines: string[] = [];
  const said = createInterface({ input: child.stdout });
  said.on('line', (line) => {
    lines.push(line);
    if (lines.length === numLines) child.kill('SIGKILL');
  });
  await once(said, 'close');
  expect(child.signalCode ?? (await once(child, 'exit'))[1]).toBe('SIGKILL');
  return lines;
}

test(`keeps every acknowledged change over ${NUM_KILLS} kills at random instants`, async () => {
  const directory = path.join(scratch, 'killed');
  const random = createRandom(20_261_124);
  const acknowledged = new Map<string, { value: number; revision: number }>();
  for (let kill = 0; kill < NUM_KILLS; kill++) {
    const lines = await killAfter(startWriter(directory), 1 + randomBelow(random, 60));
    for (const line of lines.slice(1)) {
      const [key, value, revision] = line.split(' ');
      acknowledged.set(key!, { value: Number(value), revision: Number(revision) });
    }
    const store = await openFileStore({ directory });
    for (const [key, last] of acknowledged) {
      const stored = (await store.get(key))!;
      // A change that was under way may have become durable without its acknowledgement being heard.
      const { value, revision } = stored as { value: number; revision: number };
      if (value === last.value) expect(revision, key).toBe(last.revision);
      else expect([value, revision > last.revision], key).toEqual([last.value + 1, true]);
      acknowledged.set(key, { value, revision });
    }
    await store.close();
  }
  const numChanges = [...acknowledged.values()].reduce((sum, { value }) => sum + value, 0);
  expect(numChanges).toBeGreaterThan(NUM_KILLS);
}, 120_000);

test('refuses a folder that another process has open, and takes it at once when that process is killed', async () => {
  const directory = path.join(scratch, 'locked');
  const child = startWriter(directory);
  await once(createInterface({ input: child.stdout }), 'line');
  await expect(openFileStore({ directory })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: `${directory} is in use by another Lockstep process; wait until it has ended`,
  });
  child.kill('SIGKILL');
  await once(child, 'exit');
  await (await openFileStore({ directory })).close();
});
