import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { type LinkProxy, openLinkProxy } from '../../../src/launch/link-proxy.ts';

/** Long enough for anything on its way over loopback to arrive. */
const SILENCE_MS = 150;

test('carries bytes both ways, and the end of one side to the other', async () => {
  const { accepted, client } = await connectThroughProxy();
  client.write('question');
  const peer = await accepted;
  await received(peer, 'question');
  const ended = Promise.all([once(client, 'end'), once(peer, 'close')]);
  peer.end('answer');
  await received(client, 'answer');
  await ended;
});

test('lets nothing through while it is paused, in neither direction, and all of it afterwards', async () => {
  const { proxy, accepted, client } = await connectThroughProxy();
  const peer = await accepted;
  proxy.pause();
  client.write('from the client');
  peer.write('from the server');
  await silence();
  expect(textOf(peer)).toBe('');
  expect(textOf(client)).toBe('');
  proxy.resume();
  await received(peer, 'from the client');
  await received(client, 'from the server');
});

test('takes connections while it is paused, says nothing to them, and leads them on when it goes on', async () => {
  const { proxy, server } = await openProxy();
  let numConnections = 0;
  const accepted = new Promise<Socket>((resolve) => {
    server.on('connection', (socket) => {
      numConnections += 1;
      resolve(collect(socket));
    });
  });
  proxy.pause();
  const client = await connectTo(proxy.address);
  client.write('hello');
  await silence();
  expect(numConnections).toBe(0);
  expect(client.destroyed).toBe(false);
  proxy.resume();
  await received(await accepted, 'hello');
});

test('hides the death of one side from the other for as long as it is paused', async () => {
  const { proxy, accepted, client } = await connectThroughProxy();
  const peer = await accepted;
  let isEnded = false;
  client.on('end', () => {
    isEnded = true;
  });
  proxy.pause();
  peer.resetAndDestroy();
  await silence();
  expect(isEnded || client.destroyed).toBe(false);
  proxy.resume();
  await once(client, 'close');
});

test('holds connections until it is told where they lead', async () => {
  const server = await listen();
  const proxy = await openLinkProxy();
  onTestFinished(() => proxy.close());
  const accepted = once(server, 'connection') as Promise<[Socket]>;
  const client = await connectTo(proxy.address);
  client.write('early');
  proxy.pointTo(endpointOf(server));
  const [peer] = await accepted;
  await received(collect(peer), 'early');
});

test('ends a connection whose target does not answer', async () => {
  const { proxy, server } = await openProxy();
  await new Promise((resolve) => server.close(resolve));
  const client = connectNow(proxy.address);
  await once(client, 'close');
});

test('ends what it carries when it is closed, and takes no more', async () => {
  const { proxy, accepted, client } = await connectThroughProxy();
  await accepted;
  proxy.close();
  await once(client, 'close');
  const [error] = await once(connectNow(proxy.address), 'error');
  expect(error).toMatchObject({ code: 'ECONNREFUSED' });
});

async function connectThroughProxy() {
  const { proxy, server } = await openProxy();
  const accepted = new Promise<Socket>((resolve) => {
    server.once('connection', (socket) => resolve(collect(socket)));
  });
  return { proxy, accepted, client: await connectTo(proxy.address) };
}

async function openProxy(): Promise<{ proxy: LinkProxy; server: Server }> {
  const server = await listen();
  const proxy = await openLinkProxy();
  onTestFinished(() => proxy.close());
  proxy.pointTo(endpointOf(server));
  return { proxy, server };
}

async function listen(): Promise<Server> {
  const server = createServer({ allowHalfOpen: true });
  onTestFinished(() => {
    server.close();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function endpointOf(server: Server) {
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
}

async function connectTo(address: string): Promise<Socket> {
  const client = connectNow(address);
  await once(client, 'connect');
  return client;
}

function connectNow(address: string): Socket {
  const [host, port] = address.split(':');
  return collect(connect({ host, port: Number(port) }));
}

const texts = new WeakMap<Socket, string>();

/** Keeps what a socket receives. */
function collect(socket: Socket): Socket {
  onTestFinished(() => {
    socket.destroy();
  });
  texts.set(socket, '');
  socket.on('error', () => undefined);
  return socket.on('data', (data) => texts.set(socket, textOf(socket) + data));
}

function textOf(socket: Socket): string {
  return texts.get(socket)!;
}

async function received(socket: Socket, text: string): Promise<void> {
  await expect.poll(() => textOf(socket)).toBe(text);
}

function silence(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, SILENCE_MS));
}
