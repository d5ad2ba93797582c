import { type ChannelCredentials, Client } from '@grpc/grpc-js';
import type { lockstep } from '../gen/lockstep.js';
import { poolService } from '../wire/services.ts';

/** An agent's stream to the coordinator. */
export interface PoolStream {
  write(message: lockstep.v1.IAgentMessage): unknown;
  end(): unknown;
  on(event: 'data', listener: (message: lockstep.v1.PoolMessage) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'end', listener: () => void): unknown;
}

export interface PoolClient {
  openStream(): PoolStream;
  close(): void;
}

/** A connection on which nothing comes back for the sum of these is given up as lost. */
const KEEPALIVE_MS = 2_000;
const KEEPALIVE_TIMEOUT_MS = 2_000;
const RECONNECT_MS = 100;
const MAX_RECONNECT_MS = 1_000;

/** Streams over one gRPC connection, which is made anew when it is lost. */
export function createPoolClient(coordinatorAddress: string, credentials: ChannelCredentials): PoolClient {
  const client = new Client(coordinatorAddress, credentials, {
    'grpc.enable_retries': 0,
    'grpc.initial_reconnect_backoff_ms': RECONNECT_MS,
    'grpc.min_reconnect_backoff_ms': RECONNECT_MS,
    'grpc.max_reconnect_backoff_ms': MAX_RECONNECT_MS,
    'grpc.keepalive_time_ms': KEEPALIVE_MS,
    'grpc.keepalive_timeout_ms': KEEPALIVE_TIMEOUT_MS,
    'grpc.keepalive_permit_without_calls': 1,
  });
  const { path, requestSerialize, responseDeserialize } = poolService.attend;
  return {
    openStream: () =>
      client.makeBidiStreamRequest<lockstep.v1.IAgentMessage, lockstep.v1.PoolMessage>(
        path,
        requestSerialize,
        responseDeserialize,
      ),
    close: () => client.close(),
  };
}
