import { type ChannelCredentials, Client, credentials } from '@grpc/grpc-js';
import type { lockstep } from '../gen/lockstep.js';
import { workerService } from '../wire/services.ts';
import type { SessionStream } from './session.ts';

/** Streams to the coordinator over one gRPC connection, which is made anew when it is lost. */
export interface SessionClient {
  openStream(): SessionStream;
  close(): void;
}

/** A connection on which nothing comes back for `KEEPALIVE_MS` plus `KEEPALIVE_TIMEOUT_MS` is given up as lost. */
const KEEPALIVE_MS = 2_000;
const KEEPALIVE_TIMEOUT_MS = 2_000;
const RECONNECT_MS = 50;
const MAX_RECONNECT_MS = 500;

export function createSessionClient(
  coordinatorAddress: string,
  channel: ChannelCredentials = credentials.createInsecure(),
): SessionClient {
  const client = new Client(coordinatorAddress, channel, {
    'grpc.enable_retries': 0,
    'grpc.initial_reconnect_backoff_ms': RECONNECT_MS,
    'grpc.min_reconnect_backoff_ms': RECONNECT_MS,
    'grpc.max_reconnect_backoff_ms': MAX_RECONNECT_MS,
    'grpc.keepalive_time_ms': KEEPALIVE_MS,
    'grpc.keepalive_timeout_ms': KEEPALIVE_TIMEOUT_MS,
    'grpc.keepalive_permit_without_calls': 1,
  });
  const { path, requestSerialize, responseDeserialize } = workerService.session;
  return {
    openStream: () =>
      client.makeBidiStreamRequest<lockstep.v1.IWorkerMessage, lockstep.v1.CoordinatorMessage>(
        path,
        requestSerialize,
        responseDeserialize,
      ),
    close: () => client.close(),
  };
}
