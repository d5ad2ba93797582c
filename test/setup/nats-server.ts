import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PLACES = ['/usr/sbin/nats-server', '/usr/local/sbin/nats-server', '/usr/local/bin/nats-server'];
export const NATS_SERVER = PLACES.find((place) => existsSync(place));

/** Why tests that need the program cannot run here, or null. */
export const natsServerMissing = NATS_SERVER ? null : `skipped: ${PLACES[0]} is missing`;

/** A real nats-server with JetStream, on a port and in a folder of its own. */
export interface NatsServer {
  /** "host:port" */
  readonly address: string;
  /** `kill -9`; returns when the process is gone. */
  kill(): Promise<void>;
  /** Starts it again on the same port and the same folder. */
  restart(): Promise<void>;
  /** Kills it and removes its folder. */
  remove(): Promise<void>;
}

export async function startNatsServer(): Promise<NatsServer> {
  const directory = await mkdtemp(path.join(tmpdir(), 'nats-server-'));
  const port = await freePort();
  let child = await spawnServer(directory, port);
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  return {
    address: `127.0.0.1:${port}`,
    kill,
    restart: async () => {
      await kill();
      child = await spawnServer(directory, port);
    },
    remove: async () => {
      await kill();
      await rm(directory, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

async function spawnServer(directory: string, port: number): Promise<ChildProcess> {
  const args = ['--addr', '127.0.0.1', '--port', String(port), '--jetstream', '--store_dir', directory];
  const child = spawn(NATS_SERVER!, args, { stdio: 'ignore' });
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.removeListener('exit', end));
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`nats-server ended with status ${child.exitCode}`);
    await sleep(20);
  }
  return child;
}

/** The server greets first. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    const settle = (isThere: boolean) => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once('data', () => settle(true));
    socket.once('error', () => settle(false));
    socket.once('close', () => settle(false));
  });
}

/** A port that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
