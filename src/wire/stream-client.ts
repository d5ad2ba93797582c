import { type ChannelCredentials, Client } from '@grpc/grpc-js';

/** A connection on which nothing comes back for the sum of these is given up as lost. */
const KEEPALIVE_MS = 2_000;
const KEEPALIVE_TIMEOUT_MS = 2_000;

export interface StreamClientOptions {
  readonly address: string;
  readonly credentials: ChannelCredentials;
  /** First and longest delay before a lost connection is made anew. */
  readonly reconnectMs: number;
  readonly maxReconnectMs: number;
}

/** A client for streams to a coordinator over one gRPC connection, which is made anew when it is lost. */
export function createStreamClient(options: StreamClientOptions): Client {
  const { address, credentials, reconnectMs, maxReconnectMs } = options;
  return new Client(address, credentials, {
    'grpc.enable_retries': 0,
    'grpc.initial_reconnect_backoff_ms': reconnectMs,
    'grpc.min_reconnect_backoff_ms': reconnectMs,
    'grpc.max_reconnect_backoff_ms': maxReconnectMs,
    'grpc.keepalive_time_ms': KEEPALIVE_MS,
    'grpc.keepalive_timeout_ms': KEEPALIVE_TIMEOUT_MS,
    'grpc.keepalive_permit_without_calls': 1,
  });
}
