import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StateStore } from '../../src/store/state-store.ts';

/** One place where a store keeps its documents; opening it again finds them. */
export interface StorePlace {
  readonly open: () => Promise<StateStore>;
  readonly remove: () => Promise<void>;
}

/** What every state store must do. `makePlace` gives an empty place. */
export function stateStoreContract(name: string, makePlace: () => Promise<StorePlace>): void {
  describe(`${name} as a state store`, () => {
    let place: StorePlace;
    let store: StateStore;

    beforeEach(async () => {
      place = await makePlace();
      store = await place.open();
    });
    afterEach(async () => {
      await store.close();
      await place.remove();
    });

    const reopen = async () => {
      await store.close();
      store = await place.open();
    };
    const conflict = expect.objectContaining({ code: 'CONFLICT' });

    test('has nothing at first', async () => {
      expect(await store.get('a')).toBe(null);
      expect(await store.list('')).toEqual([]);
    });

    test('gives back what was put, also after it was opened again', async () => {
      const value = { text: 'ä\n"', list: [1, 2.5, null, true], nested: { empty: {} } };
      const revision = await store.put('jobs/a', value, null);
      expect(await store.get('jobs/a')).toEqual({ value, revision });
      await reopen();
      expect(await store.get('jobs/a')).toEqual({ value, revision });
    });

    test('keeps every kind of JSON value', async () => {
      const values = [null, false, 0, '', [], {}];
      for (const [index, value] of values.entries()) await store.put(`v${index}`, value, null);
      await reopen();
      for (const [index, value] of values.entries())
        expect((await store.get(`v${index}`))!.value).toEqual(value);
    });

    test('changes a document only for who saw its newest revision', async () => {
      const first = await store.put('a', 1, null);
      await expect(store.put('a', 2, null)).rejects.toEqual(conflict);
      const second = await store.put('a', 2, first);
      expect(second).toBeGreaterThan(first);
      await expect(store.put('a', 3, first)).rejects.toEqual(conflict);
      await expect(store.put('b', 3, second)).rejects.toEqual(conflict);
      expect(await store.get('a')).toEqual({ value: 2, revision: second });
      expect(await store.get('b')).toBe(null);
    });

    test('lets one of many racing writers win', async () => {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 20 }, (_, index) => store.put('a', index, null)),
      );
      const winners = outcomes.flatMap((outcome, index) => (outcome.status === 'fulfilled' ? index : []));
      expect(winners).toHaveLength(1);
      expect((await store.get('a'))!.value).toBe(winners[0]);
    });

    test('gives revisions that grow over the whole store and are never given twice', async () => {
      const a = await store.put('a', 1, null);
      const b = await store.put('b', 1, null);
      expect(b).toBeGreaterThan(a);
      await store.remove('b', b);
      await reopen();
      expect(await store.put('c', 1, null)).toBeGreaterThan(b);
    });

    test('removes under the same condition, and for good', async () => {
      const first = await store.put('a', 1, null);
      const second = await store.put('a', 2, first);
      await expect(store.remove('a', first)).rejects.toEqual(conflict);
      await store.remove('a', second);
      await expect(store.remove('a', second)).rejects.toEqual(conflict);
      expect(await store.get('a')).toBe(null);
      await reopen();
      expect(await store.get('a')).toBe(null);
      await store.put('a', 3, null);
      expect((await store.get('a'))!.value).toBe(3);
    });

    test('lists the keys below a prefix in order', async () => {
      for (const key of ['jobs/b', 'jobs/a', 'job', 'leases/a']) await store.put(key, key, null);
      expect(await store.list('jobs/')).toEqual(['jobs/a', 'jobs/b']);
      expect(await store.list('')).toEqual(['job', 'jobs/a', 'jobs/b', 'leases/a']);
    });

    test('keeps documents apart from the objects that callers hold', async () => {
      const value = { list: [1] };
      const pending = store.put('a', value, null);
      value.list.push(2);
      await pending;
      const read = (await store.get('a'))!.value as typeof value;
      expect(read).toEqual({ list: [1] });
      read.list.push(3);
      expect((await store.get('a'))!.value).toEqual({ list: [1] });
    });

    test('accepts many changes at once and keeps all of them', async () => {
      const keys = Array.from({ length: 200 }, (_, index) => `k${String(index).padStart(3, '0')}`);
      const revisions = await Promise.all(keys.map((key, index) => store.put(key, index, null)));
      await Promise.all(keys.map((key, index) => store.put(key, index + 1, revisions[index]!)));
      await reopen();
      expect(await store.list('k')).toEqual(keys);
      for (const [index, key] of keys.entries()) expect((await store.get(key))!.value).toBe(index + 1);
    });

    test('finishes what is under way when it is closed, and refuses changes after that', async () => {
      const pending = store.put('a', 1, null);
      await store.close();
      await pending;
      await expect(store.put('b', 1, null)).rejects.toMatchObject({ code: 'IO_FAILED' });
      store = await place.open();
      expect((await store.get('a'))!.value).toBe(1);
    });
  });
}
