import { type ChannelCredentials, Client, Metadata, Server, type ServiceError } from '@grpc/grpc-js';
import { collectiveService } from '../../../src/collective/collective-service.ts';
import type { AccessRecord } from '../../../src/core/access/access-record.ts';
import type { ExpectedGrant } from '../../../src/core/access/job-grant.ts';
import type { lockstep } from '../../../src/gen/lockstep.js';
import { createAccessInterceptor } from '../../../src/wire/access-interceptor.ts';
import { type Credentials, TLS_CHANNEL_OPTIONS } from '../../../src/wire/credentials.ts';
import { type PublicKey, verifyJobToken } from '../../../src/wire/job-tokens.ts';
import { controlService, workerService } from '../../../src/wire/services.ts';

export interface GuardedServer {
  readonly address: string;
  readonly audit: readonly AccessRecord[];
  /** The methods whose handlers have heard of a call, in their order. */
  readonly handled: readonly string[];
  close(): void;
}

/** A gRPC server with every service of Lockstep whose handlers do nothing but say that they were reached. */
export async function startGuardedServer(options: {
  readonly credentials: Credentials;
  readonly keys?: () => readonly PublicKey[];
  readonly expected?: () => ExpectedGrant | null;
  readonly nowMs?: () => number;
}): Promise<GuardedServer> {
  const { credentials, keys = () => [], expected, nowMs = Date.now } = options;
  const audit: AccessRecord[] = [];
  const handled: string[] = [];
  const interceptor = createAccessInterceptor({
    audit: (record) => audit.push(record),
    verifyToken: (token) => verifyJobToken(token, { keys: keys(), nowMs: nowMs() }),
    expected,
    nowMs,
  });
  const server = new Server({ interceptors: [interceptor] });
  const endStream = (name: string) => (call: { end(): void }) => {
    handled.push(name);
    call.end();
  };
  server.addService(workerService, { session: endStream('session') });
  server.addService(collectiveService, { pull: endStream('pull'), pullState: endStream('pullState') });
  server.addService(controlService, {
    watch: endStream('watch'),
    stopJob: (_: unknown, reply: (error: null, value: lockstep.v1.IStopJobReply) => void) => {
      handled.push('stopJob');
      reply(null, { state: 'stopping' });
    },
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', credentials.server, (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  return { address: `127.0.0.1:${port}`, audit, handled, close: () => server.forceShutdown() };
}

type MethodName = 'session' | 'pull' | 'pullState' | 'watch' | 'stopJob';

export interface Call {
  readonly address: string;
  readonly credentials: ChannelCredentials;
  readonly method: MethodName;
  readonly request?: object;
  readonly metadata?: Metadata | undefined;
}

const METHODS = { ...workerService, ...collectiveService, ...controlService };

/** Makes one call over a connection of its own: `OK`, or the name of the status with its details. */
export async function outcomeOf(call: Call): Promise<string> {
  const client = new Client(call.address, call.credentials, {
    'grpc.use_local_subchannel_pool': 1,
    'grpc.enable_retries': 0,
    ...TLS_CHANNEL_OPTIONS,
  });
  try {
    return await outcomeOver(client, call);
  } finally {
    client.close();
  }
}

/** Makes one call over an open client. */
export async function outcomeOver(
  client: Client,
  call: Omit<Call, 'address' | 'credentials'>,
): Promise<string> {
  const { path, requestStream, responseStream, requestSerialize, responseDeserialize } = METHODS[call.method];
  const serialize = requestSerialize as (value: object) => Buffer;
  const deserialize = responseDeserialize as (bytes: Buffer) => object;
  const { request = {}, metadata = new Metadata() } = call;
  const options = { deadline: Date.now() + 20_000 };
  const error = await new Promise<ServiceError | null>((resolve) => {
    if (!responseStream) {
      const done = (failure: ServiceError | null): void => resolve(failure);
      client.makeUnaryRequest(path, serialize, deserialize, request, metadata, options, done);
      return;
    }
    const stream = requestStream
      ? client.makeBidiStreamRequest(path, serialize, deserialize, metadata, options)
      : client.makeServerStreamRequest(path, serialize, deserialize, request, metadata, options);
    stream.on('data', () => {});
    stream.on('error', (failure: ServiceError) => resolve(failure));
    stream.on('end', () => resolve(null));
    if ('write' in stream) (stream as { write(value: object): void }).write({ hello: request });
  });
  return error ? error.message : 'OK';
}
