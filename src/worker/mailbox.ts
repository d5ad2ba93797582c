/** Values that somebody will take one by one; few are ever waiting. */
export interface Mailbox<T> {
  put(value: T): void;
  /** Resolves with the oldest value; rejects with the signal's reason once that is aborted. */
  take(): Promise<T>;
}

const MAX_WAITING = 16;

export function createMailbox<T>(signal: AbortSignal): Mailbox<T> {
  const waiting: T[] = [];
  let taker: { resolve: (value: T) => void; reject: (reason: unknown) => void } | null = null;
  signal.addEventListener('abort', () => taker?.reject(signal.reason), { once: true });
  return {
    put: (value) => {
      if (taker) {
        taker.resolve(value);
        taker = null;
        return;
      }
      if (waiting.length >= MAX_WAITING) throw new Error(`${MAX_WAITING} values wait in a mailbox`);
      waiting.push(value);
    },
    take: () =>
      new Promise<T>((resolve, reject) => {
        if (signal.aborted) reject(signal.reason);
        else if (waiting.length > 0) resolve(waiting.shift()!);
        else taker = { resolve, reject };
      }),
  };
}
