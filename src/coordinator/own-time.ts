import type { Clock } from '../clock.ts';

/**
 * Time that stands still while this process does. Read at least every `maxGapMs`; whatever lies above that between two
 * readings was a pause (a stopped process, a machine asleep), in which nobody could be heard and nobody was late.
 */
export function createOwnTime(clock: Clock, maxGapMs: number): () => number {
  let readAtMs = clock.nowMs();
  let pausedMs = 0;
  return () => {
    const nowMs = clock.nowMs();
    const gapMs = nowMs - readAtMs;
    if (gapMs > maxGapMs) pausedMs += gapMs;
    readAtMs = nowMs;
    return nowMs - pausedMs;
  };
}
