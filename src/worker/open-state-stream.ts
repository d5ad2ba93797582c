import { collectiveService } from '../collective/collective-service.ts';
import type { PeerClients } from '../collective/peer-clients.ts';
import type { MemberAddress } from '../core/coordinator/worker-command.ts';
import type { lockstep } from '../gen/lockstep.js';
import type { StateStream } from './follow-peer.ts';

/** Asks a peer for its state, over the connection on which its bulk data comes. */
export function openStateStream(
  clients: PeerClients,
  { collectiveAddress }: MemberAddress,
  request: lockstep.v1.IPullStateRequest,
): StateStream {
  const { path, requestSerialize, responseDeserialize } = collectiveService.pullState;
  return clients
    .get(collectiveAddress)
    .makeServerStreamRequest(path, requestSerialize, responseDeserialize, request);
}
