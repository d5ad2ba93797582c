import type { ChannelCredentials } from '@grpc/grpc-js';
import type { lockstep } from '../gen/lockstep.js';
import { poolService } from '../wire/services.ts';
import { createStreamClient } from '../wire/stream-client.ts';

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

const RECONNECT_MS = 100;
const MAX_RECONNECT_MS = 1_000;

/** Streams over one gRPC connection, which is made anew when it is lost. */
export function createPoolClient(coordinatorAddress: string, credentials: ChannelCredentials): PoolClient {
  const client = createStreamClient({
    address: coordinatorAddress,
    credentials,
    reconnectMs: RECONNECT_MS,
    maxReconnectMs: MAX_RECONNECT_MS,
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
