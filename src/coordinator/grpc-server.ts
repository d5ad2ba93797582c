import { Server, type ServerCredentials, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { LockstepError } from '../core/errors.ts';
import { splitAddress } from '../wire/address.ts';

const MAX_MESSAGE_BYTES = 16 * 1024 * 1024;
const KEEPALIVE = { 'grpc.keepalive_time_ms': 5_000, 'grpc.keepalive_timeout_ms': 5_000 };

export interface ServedInterface {
  readonly definition: Parameters<Server['addService']>[0];
  readonly handlers: UntypedServiceImplementation;
}

export interface GrpcServer {
  /** HOST:PORT where it listens. */
  readonly address: string;
  /** Resolves when everybody has hung up. */
  end(): Promise<void>;
  kill(): void;
}

/** Opens a gRPC port. Throws PORT_TAKEN. */
export async function startGrpcServer(options: {
  /** HOST:PORT; port 0 takes a free one. */
  readonly listen: string;
  readonly credentials: ServerCredentials;
  readonly interfaces: readonly ServedInterface[];
  /** Hangs up on those from whom nothing comes back, for who has no lease of its own. */
  readonly noticesSilence?: boolean;
}): Promise<GrpcServer> {
  const { listen, credentials, interfaces, noticesSilence = false } = options;
  const server = new Server({
    'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
    ...(noticesSilence ? KEEPALIVE : {}),
  });
  for (const { definition, handlers } of interfaces) server.addService(definition, handlers);
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync(listen, credentials, (error, bound) => {
      if (!error) resolve(bound);
      else
        reject(
          new LockstepError('PORT_TAKEN', `the coordinator cannot listen on ${listen}: ${error.message}`),
        );
    });
  });
  return {
    address: `${splitAddress(listen).host}:${port}`,
    end: () => new Promise<void>((resolve) => server.tryShutdown(() => resolve())),
    kill: () => server.forceShutdown(),
  };
}
