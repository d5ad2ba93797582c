import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** Stands between a client and a server on this machine, and breaks what goes through when it is told to. */
export interface TcpProxy {
  /** "host:port" */
  readonly address: string;
  /** Cuts the connection instead of passing on the first answer that matches, once. */
  cutInsteadOf(answer: RegExp): void;
  /** Passes nothing on, in silence, until the proxy is closed. */
  silence(): void;
  close(): Promise<void>;
}

export async function startTcpProxy(target: string): Promise<TcpProxy> {
  const [host, port] = target.split(':');
  const sockets = new Set<Socket>();
  let cut: RegExp | null = null;
  let isSilent = false;
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
    client.on('data', (bytes) => {
      if (!isSilent) upstream.write(bytes);
    });
    upstream.on('data', (bytes) => {
      if (isSilent) return;
      if (!cut?.test(bytes.toString('latin1'))) client.write(bytes);
      else {
        cut = null;
        end();
      }
    });
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
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
