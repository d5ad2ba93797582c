import { createHash } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { createConnection, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LockstepError } from '../core/errors.ts';

/** Held until `release`, or until the process dies, however it dies. */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Locks a folder against other processes of this host by listening on a Unix socket whose name is a hash of the
 * folder's real path: the system closes it with its holder, `kill -9` included, so no stale lock is left behind. On
 * Linux the name is abstract, so it holds within one network namespace: containers that share a folder do not see each
 * other's locks. Throws CONFLICT when another process, or this one, holds the lock.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const name = `lockstep-${createHash('sha256')
    .update(await realpath(folder))
    .digest('hex')
    .slice(0, 32)}`;
  const isFile = process.platform !== 'linux';
  const path = isFile ? join(tmpdir(), `${name}.sock`) : `\0${name}`;
  const server = (await listen(path)) ?? (isFile ? await listenInPlaceOfDead(path) : null);
  if (!server) {
    throw new LockstepError(
      'CONFLICT',
      `${folder} is in use by another Lockstep process; wait until it has ended`,
    );
  }
  server.unref();
  return {
    release: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Null when the name is taken. */
function listen(path: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    );
    server.listen(path, () => resolve(server));
  });
}

/** Where sockets are files, one may outlive its holder; nobody answers there. */
async function listenInPlaceOfDead(path: string): Promise<Server | null> {
  const isAlive = await new Promise<boolean>((resolve) => {
    const socket = createConnection(path, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
  if (isAlive) return null;
  await rm(path, { force: true });
  return listen(path);
}
