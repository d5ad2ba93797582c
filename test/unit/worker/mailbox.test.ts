import { describe, expect, it } from 'vitest';
import { createMailbox } from '../../../src/worker/mailbox.ts';

describe('a mailbox', () => {
  it('gives values in the order in which they came, before and after they are asked for', async () => {
    const mailbox = createMailbox<number>(new AbortController().signal);
    mailbox.put(1);
    mailbox.put(2);
    expect(await mailbox.take()).toBe(1);
    expect(await mailbox.take()).toBe(2);
    const third = mailbox.take();
    mailbox.put(3);
    expect(await third).toBe(3);
  });

  it('rejects who waits, and who comes later, with the reason of the signal', async () => {
    const abort = new AbortController();
    const mailbox = createMailbox<number>(abort.signal);
    const waits = mailbox.take();
    abort.abort(new Error('over'));
    await expect(waits).rejects.toThrow('over');
    mailbox.put(1);
    await expect(mailbox.take()).rejects.toThrow('over');
  });

  it('holds sixteen values and no more', () => {
    const mailbox = createMailbox<number>(new AbortController().signal);
    for (let value = 0; value < 16; value++) mailbox.put(value);
    expect(() => mailbox.put(16)).toThrow('16 values wait in a mailbox');
  });
});
