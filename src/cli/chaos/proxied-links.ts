import { type LinkProxy, openLinkProxy } from '../../launch/link-proxy.ts';
import type { WorkerLinks } from '../../launch/local-workers.ts';
import { splitAddress } from '../../wire/address.ts';

/** Leads each worker's way to the coordinator, and its peers' ways to it, through proxies that can be cut. */
export interface ProxiedLinks extends WorkerLinks {
  /** From now on the worker hears nothing of the coordinator, and neither coordinator nor peers hear anything of it. */
  cut(workerId: string): void;
  heal(workerId: string): void;
}

export function createProxiedLinks(): ProxiedLinks {
  const proxies = new Map<string, readonly LinkProxy[]>();
  return {
    open: async ({ workerId, coordinatorAddress }) => {
      const [toCoordinator, toWorker] = await Promise.all([openLinkProxy(), openLinkProxy()]);
      toCoordinator.pointTo(splitAddress(coordinatorAddress));
      proxies.set(workerId, [toCoordinator, toWorker]);
      return {
        coordinatorAddress: toCoordinator.address,
        advertise: toWorker.address,
        pointTo: (address) => toWorker.pointTo(splitAddress(address)),
        close: () => {
          proxies.delete(workerId);
          toCoordinator.close();
          toWorker.close();
        },
      };
    },
    cut: (workerId) => {
      for (const proxy of proxies.get(workerId) ?? []) proxy.pause();
    },
    heal: (workerId) => {
      for (const proxy of proxies.get(workerId) ?? []) proxy.resume();
    },
  };
}
