import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArrivedChunk } from '../../../src/collective/chunk.ts';
import { openSharedMemoryPort, type SharedMemoryPort } from '../../../src/collective/shared-memory-port.ts';
import { SLOT_COUNTS, SLOT_FLOATS } from '../../../src/collective/slot-file.ts';
import { plainVectorSpace } from '../../../src/kernels/vector-space.ts';

const CHUNK = { generation: 1, operation: 4, position: 0, subtree: 1, values: Float32Array.of(1, 2, 3) };

let root: string;
let notes: string[];
const ports: SharedMemoryPort[] = [];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shm-'));
  notes = [];
});
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
  rmSync(root, { recursive: true, force: true });
});

async function openPort(): Promise<SharedMemoryPort> {
  const port = await openSharedMemoryPort({ root, onNote: (note) => notes.push(note) });
  if (!port) throw new Error(notes.join());
  ports.push(port);
  return port;
}

/** Waits for a link at `port`, and keeps what comes of it. */
function expectLink(port: SharedMemoryPort) {
  const chunks: ArrivedChunk[] = [];
  const ends: string[] = [];
  let hasBegun = false;
  const { ticket } = port.expect({
    checksumOf,
    onBegin: () => {
      hasBegun = true;
    },
    onChunk: (chunk) => chunks.push(chunk),
    onEnd: (cause) => ends.push(cause),
  });
  return { ticket, chunks, ends, hasBegun: () => hasBegun };
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 2));
}

const ignore = (): void => undefined;
const { checksum: checksumOf } = plainVectorSpace;
const exit = { checksumOf, onEnd: ignore };

/** Changes a bit of every slot of a link of this process, whose file has no name any more. */
function damageSlots(): void {
  for (const number of readdirSync('/proc/self/fd')) {
    try {
      if (!readlinkSync(`/proc/self/fd/${number}`).startsWith(root)) continue;
      const file = openSync(`/proc/self/fd/${number}`, 'r+');
      for (let slot = 0; slot < SLOT_COUNTS[0]; slot++)
        writeSync(file, Buffer.from([1]), 0, 1, slot * SLOT_FLOATS * 4 + 4);
      closeSync(file);
    } catch {
      // A socket, or a descriptor that is gone.
    }
  }
}

describe.runIf(process.platform === 'linux')('a port to shared memory', () => {
  it('links to the peer that gave a ticket, once', async () => {
    const [near, far] = [await openPort(), await openPort()];
    const entrance = expectLink(far);
    const link = await near.connect(entrance.ticket, exit);
    await link!.send(CHUNK);
    await until(() => entrance.chunks.length === 1);
    const taken = new Float32Array(3);
    entrance.chunks[0]!.take(taken);
    expect([...taken]).toEqual([1, 2, 3]);
    expect(await near.connect(entrance.ticket, exit)).toBeNull();
    link!.close();
    await until(() => entrance.ends.length === 1);
  });

  it('refuses values of which a bit changed on the way', async () => {
    const [near, far] = [await openPort(), await openPort()];
    const entrance = expectLink(far);
    const link = await near.connect(entrance.ticket, exit);
    await link!.send(CHUNK);
    await until(() => entrance.chunks.length === 1);
    damageSlots();
    expect(() => entrance.chunks[0]!.take(new Float32Array(3))).toThrow('3 floats at 0 came damaged');
  });

  it('leaves folders that only its user may enter, and no file of a link', async () => {
    const [near, far] = [await openPort(), await openPort()];
    await near.connect(expectLink(far).ticket, exit);
    for (const folder of readdirSync(root)) {
      expect(statSync(join(root, folder)).mode & 0o777).toBe(0o700);
      expect(readdirSync(join(root, folder))).toEqual(['socket']);
    }
    for (const port of ports.splice(0)) port.close();
    expect(readdirSync(root)).toEqual([]);
  });

  it('closes on who brings no ticket, and stays open for who does', async () => {
    const [near, far] = [await openPort(), await openPort()];
    const entrance = expectLink(far);
    const folder = readdirSync(root).find((name) => name.endsWith(entrance.ticket.sharedFolder))!;
    const stranger = createConnection(join(root, folder, 'socket'));
    stranger.on('error', ignore);
    stranger.write(Buffer.alloc(64, 7));
    await once(stranger, 'close');
    expect(entrance.hasBegun()).toBe(false);
    expect(await near.connect(entrance.ticket, exit)).not.toBeNull();
  });

  it.each([
    ['of another host', '0123456789abcdef', 0],
    ['that leads out of the folders', '../../etc', 1],
    ['with the name of a link that others may change', '00000000000000ff', 1],
  ])('gives no link for a ticket %s', async (_, sharedFolder, numNotes) => {
    const near = await openPort();
    const open = join(root, `lockstep-${process.getuid!()}-00000000000000ff`);
    mkdirSync(open);
    chmodSync(open, 0o755);
    expect(await near.connect({ sharedFolder, sharedToken: new Uint8Array(32) }, exit)).toBeNull();
    expect(notes).toHaveLength(numNotes);
  });

  it('gives no link to a peer that does not wait for it any more', async () => {
    const [near, far] = [await openPort(), await openPort()];
    const { ticket, cancel } = far.expect({ checksumOf, onBegin: ignore, onChunk: ignore, onEnd: ignore });
    cancel();
    expect(await near.connect(ticket, exit)).toBeNull();
  });

  it('says why when there is no such memory, and is no port then', async () => {
    const onNote = (note: string): unknown => notes.push(note);
    expect(await openSharedMemoryPort({ root: join(root, 'missing'), onNote })).toBeNull();
    expect(notes).toEqual([expect.stringContaining('no shared memory between workers of this host: ENOENT')]);
  });

  it('ends its links and leaves nothing behind when its process is killed', async () => {
    const script = join(root, 'child.mjs');
    await build({
      stdin: {
        contents: `
          import { openSharedMemoryPort } from './src/collective/shared-memory-port.ts';
          import { checksum } from './src/kernels/plain-checksum.ts';
          const port = await openSharedMemoryPort({ root: process.argv[2], onNote: console.error });
          process.on('message', async ({ sharedFolder, sharedToken }) => {
            const link = await port.connect({ sharedFolder, sharedToken: Buffer.from(sharedToken, 'hex') }, { checksumOf: checksum, onEnd: () => {} });
            await link.send({ generation: 1, operation: 4, position: 0, subtree: 1, values: Float32Array.of(5) });
          });
          process.send('ready');`,
        resolveDir: process.cwd(),
        loader: 'ts',
      },
      ...{ bundle: true, outfile: script, format: 'esm', platform: 'node', packages: 'external' },
    });
    const folders = mkdtempSync(join(root, 'folders-'));
    const port = (await openSharedMemoryPort({ root: folders, onNote: ignore }))!;
    ports.push(port);
    const entrance = expectLink(port);
    const child = spawn(process.execPath, [script, folders], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    await once(child, 'message');
    const { sharedFolder, sharedToken } = entrance.ticket;
    child.send({ sharedFolder, sharedToken: Buffer.from(sharedToken).toString('hex') });
    await until(() => entrance.chunks.length === 1);
    child.kill('SIGKILL');
    await until(() => entrance.ends.length === 1);
    const left = readdirSync(folders).find((name) => !name.endsWith(sharedFolder))!;
    const longAgo = new Date(Date.now() - 600_000);
    for (const name of readdirSync(folders)) utimesSync(join(folders, name), longAgo, longAgo);
    const next = (await openSharedMemoryPort({ root: folders, onNote: ignore }))!;
    ports.push(next);
    expect(readdirSync(folders)).not.toContain(left);
    expect(readdirSync(folders)).toHaveLength(2);
  });
});
