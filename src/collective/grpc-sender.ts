import type { Chunk } from './chunk.ts';
import type { OutgoingLink } from './link.ts';
import type { PullCall } from './pull-desk.ts';

/** Chunks go out on the stream that the peer opened to pull them. */
export function createGrpcSender(call: PullCall): OutgoingLink {
  return {
    kind: 'grpc',
    send: (chunk) => write(call, chunk),
    close: () => call.end(),
  };
}

/** Resolves when grpc-js has serialised the chunk, which it does one at a time as the receiver keeps up. */
function write(call: PullCall, chunk: Chunk): Promise<void> {
  return new Promise((resolve, reject) => {
    call.write(chunk, (error?: Error | null) => (error ? reject(error) : resolve()));
  });
}
