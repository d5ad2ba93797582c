import { describe, expect, it } from 'vitest';
import { createInbox } from '../../../src/coordinator/inbox.ts';

const tick = (): Promise<void> => new Promise(setImmediate);

describe('an inbox', () => {
  it('handles one event to its end before the next', async () => {
    const log: string[] = [];
    const inbox = createInbox<number>({
      capacity: 10,
      handle: async (event) => {
        log.push(`begin ${event}`);
        await tick();
        log.push(`end ${event}`);
      },
      crash: (error) => log.push(String(error)),
    });
    inbox.put(1);
    inbox.put(2);
    await inbox.drained();
    expect(log).toEqual(['begin 1', 'end 1', 'begin 2', 'end 2']);
  });

  it('handles what is put while it works, and drained waits for that too', async () => {
    const handled: number[] = [];
    const inbox = createInbox<number>({
      capacity: 10,
      handle: (event) => {
        handled.push(event);
        if (event < 3) inbox.put(event + 1);
      },
      crash: () => undefined,
    });
    inbox.put(0);
    await inbox.drained();
    expect(handled).toEqual([0, 1, 2, 3]);
  });

  it('refuses an event when it is full', async () => {
    const inbox = createInbox<number>({ capacity: 2, handle: () => undefined, crash: () => undefined });
    expect([inbox.put(1), inbox.put(2), inbox.put(3)]).toEqual([true, true, false]);
    await inbox.drained();
    expect(inbox.put(4)).toBe(true);
  });

  it('crashes once when a handler throws, and handles nothing after it', async () => {
    const handled: number[] = [];
    const crashes: unknown[] = [];
    const inbox = createInbox<number>({
      capacity: 10,
      handle: (event) => {
        handled.push(event);
        if (event === 1) throw new Error('broken');
      },
      crash: (error) => crashes.push(error),
    });
    inbox.put(1);
    inbox.put(2);
    await inbox.drained();
    inbox.put(3);
    await inbox.drained();
    expect(handled).toEqual([1]);
    expect(crashes).toEqual([new Error('broken')]);
  });
});
