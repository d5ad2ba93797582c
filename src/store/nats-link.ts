import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, ErrorCode, Events, type NatsConnection, NatsError, type TlsOptions } from 'nats';
import { LockstepError } from '../core/errors.ts';

const DEADLINE_MS = 5000;
const RETRY_MS = 50;
const RECONNECT_MS = 200;
/** A server that leaves two pings in a row unanswered is given up, and another one or a new connection tried. */
const PING_MS = 5000;
/** A call that gets no answer is tried so many times within its deadline. */
const NUM_TRIES = 3;

/** How to reach NATS. */
export interface NatsAccess {
  /** "host:port" of the servers of one cluster. */
  readonly servers: readonly string[];
  readonly token?: string | undefined;
  /** PEM files for mutual TLS. */
  readonly tls?: { readonly caFile: string; readonly certFile: string; readonly keyFile: string } | undefined;
  /** Every call has its answer within this time or fails with UNAVAILABLE. */
  readonly deadlineMs?: number | undefined;
}

/** A connection that comes back for ever, and calls that end. */
export interface NatsLink {
  /** For messages; what needs an answer goes through `ask`. */
  readonly connection: NatsConnection;
  /**
   * Tries again until the server answers or the deadline is over; `attempt` must therefore be safe to repeat. Throws
   * UNAVAILABLE, naming the servers, when there is no answer, and IO_FAILED when the server refuses.
   */
  ask<T>(what: string, attempt: (timeoutMs: number) => Promise<T>): Promise<T>;
  isConnected(): boolean;
  /** Lets the calls under way end, then disconnects; calls after that are refused with IO_FAILED. */
  close(): Promise<void>;
}

/** Throws UNAVAILABLE when no server lets this client in within the deadline. */
export async function openNatsLink(access: NatsAccess): Promise<NatsLink> {
  const { servers, deadlineMs = DEADLINE_MS } = access;
  const place = `NATS at ${servers.join(', ')}`;
  const connection = await connectWithin(access, deadlineMs, place);
  let isConnected = true;
  let isClosed = false;
  /** Ends each attempt under way: its answer will not come over a connection that broke. */
  const interrupts = new Set<(error: NatsError) => void>();
  void (async () => {
    for await (const { type } of connection.status()) {
      if (type === Events.Reconnect) isConnected = true;
      if (type !== Events.Disconnect) continue;
      isConnected = false;
      for (const interrupt of interrupts) interrupt(NatsError.errorForCode(ErrorCode.Disconnect));
    }
  })();
  const underWay = new Set<Promise<unknown>>();

  const repeat = async <T>(what: string, attempt: (timeoutMs: number) => Promise<T>): Promise<T> => {
    const deadline = performance.now() + deadlineMs;
    let cause = 'not connected';
    for (;;) {
      const leftMs = deadline - performance.now();
      if (leftMs <= 0) {
        throw new LockstepError(
          'UNAVAILABLE',
          `${place}: no answer within ${deadlineMs} ms: ${what}: ${cause}`,
        );
      }
      // Nothing is sent while there is no connection: the client would keep it and send it much later.
      if (isConnected) {
        const timeoutMs = Math.ceil(Math.min(leftMs, deadlineMs / NUM_TRIES));
        try {
          return await within(timeoutMs, attempt(timeoutMs), interrupts);
        } catch (error) {
          if (error instanceof LockstepError || !(error instanceof NatsError)) throw error;
          cause = error.message;
          if (!isPassing(error)) throw new LockstepError('IO_FAILED', `${place}: ${what}: ${cause}`);
        }
      }
      await sleep(Math.min(RETRY_MS, Math.max(leftMs, 1)));
    }
  };

  return {
    connection,
    ask: (what, attempt) => {
      if (isClosed) return Promise.reject(new LockstepError('IO_FAILED', `${what}: ${place} is closed`));
      const call = repeat(what, attempt);
      const forget = () => underWay.delete(call);
      underWay.add(call);
      call.then(forget, forget);
      return call;
    },
    isConnected: () => isConnected && !isClosed,
    close: async () => {
      isClosed = true;
      await Promise.allSettled(underWay);
      await connection.close();
    },
  };
}

async function connectWithin(access: NatsAccess, deadlineMs: number, place: string): Promise<NatsConnection> {
  const { servers, token, tls } = access;
  const options = {
    servers: [...servers],
    ...(token !== undefined && { token }),
    ...(tls && { tls: await readTls(tls) }),
    maxReconnectAttempts: -1,
    reconnectTimeWait: RECONNECT_MS,
    // A token that is being changed must not end the connection for good.
    ignoreAuthErrorAbort: true,
    pingInterval: PING_MS,
  };
  const deadline = performance.now() + deadlineMs;
  for (;;) {
    try {
      return await connect({ ...options, timeout: Math.max(1, deadline - performance.now()) });
    } catch (error) {
      const { code, message } = error as NatsError;
      const isRefused = code === ErrorCode.AuthorizationViolation;
      if (isRefused || performance.now() + RECONNECT_MS > deadline) {
        throw new LockstepError('UNAVAILABLE', `${place} cannot be reached: ${message}`);
      }
      await sleep(RECONNECT_MS);
    }
  }
}

async function readTls({ caFile, certFile, keyFile }: NonNullable<NatsAccess['tls']>): Promise<TlsOptions> {
  const read = (file: string): Promise<string> =>
    readFile(file, 'utf8').catch((error: Error) => {
      throw new LockstepError('IO_FAILED', `${file} cannot be read: ${error.message}`);
    });
  const [ca, cert, key] = await Promise.all([read(caFile), read(certFile), read(keyFile)]);
  return { ca, cert, key };
}

/** Rejects as the client does when it hears nothing: not every call of the client has a timeout of its own. */
async function within<T>(
  timeoutMs: number,
  call: Promise<T>,
  interrupts: Set<(error: NatsError) => void>,
): Promise<T> {
  let interrupt!: (error: NatsError) => void;
  const interrupted = new Promise<never>((_, reject) => {
    interrupt = reject;
  });
  const timer = setTimeout(() => interrupt(NatsError.errorForCode(ErrorCode.Timeout)), timeoutMs);
  interrupts.add(interrupt);
  try {
    return await Promise.race([call, interrupted]);
  } finally {
    clearTimeout(timer);
    interrupts.delete(interrupt);
  }
}

/** Whether the call may succeed when it is tried again: nobody answered, or a server without a leader did. */
function isPassing({ code, api_error: answer }: NatsError): boolean {
  const passing: string[] = [
    ErrorCode.Timeout,
    ErrorCode.NoResponders,
    ErrorCode.Disconnect,
    ErrorCode.ConnectionRefused,
    ErrorCode.ConnectionDraining,
  ];
  return answer ? answer.code === 503 : passing.includes(code);
}
