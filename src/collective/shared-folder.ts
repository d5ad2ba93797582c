import { randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';

/** Younger folders are left alone: their owner may be about to listen. */
const SWEEP_AGE_MS = 60_000;
const ID = /^[0-9a-f]{16}$/;

/** Where the folders of this user's workers are, each named `lockstep-UID-ID` and open to this user alone. */
export interface SharedFolders {
  /** Makes a folder of a new id, and removes those whose owners have died. Throws when it cannot. */
  create(): Promise<{ readonly id: string; readonly path: string }>;
  /** The folder of another worker; throws unless it is one, belongs to this user, and is closed to all others. */
  pathOf(id: string): string;
}

export function sharedFolders(root: string): SharedFolders {
  const uid = process.getuid?.() ?? 0;
  const prefix = `lockstep-${uid}-`;
  const pathOf = (id: string): string => {
    if (!ID.test(id)) throw new Error(`${JSON.stringify(id.slice(0, 40))} names no shared folder`);
    const path = join(root, prefix + id);
    const found = lstatSync(path);
    if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0) {
      throw new Error(`${path} is not a folder of this user alone`);
    }
    return path;
  };
  return {
    create: async () => {
      await sweep(root, prefix);
      const id = randomBytes(8).toString('hex');
      const path = join(root, prefix + id);
      mkdirSync(path, { mode: 0o700 });
      return { id, path };
    },
    pathOf,
  };
}

/** The socket on which a folder's owner listens, for as long as it lives. */
export function socketOf(folder: string): string {
  return join(folder, 'socket');
}

/** Removes the folders in which nobody listens any more: a killed process leaves its socket behind, and no listener. */
async function sweep(root: string, prefix: string): Promise<void> {
  for (const name of readdirSync(root).filter((entry) => entry.startsWith(prefix))) {
    const path = join(root, name);
    try {
      if (Date.now() - lstatSync(path).mtimeMs < SWEEP_AGE_MS || (await isListening(socketOf(path))))
        continue;
      rmSync(path, { recursive: true, force: true });
    } catch {
      // Somebody else swept it first, or it is not ours to sweep.
    }
  }
}

function isListening(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(path, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', ({ code }: NodeJS.ErrnoException) =>
      resolve(code !== 'ECONNREFUSED' && code !== 'ENOENT'),
    );
  });
}
