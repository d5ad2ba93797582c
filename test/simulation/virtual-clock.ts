import type { Clock } from '../../src/clock.ts';
import type { Chance } from './seeded.ts';

/** Time that passes only when it is told to, from timer to timer. */
export interface VirtualClock extends Clock {
  /**
   * Goes to the next timer, calls it, and lets everything happen that follows from it without time passing.
   * False when no timer is left.
   */
  runNext(): Promise<boolean>;
  /** Timers that have neither been called nor prevented. */
  numWaiting(): number;
}

interface Timer {
  readonly atMs: number;
  /** Decides between timers of the same time. */
  readonly rank: number;
  readonly run: () => void;
  isOver: boolean;
}

/** Timers of the same time run in an order that `chance` decides. */
export function createVirtualClock(chance: Chance): VirtualClock {
  const heap: Timer[] = [];
  let nowMs = 0;
  let numWaiting = 0;

  return {
    nowMs: () => nowMs,
    after: (ms, run) => {
      const timer: Timer = { atMs: nowMs + Math.max(0, ms), rank: chance.below(2 ** 32), run, isOver: false };
      pushTimer(heap, timer);
      numWaiting += 1;
      return () => {
        if (timer.isOver) return;
        timer.isOver = true;
        numWaiting -= 1;
      };
    },
    runNext: async () => {
      let timer = popTimer(heap);
      while (timer?.isOver) timer = popTimer(heap);
      if (!timer) return false;
      timer.isOver = true;
      numWaiting -= 1;
      nowMs = timer.atMs;
      timer.run();
      // Immediates come after every promise that can settle by itself.
      await new Promise(setImmediate);
      return true;
    },
    numWaiting: () => numWaiting,
  };
}

function isBefore(one: Timer, other: Timer): boolean {
  return one.atMs === other.atMs ? one.rank < other.rank : one.atMs < other.atMs;
}

/** Binary heap: a timer is never before its parent. */
function pushTimer(heap: Timer[], timer: Timer): void {
  let index = heap.push(timer) - 1;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    if (!isBefore(timer, heap[parent]!)) break;
    heap[index] = heap[parent]!;
    index = parent;
  }
  heap[index] = timer;
}

function popTimer(heap: Timer[]): Timer | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (!first || !last || heap.length === 0) return first;
  let index = 0;
  for (let child = 1; child < heap.length; child = 2 * index + 1) {
    if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child += 1;
    if (!isBefore(heap[child]!, last)) break;
    heap[index] = heap[child]!;
    index = child;
  }
  heap[index] = last;
  return first;
}
