import { Server, ServerCredentials } from '@grpc/grpc-js';
import { collectiveService } from '../collective/collective-service.ts';
import type { PullDesk } from '../collective/pull-desk.ts';
import { LockstepError } from '../core/errors.ts';
import { splitAddress } from '../wire/address.ts';
import type { StateDonor } from './state-donor.ts';

export interface CollectiveServer {
  /** HOST:PORT that peers reach. */
  readonly address: string;
  close(): void;
}

/** Serves this worker's links to its peers. `listen` is HOST:PORT; port 0 takes a free one. */
export async function openCollectiveServer(
  listen: string,
  desk: PullDesk,
  donor: Pick<StateDonor, 'handle'>,
): Promise<CollectiveServer> {
  const server = new Server({ 'grpc.max_receive_message_length': 64 * 1024 });
  server.addService(collectiveService, { pull: desk.handle, pullState: donor.handle });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync(listen, ServerCredentials.createInsecure(), (error, bound) => {
      if (error) reject(new LockstepError('PORT_TAKEN', `cannot listen on ${listen}: ${error.message}`));
      else resolve(bound);
    });
  });
  return {
    address: `${splitAddress(listen).host}:${port}`,
    close: () => server.forceShutdown(),
  };
}
