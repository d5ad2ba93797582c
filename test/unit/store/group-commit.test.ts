import { expect, test } from 'vitest';
import { createGroupCommit } from '../../../src/store/group-commit.ts';

test('items that come while a commit runs share the next one, in order', async () => {
  const batches: number[][] = [];
  const group = createGroupCommit<number>(async (items) => {
    batches.push([...items]);
    await Promise.resolve();
  });
  await Promise.all([1, 2, 3, 4].map((item) => group.submit(item)));
  expect(batches).toEqual([[1], [2, 3, 4]]);
});

test('a failed commit refuses its items and all later ones', async () => {
  let numCommits = 0;
  const group = createGroupCommit<number>(async () => {
    numCommits += 1;
    throw new Error('disk full');
  });
  const outcomes = await Promise.allSettled([group.submit(1), group.submit(2)]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(group.submit(3)).rejects.toThrow('disk full');
  expect(numCommits).toBe(1);
});

test('is settled when nothing waits any more', async () => {
  const committed: number[] = [];
  const group = createGroupCommit<number>(async (items) => {
    await Promise.resolve();
    committed.push(...items);
  });
  void group.submit(1);
  void group.submit(2);
  await group.settled();
  expect(committed).toEqual([1, 2]);
});
