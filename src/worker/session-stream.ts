import { type ChannelCredentials, credentials } from '@grpc/grpc-js';
import type { lockstep } from '../gen/lockstep.js';
import { workerService } from '../wire/services.ts';
import { createStreamClient } from '../wire/stream-client.ts';
import type { SessionStream } from './session.ts';

/** Streams to the coordinator over one gRPC connection, which is made anew when it is lost. */
export interface SessionClient {
  openStream(): SessionStream;
  close(): void;
}

const RECONNECT_MS = 50;
const MAX_RECONNECT_MS = 500;

export function createSessionClient(
  coordinatorAddress: string,
  channel: ChannelCredentials = credentials.createInsecure(),
): SessionClient {
  const client = createStreamClient({
    address: coordinatorAddress,
    credentials: channel,
    reconnectMs: RECONNECT_MS,
    maxReconnectMs: MAX_RECONNECT_MS,
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
