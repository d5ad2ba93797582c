import { expect, it } from 'vitest';
import { createOwnTime } from '../../../src/coordinator/own-time.ts';

it('goes on with the clock, but not over a pause of the process', () => {
  let nowMs = 1_000;
  const ownTime = createOwnTime({ nowMs: () => nowMs, after: () => () => undefined }, 200);
  const times = [0, 150, 200, 5_000, 50].map((ms) => {
    nowMs += ms;
    return ownTime();
  });
  expect(times).toEqual([1_000, 1_150, 1_350, 1_350, 1_400]);
});
