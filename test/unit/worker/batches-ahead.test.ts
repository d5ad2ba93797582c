import { describe, expect, it } from 'vitest';
import type { Batch } from '../../../src/core/host-tensor.ts';
import {
  type BatchPosition,
  createBatchesAhead,
  MAX_BATCHES_AHEAD,
} from '../../../src/worker/batches-ahead.ts';

function gathering() {
  const gathered: string[] = [];
  const gather = ({ step, microShard }: BatchPosition): Batch => {
    gathered.push(`${step}/${microShard}`);
    return { size: 100 * step + microShard, inputs: [], targets: [] };
  };
  return { gathered, ahead: createBatchesAhead(gather) };
}
const shards = (step: number, count: number): BatchPosition[] =>
  Array.from({ length: count }, (_, microShard) => ({ step, microShard }));

describe('batches ahead', () => {
  it('are gathered once, before they are taken', () => {
    const { gathered, ahead } = gathering();
    ahead.prepare(shards(2, 2));
    expect(gathered).toEqual(['2/0', '2/1']);
    expect(shards(2, 2).map((position) => ahead.take(position).size)).toEqual([200, 201]);
    expect(gathered).toHaveLength(2);
  });

  it('are gathered when asked for where nobody foresaw them, as after an aborted step', () => {
    const { gathered, ahead } = gathering();
    ahead.prepare(shards(3, 1));
    expect(ahead.take({ step: 2, microShard: 0 }).size).toBe(200);
    expect(ahead.take({ step: 3, microShard: 0 }).size).toBe(300);
    expect(ahead.take({ step: 3, microShard: 0 }).size).toBe(300);
    expect(gathered).toEqual(['3/0', '2/0', '3/0']);
  });

  it('are few, and those of another step are forgotten', () => {
    const { gathered, ahead } = gathering();
    ahead.prepare(shards(1, MAX_BATCHES_AHEAD + 3));
    expect(gathered).toHaveLength(MAX_BATCHES_AHEAD);
    ahead.prepare([{ step: 1, microShard: 1 }]);
    expect(gathered).toHaveLength(MAX_BATCHES_AHEAD);
    ahead.take({ step: 1, microShard: 0 });
    expect(gathered.at(-1)).toBe('1/0');
  });
});
