import { describe, expect, test } from 'vitest';
import {
  type ChaosFacts,
  chaosReport,
  faultLine,
  isUnharmed,
  renderChaosReport,
} from '../../../src/observe/chaos-report.ts';

const SHA = 'a'.repeat(64);
const BEGAN_MS = Date.parse('2025-01-01T00:00:00.000Z');

/** A run with commits at these seconds and faults at those. */
function factsOf(commitSeconds: readonly number[], faultSeconds: readonly number[]): ChaosFacts {
  return {
    steps: commitSeconds.map((at, index) => ({
      time: new Date(BEGAN_MS + at * 1000).toISOString(),
      step: index + 1,
      generation: 1,
    })),
    faults: faultSeconds.map((at) => ({
      kind: 'kill',
      workerId: 'w-1',
      atSeconds: at,
      timeMs: BEGAN_MS + at * 1000,
    })),
    missing: 0,
    repeated: 0,
    result: { status: 'succeeded', weightsSha256: SHA },
    undisturbedSha256: SHA,
  };
}

describe('time to recovery', () => {
  test('lasts to the commit of the step after the one that was in flight', () => {
    const { recoverySeconds } = chaosReport(factsOf([0, 1, 2, 5, 6], [1.5]));
    expect(recoverySeconds).toEqual({ p50: 3.5, p99: 3.5 });
  });

  test('is told as the median and the 99th percentile of all faults', () => {
    const { recoverySeconds } = chaosReport(factsOf([0, 1, 2, 3, 10, 11, 12], [0.5, 1.5, 2.5]));
    expect(recoverySeconds).toEqual({ p50: 1.5, p99: 7.5 });
  });

  test('leaves out faults that no later step followed, and is null without any', () => {
    expect(chaosReport(factsOf([0, 1, 2], [1.5])).recoverySeconds).toEqual({ p50: null, p99: null });
    expect(chaosReport(factsOf([], [1])).recoverySeconds).toEqual({ p50: null, p99: null });
  });
});

describe('goodput', () => {
  test('is 1 when every step takes as long as the others', () => {
    expect(chaosReport(factsOf([0, 1, 2, 3], [])).goodput).toBe(1);
  });

  test('counts of a step that was held up only what steps usually take', () => {
    const commits = Array.from({ length: 21 }, (_, step) => (step < 10 ? step : step + 20));
    expect(chaosReport(factsOf(commits, [9.5])).goodput).toBeCloseTo(20 / 40);
  });

  test('is null for fewer than two steps', () => {
    expect(chaosReport(factsOf([1], [])).goodput).toBeNull();
  });
});

describe('the verdict', () => {
  const unharmed = chaosReport(factsOf([0, 1, 2], [0.5]));

  test('is good for a run that succeeded with equal weights and every sample used once', () => {
    expect(isUnharmed(unharmed)).toBe(true);
    expect(renderChaosReport(unharmed).at(-1)).toBe('equal weights: the faults left no trace');
  });

  test.each([
    { missing: 1 },
    { repeated: 1 },
    { weightsSha256: 'b'.repeat(64) },
    { status: 'failed' as const },
    { weightsSha256: '', undisturbedSha256: '' },
  ])('is bad with %o', (change) => {
    expect(isUnharmed({ ...unharmed, ...change })).toBe(false);
    expect(renderChaosReport({ ...unharmed, ...change }).at(-1)).not.toContain('no trace');
  });

  test('fits in 80 columns and counts the faults by kind', () => {
    const faults = ['stop', 'kill', 'partition', 'coordinator', 'kill'].map((kind) => ({
      kind,
      workerId: kind === 'coordinator' ? null : 'w-1a2b3c4d',
      atSeconds: 12345.678,
    }));
    const lines = [...faults.map(faultLine), ...renderChaosReport({ ...unharmed, faults })];
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
    expect(lines.join('\n')).toContain('5 faults: 1 coordinator, 2 kill, 1 partition, 1 stop');
    expect(faultLine(faults[0]!)).toBe('12345.7 s  stop         w-1a2b3c4d');
  });
});
