import { type ChannelOptions, Client, credentials } from '@grpc/grpc-js';

/**
 * Bulk data has a connection of its own, so that control never queues behind it. Limits are in bytes. Nobody says a
 * word on a link whose packets are dropped, so a ping every second asks, and two seconds without an answer are a
 * broken link.
 */
const BULK_OPTIONS: ChannelOptions = {
  'grpc.use_local_subchannel_pool': 1,
  'grpc.enable_retries': 0,
  'grpc-node.flow_control_window': 4 * 1024 * 1024,
  'grpc.max_receive_message_length': 2 * 1024 * 1024,
  'grpc.keepalive_time_ms': 1_000,
  'grpc.keepalive_timeout_ms': 2_000,
  'grpc.keepalive_permit_without_calls': 1,
  'grpc.initial_reconnect_backoff_ms': 50,
  'grpc.max_reconnect_backoff_ms': 1_000,
};

/** Connections to peers; they outlive generations, so that survivors keep theirs. */
export interface PeerClients {
  get(address: string): Client;
  /** Closes the connections to all addresses but these. */
  retain(addresses: readonly string[]): void;
  close(): void;
}

export function createPeerClients(): PeerClients {
  const clients = new Map<string, Client>();
  const retain = (addresses: readonly string[]): void => {
    for (const [address, client] of clients) {
      if (addresses.includes(address)) continue;
      client.close();
      clients.delete(address);
    }
  };
  return {
    get: (address) => {
      const client = clients.get(address) ?? new Client(address, credentials.createInsecure(), BULK_OPTIONS);
      clients.set(address, client);
      return client;
    },
    retain,
    close: () => retain([]),
  };
}
