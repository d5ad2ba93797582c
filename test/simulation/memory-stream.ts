import { EventEmitter } from 'node:events';
import type { Deserialize, Serialize } from '../../src/wire/method.ts';
import type { SimulatedProcess } from './simulated-process.ts';

/** How the messages of a stream are written and read. */
export interface StreamCodec {
  readonly requestSerialize: Serialize<never>;
  readonly requestDeserialize: Deserialize<unknown>;
  readonly responseSerialize: Serialize<never>;
  readonly responseDeserialize: Deserialize<unknown>;
}

/** One direction between two processes: what is sent arrives in order, later. */
export interface Pipe {
  send(arrive: () => void): void;
  /** Nothing of what is on its way arrives. */
  loseAll(): void;
}

/** The end that opened a stream; emits `data`, then `end` or `error`, as the streams of a grpc-js client do. */
export class ClientEnd extends EventEmitter {
  write: (message: unknown) => void = () => undefined;
  end: () => void = () => undefined;
  cancel: () => void = () => undefined;

  /** The data up to the end; throws the error. */
  async *[Symbol.asyncIterator](): AsyncGenerator<unknown> {
    const messages: unknown[] = [];
    let over: { readonly error: Error | undefined } | null = null;
    let wake = (): void => undefined;
    const onOver = (error?: Error): void => {
      over = { error };
      wake();
    };
    this.on('data', (message) => {
      messages.push(message);
      wake();
    });
    this.on('end', onOver);
    this.on('error', onOver);
    for (;;) {
      if (messages.length > 0) yield messages.shift();
      else if (over) break;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
    const { error } = over as { readonly error: Error | undefined };
    if (error) throw error;
  }
}

/** The other end; emits `data`, `end` and `cancelled`, as the calls of a grpc-js server do. */
export class ServerEnd extends EventEmitter {
  /** The request of a stream that goes one way. */
  request: unknown = null;
  cancelled = false;
  write: (message: unknown, onWritten?: () => void) => void = () => undefined;
  end: () => void = () => undefined;
  destroy: (error?: Error) => void = () => undefined;
}

export interface MemoryStreamOptions {
  readonly from: SimulatedProcess;
  readonly to: SimulatedProcess;
  readonly there: Pipe;
  readonly back: Pipe;
  readonly codec: StreamCodec;
  /** The one message of a client that sends no others; null for a client that goes on writing. */
  readonly request: unknown;
  readonly accept: (server: ServerEnd) => void;
  /** Told when nothing more can come of it. */
  readonly onOver: (stream: MemoryStream) => void;
}

export interface MemoryStream {
  readonly from: SimulatedProcess;
  readonly to: SimulatedProcess;
  readonly client: ClientEnd;
  /** The connection is reset: both ends hear of it over the network, after or instead of what is on its way. */
  reset(losesMessages: boolean): void;
  /** Each end finds out for itself that the other is silent. */
  giveUp(): void;
}

export function openMemoryStream(options: MemoryStreamOptions): MemoryStream {
  const { from, to, there, back, codec, request, accept, onOver } = options;
  const client = new ClientEnd();
  const server = new ServerEnd();
  /** The client has heard the last. */
  let isOver = false;
  let isAccepted = false;
  let isStatusSent = false;

  const endClient = (event: 'end' | 'error', error?: Error): void => {
    if (isOver) return;
    isOver = true;
    onOver(stream);
    client.emit(event, error);
  };
  const cancelServer = (): void => {
    if (server.cancelled) return;
    server.cancelled = true;
    if (isAccepted) server.emit('cancelled', 'cancelled');
  };
  const sendStatus = (event: 'end' | 'error', error?: Error): void => {
    if (isStatusSent) return;
    isStatusSent = true;
    back.send(() => endClient(event, error));
  };
  const tellServer = (event: 'data' | 'end', message?: unknown): void => {
    if (isAccepted && !server.cancelled && !isStatusSent) server.emit(event, message);
  };

  server.on('error', (error: Error) => sendStatus('error', new Error(error.message)));
  server.end = () => sendStatus('end');
  // A destroyed call of grpc-js sends no status: its client is left waiting.
  server.destroy = (error) => {
    isStatusSent = true;
    if (error) queueMicrotask(() => server.emit('error', error));
  };
  server.write = (message, onWritten) => {
    if (onWritten) queueMicrotask(onWritten);
    if (isStatusSent || server.cancelled) return;
    const bytes = serialize(codec.responseSerialize, message);
    back.send(() => {
      if (!isOver) client.emit('data', codec.responseDeserialize(bytes));
    });
  };
  client.write = (message) => {
    if (isOver) return;
    const bytes = serialize(codec.requestSerialize, message);
    there.send(() => tellServer('data', codec.requestDeserialize(bytes)));
  };
  client.end = () => there.send(() => tellServer('end'));
  client.cancel = () => {
    if (isOver) return;
    there.send(cancelServer);
    queueMicrotask(() => endClient('error', new Error('CANCELLED: cancelled by the client')));
  };

  const requestBytes = request === null ? null : serialize(codec.requestSerialize, request);
  there.send(() => {
    if (server.cancelled) return;
    isAccepted = true;
    if (requestBytes) server.request = codec.requestDeserialize(requestBytes);
    accept(server);
  });
  const stream: MemoryStream = {
    from,
    to,
    client,
    reset: (losesMessages) => {
      if (losesMessages) {
        there.loseAll();
        back.loseAll();
      }
      onOver(stream);
      back.send(() => endClient('error', new Error('UNAVAILABLE: the connection was reset')));
      there.send(cancelServer);
    },
    giveUp: () => {
      onOver(stream);
      from.run(() => endClient('error', new Error('UNAVAILABLE: nothing came back in time')));
      to.run(cancelServer);
    },
  };
  return stream;
}

/** Messages travel as bytes, so that no two processes share an object. Chunks are written by hand into a frame. */
function serialize(encode: Serialize<never>, message: unknown): Buffer {
  const encoded = (encode as (message: unknown) => Buffer | SerializedInPlace)(message);
  if (Buffer.isBuffer(encoded)) return encoded;
  const frame = Buffer.alloc(encoded.byteLength);
  encoded.copy(frame, 0);
  return frame;
}

interface SerializedInPlace {
  readonly byteLength: number;
  copy(target: Uint8Array, offset: number): void;
}
