// Keeps parallel first calls from installing and building twice. Node built-ins only.
import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Runs `work` while no other process of this host does for the same folder; `onWait` is called once if one does.
 * The lock is a listening Unix socket, which the system closes with its holder, however that one ends.
 */
export async function withCloneLock(root, { work, onWait }) {
  const server = await lock(socketPath(root), onWait);
  try {
    return await work();
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

function socketPath(root) {
  const name = `lockstep-clone-${createHash('sha256').update(realpathSync(root)).digest('hex').slice(0, 32)}`;
  return process.platform === 'linux' ? `\0${name}` : path.join(tmpdir(), `${name}.sock`);
}

async function lock(socket, onWait) {
  for (let numTries = 0; ; numTries++) {
    const server = await listen(socket);
    if (server) return server;
    // Where sockets are files, one may outlive its holder; nobody answers there.
    if (await isDead(socket)) rmSync(socket, { force: true });
    else {
      if (numTries === 0) onWait();
      await delay(100);
    }
  }
}

/** Null when the name is taken. */
function listen(socket) {
  return new Promise((resolve, reject) => {
    const server = createServer((connection) => connection.destroy());
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error)));
    server.listen(socket, () => resolve(server));
  });
}

function isDead(socket) {
  if (socket.startsWith('\0')) return Promise.resolve(false);
  return new Promise((resolve) => {
    const connection = createConnection(socket, () => {
      connection.destroy();
      resolve(false);
    });
    connection.once('error', () => resolve(true));
  });
}
