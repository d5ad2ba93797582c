import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createConnection, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import type { ChecksumOf, Entrance, OutgoingLink } from './link.ts';
import { type SharedFolders, sharedFolders, socketOf } from './shared-folder.ts';
import { createSlotFile, openSlotFile, type SlotFile } from './slot-file.ts';
import { createSlotReceiver } from './slot-receiver.ts';
import { createSlotSender } from './slot-sender.ts';

/** Where to bring chunks for one peer and one generation; travels in the peer's pull, thus to one worker only. */
export interface SharedMemoryTicket {
  readonly sharedFolder: string;
  readonly sharedToken: Uint8Array;
}

/** What a link out needs of this side. */
export interface LinkExit {
  readonly checksumOf: ChecksumOf;
  /** The link broke, or the other side closed it. */
  readonly onEnd: (cause: string) => void;
}

/** This worker's end of the links through shared memory; outlives generations. */
export interface SharedMemoryPort {
  /** Waits for the sender to whom the ticket is given, once. */
  expect(entrance: Entrance): { readonly ticket: SharedMemoryTicket; readonly cancel: () => void };
  /** Links to the peer that gave the ticket; null when it is on another host, of another user, or has no memory left. */
  connect(ticket: SharedMemoryTicket, exit: LinkExit): Promise<OutgoingLink | null>;
  close(): void;
}

export interface SharedMemoryOptions {
  /** A file system in memory. */
  readonly root?: string;
  /** Told once why there are no such links, or why one is missing. */
  readonly onNote: (note: string) => void;
}

const TOKEN_BYTES = 32;
const FILE_NAME_BYTES = 16;
const FOLDER_ID_BYTES = 16;
/** The token, then the sender's folder and file, in ASCII. */
const HELLO_BYTES = TOKEN_BYTES + FOLDER_ID_BYTES + FILE_NAME_BYTES;
const READY = Buffer.from([1]);
const BEGIN = Buffer.from([2]);
/** A host answers itself within a millisecond; a busy one may take longer. */
const HANDSHAKE_MS = 2_000;

/**
 * Proof of one host and one user: the socket and the slots are files in folders that only this user may enter, and
 * no path of a message is trusted further than an id in such a folder's name. The token, which the puller sends over
 * gRPC and sees again on its socket, tells it which of its peers connected. Null, with a note, where shared memory is
 * not to be had; then everything goes over gRPC.
 */
export async function openSharedMemoryPort({
  root = '/dev/shm',
  onNote,
}: SharedMemoryOptions): Promise<SharedMemoryPort | null> {
  try {
    if (process.platform !== 'linux') throw new Error(`it is not used on ${process.platform}`);
    const folders = sharedFolders(root);
    const own = await folders.create();
    return await listen({ folders, own, onNote });
  } catch (error) {
    onNote(`no shared memory between workers of this host: ${(error as Error).message}`);
    return null;
  }
}

interface Home {
  readonly folders: SharedFolders;
  readonly own: { readonly id: string; readonly path: string };
  readonly onNote: (note: string) => void;
}

function listen({ folders, own, onNote }: Home): Promise<SharedMemoryPort> {
  const expected = new Map<string, Entrance>();
  const server = createServer((socket) => {
    welcome(
      socket,
      (token) => {
        const entrance = expected.get(token);
        expected.delete(token);
        return entrance;
      },
      folders,
    );
  });
  let hasNoted = false;
  const removeFolder = (): void => rmSync(own.path, { recursive: true, force: true });
  process.once('exit', removeFolder);

  const port: SharedMemoryPort = {
    expect: (entrance) => {
      const token = randomBytes(TOKEN_BYTES);
      expected.set(token.toString('hex'), entrance);
      return {
        ticket: { sharedFolder: own.id, sharedToken: token },
        cancel: () => expected.delete(token.toString('hex')),
      };
    },
    connect: async (ticket, exit) => {
      try {
        if (ticket.sharedToken.length !== TOKEN_BYTES) throw new Error('a ticket is damaged');
        // A peer of another host has no folder here.
        const socketPath = socketOf(folders.pathOf(ticket.sharedFolder));
        return await knock({ socketPath, token: ticket.sharedToken, own, exit });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT' && !hasNoted) {
          hasNoted = true;
          onNote(`a link between workers of this host goes over gRPC: ${(error as Error).message}`);
        }
        return null;
      }
    },
    close: () => {
      server.close();
      process.off('exit', removeFolder);
      removeFolder();
    },
  };
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(socketOf(own.path), () => {
      server.unref();
      resolve(port);
    });
  });
}

interface Knock {
  readonly socketPath: string;
  readonly token: Uint8Array;
  readonly own: { readonly id: string; readonly path: string };
  readonly exit: LinkExit;
}

/** The sender's side of the handshake. */
async function knock({ socketPath, token, own, exit }: Knock): Promise<OutgoingLink> {
  const name = randomBytes(FILE_NAME_BYTES / 2).toString('hex');
  const file = createSlotFile(join(own.path, name));
  const socket = createConnection(socketPath);
  socket.on('error', () => undefined);
  try {
    socket.write(Buffer.concat([token, Buffer.from(own.id + name, 'ascii')]));
    await firstByte(socket);
    socket.write(BEGIN);
    return createSlotSender({ socket, file, ...exit });
  } catch (error) {
    socket.destroy();
    file.close();
    throw error;
  } finally {
    file.unlink();
  }
}

/** Resolves when the peer says that it is ready. */
function firstByte(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error): void => {
      socket.setTimeout(0);
      socket.removeAllListeners('data').pause();
      socket.off('error', settle).off('close', onClose).off('timeout', onTimeout);
      if (error) reject(error);
      else resolve();
    };
    const onClose = (): void => settle(new Error('the peer did not take the link'));
    const onTimeout = (): void => settle(new Error(`the peer did not answer within ${HANDSHAKE_MS} ms`));
    socket.setTimeout(HANDSHAKE_MS);
    socket.once('data', () => settle());
    socket.once('error', settle).once('close', onClose).once('timeout', onTimeout);
  });
}

/** The receiver's side of the handshake; closes what does not bring a token that is expected. */
function welcome(
  socket: Socket,
  take: (token: string) => Entrance | undefined,
  folders: SharedFolders,
): void {
  let hello = Buffer.alloc(0);
  let file: SlotFile | null = null;
  let entrance: Entrance | undefined;
  const abandon = (): void => {
    file?.close();
    socket.destroy();
  };
  const onData = (bytes: Buffer): void => {
    hello = Buffer.concat([hello, bytes]);
    if (!file) {
      if (hello.length < HELLO_BYTES) return;
      entrance = take(hello.toString('hex', 0, TOKEN_BYTES));
      if (!entrance) {
        abandon();
        return;
      }
      const folder = hello.toString('ascii', TOKEN_BYTES, TOKEN_BYTES + FOLDER_ID_BYTES);
      const name = hello.toString('ascii', TOKEN_BYTES + FOLDER_ID_BYTES, HELLO_BYTES);
      try {
        if (!/^[0-9a-f]+$/.test(name)) throw new Error('no file name');
        file = openSlotFile(join(folders.pathOf(folder), name));
      } catch {
        abandon();
        return;
      }
      socket.write(READY);
    }
    if (hello.length > HELLO_BYTES) begin(hello.subarray(HELLO_BYTES + BEGIN.length));
  };
  const begin = (rest: Buffer): void => {
    socket.setTimeout(0);
    socket.removeAllListeners();
    const receive = createSlotReceiver(socket, file!, entrance!);
    entrance!.onBegin();
    socket.on('data', receive);
    receive(rest);
  };
  socket.setTimeout(HANDSHAKE_MS, abandon);
  socket.once('error', abandon).once('close', abandon);
  socket.on('data', onData);
}
