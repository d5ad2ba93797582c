import { once } from 'node:events';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerWritableStream } from '@grpc/grpc-js';
import { FILES_FOLDER, PIECE_BYTES } from '../core/transfer/transfer-limits.ts';
import type { lockstep } from '../gen/lockstep.js';

type FetchCall = ServerWritableStream<lockstep.v1.FetchRequest, lockstep.v1.IFilePiece>;

/** What stays with the coordinator: what was sent to it, and what the processes wrote for whoever runs them. */
const NOT_SENT: readonly string[] = [FILES_FOLDER, 'state', 'logs'];

/** Sends the files of a run folder, piece by piece and as fast as they are taken. Those that vanish meanwhile are left out. */
export async function sendFiles(call: FetchCall, root: string): Promise<void> {
  for (const path of await filesBelow(root, '')) {
    if (call.cancelled) return;
    await sendFile(call, root, path);
  }
}

async function filesBelow(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const paths = await Promise.all(
    entries
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(async (entry) => {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (NOT_SENT.includes(path)) return [];
        if (entry.isDirectory()) return await filesBelow(root, path);
        return entry.isFile() ? [path] : [];
      }),
  );
  return paths.flat();
}

async function sendFile(call: FetchCall, root: string, path: string): Promise<void> {
  const file = await open(join(root, path)).catch(() => null);
  if (!file) return;
  try {
    for (let isFirst = true; ; isFirst = false) {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(PIECE_BYTES), 0, PIECE_BYTES);
      if (bytesRead === 0 && !isFirst) return;
      const isTaken = call.write({ path, data: buffer.subarray(0, bytesRead) });
      if (!isTaken && !call.cancelled) await Promise.race([once(call, 'drain'), once(call, 'cancelled')]);
      if (call.cancelled || bytesRead === 0) return;
    }
  } finally {
    await file.close();
  }
}
