import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** Stands between a client and a server on this machine, and breaks what goes through when it is told to. */
export interface TcpProxy {
  /** "host:port" */
  readonly address: string;
  /** Cuts the connection instead of passing on the first answer that matches, once. */
  cutInsteadOf(answer: RegExp): void;
  /** Passes nothing on, with the connections open, until `resume`. */
  silence(): void;
  resume(): void;
  close(): Promise<void>;
}

export async function startTcpProxy(target: string): Promise<TcpProxy> {
  const [host, port] = target.split(':');
  const sockets = new Set<Socket>();
  let cut: RegExp | null = null;
  let isSilent = false;
  const pauseAll = () => {
    for (const socket of sockets) socket.pause();
  };
  const server = createServer((client) => {
    const upstream = connect(Number(port), host);
    const end = () => {
      for (const socket of [client, upstream]) {
        sockets.delete(socket.destroy());
      }
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', end).on('close', end);
    }
    client.on('data', (bytes) => upstream.write(bytes));
    upstream.on('data', (bytes) => {
      if (!cut?.test(bytes.toString('latin1'))) client.write(bytes);
      else {
        cut = null;
        end();
      }
    });
    if (isSilent) pauseAll();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `127.0.0.1:${(server.address() as { port: number }).port}`,
    cutInsteadOf: (answer) => {
      cut = answer;
    },
    silence: () => {
      isSilent = true;
      pauseAll();
    },
    resume: () => {
      isSilent = false;
      for (const socket of sockets) socket.resume();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
