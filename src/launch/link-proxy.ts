import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

/** Stands on loopback in front of a server, so that the way there can be cut without a word to either side. */
export interface LinkProxy {
  /** HOST:PORT to connect to instead of the target. */
  readonly address: string;
  /** Says where connections lead; those made before wait for it. */
  pointTo(target: Endpoint): void;
  /** From now on nothing arrives in either direction, and nobody is told: new connections are taken and stay silent. */
  pause(): void;
  /** Lets everything through again, what was held back first. */
  resume(): void;
  /** Ends all connections, and takes no more. */
  close(): void;
}

export async function openLinkProxy(): Promise<LinkProxy> {
  const bridges = new Set<Bridge>();
  let target: Endpoint | null = null;
  let isPaused = false;
  const server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (near) => {
    const bridge = createBridge(near, () => bridges.delete(bridge));
    bridges.add(bridge);
    if (target && !isPaused) bridge.flow(target);
  });
  const flow = (): void => {
    if (!target || isPaused) return;
    for (const bridge of bridges) bridge.flow(target);
  };
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { address, port } = server.address() as AddressInfo;
  return {
    address: `${address}:${port}`,
    pointTo: (endpoint) => {
      target = endpoint;
      flow();
    },
    pause: () => {
      isPaused = true;
      for (const bridge of bridges) bridge.halt();
    },
    resume: () => {
      isPaused = false;
      flow();
    },
    close: () => {
      server.close();
      for (const bridge of bridges) bridge.end();
    },
  };
}

/** One connection to the proxy and, once it flows, the one to the target. */
interface Bridge {
  flow(target: Endpoint): void;
  halt(): void;
  end(): void;
}

function createBridge(near: Socket, onEnded: () => void): Bridge {
  let far: Socket | null = null;
  let isFlowing = false;
  let isBroken = false;
  const end = (): void => {
    near.destroy();
    far?.destroy();
    onEnded();
  };
  /** Neither side may hear of the other's end while nothing gets through. */
  const onError = (): void => {
    isBroken = true;
    if (isFlowing) end();
  };
  const onClose = (): void => {
    if (near.destroyed && far?.destroyed) onEnded();
  };
  const watch = (socket: Socket): Socket => socket.setNoDelay(true).on('error', onError).on('close', onClose);
  watch(near);
  return {
    flow: (target) => {
      if (isFlowing) return;
      isFlowing = true;
      if (isBroken) return end();
      far ??= watch(connect({ ...target, allowHalfOpen: true }));
      near.pipe(far);
      far.pipe(near);
    },
    halt: () => {
      isFlowing = false;
      if (!far) return;
      near.unpipe(far);
      far.unpipe(near);
    },
    end,
  };
}
