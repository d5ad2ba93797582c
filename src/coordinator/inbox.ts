/** A bounded queue with one consumer: events are handled one after the other, each to its end. */
export interface Inbox<T> {
  /** False when the queue is full; whoever sent the event is too fast. */
  put(event: T): boolean;
  /** Resolves when everything that was put has been handled. */
  drained(): Promise<void>;
}

export function createInbox<T>(options: {
  readonly capacity: number;
  readonly handle: (event: T) => Promise<void> | void;
  /** A handler that throws has broken an invariant; nothing is handled after it. */
  readonly crash: (error: unknown) => void;
}): Inbox<T> {
  const queue: T[] = [];
  let working: Promise<void> | null = null;
  let isCrashed = false;

  const drain = async (): Promise<void> => {
    for (let event = queue.shift(); event !== undefined; event = queue.shift()) {
      const handling = options.handle(event);
      if (handling) await handling;
    }
  };
  const start = (): void => {
    if (working || isCrashed || queue.length === 0) return;
    working = Promise.resolve()
      .then(drain)
      .catch((error: unknown) => {
        isCrashed = true;
        options.crash(error);
      })
      .finally(() => {
        working = null;
        start();
      });
  };
  return {
    put: (event) => {
      if (queue.length >= options.capacity) return false;
      queue.push(event);
      start();
      return true;
    },
    drained: async () => {
      while (working) await working;
    },
  };
}
