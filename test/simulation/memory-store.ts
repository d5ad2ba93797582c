import { LockstepError } from '../../src/core/errors.ts';
import type { StateStore } from '../../src/store/state-store.ts';
import type { MemoryDisk } from './memory-disk.ts';
import type { SimulatedProcess } from './simulated-process.ts';

/** What a store keeps when the process that opened it dies. */
export interface DurableDocuments {
  readonly documents: Map<string, { readonly value: string; readonly revision: number }>;
  revision: number;
}

/** Opens the documents for a process. What is on its way to the disk when the process dies may be durable all the same. */
export function openMemoryStore(
  durable: DurableDocuments,
  process: SimulatedProcess,
  disk: MemoryDisk,
): StateStore {
  const { documents } = durable;
  const check = (key: string, expectedRevision: number | null): void => {
    const revision = documents.get(key)?.revision ?? null;
    if (revision !== expectedRevision) {
      throw new LockstepError('CONFLICT', `${key} has revision ${revision}, not ${expectedRevision}`);
    }
  };
  return {
    get: async (key) => {
      await disk.delay(process);
      const stored = documents.get(key);
      return stored ? { value: JSON.parse(stored.value), revision: stored.revision } : null;
    },
    put: async (key, value, expectedRevision) => {
      await disk.sync(process);
      check(key, expectedRevision);
      durable.revision += 1;
      const { revision } = durable;
      documents.set(key, { value: JSON.stringify(value), revision });
      await disk.delay(process);
      return revision;
    },
    remove: async (key, expectedRevision) => {
      await disk.sync(process);
      check(key, expectedRevision);
      documents.delete(key);
    },
    list: async (prefix) => [...documents.keys()].filter((key) => key.startsWith(prefix)).sort(),
    close: async () => undefined,
  };
}
