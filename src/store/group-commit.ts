/** Takes items one by one and commits them together: those that come while one commit runs share the next one. */
export interface GroupCommit<Item> {
  /** Resolves when the item is committed. After a failed commit, this and every later item is refused with its error. */
  submit(item: Item): Promise<void>;
  /** Resolves when nothing waits any more. */
  settled(): Promise<void>;
}

export function createGroupCommit<Item>(
  commit: (items: readonly Item[]) => Promise<void>,
): GroupCommit<Item> {
  let waiting: { item: Item; resolve: () => void; reject: (error: unknown) => void }[] = [];
  let committing: Promise<void> | null = null;
  let failure: { error: unknown } | null = null;

  const commitAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        if (failure) throw failure.error;
        await commit(batch.map(({ item }) => item));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        failure = { error };
        for (const { reject } of batch) reject(error);
      }
    }
    committing = null;
  };

  return {
    submit: (item) =>
      new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        committing ??= commitAll();
      }),
    settled: async () => {
      await committing;
    },
  };
}
