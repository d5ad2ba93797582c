import { describe, expect, it } from 'vitest';
import { isUnharmed, lineOf, summaryLines } from '../../../scripts/chaos-series.mjs';

const report = {
  faults: [{ kind: 'stop' }, { kind: 'kill' }, { kind: 'stop' }],
  recoverySeconds: { p50: 0.4321, p99: 1 },
  missing: 0,
  repeated: 0,
  weightsSha256: 'aa',
  undisturbedSha256: 'aa',
  status: 'succeeded',
};
const good = { seed: 7, job: 'digits', seconds: 6.54, exitCode: 0, processesLeft: 0, report };
const bad = { ...good, exitCode: 70, stderr: 'one\ntwo\nthree\nfour\n', runs: '/tmp/runs' };

describe('a series of runs under faults', () => {
  it('tells each run in a line', () => {
    expect(lineOf(good)).toBe('seed 7  digits   equal  6.5 s  1 kill, 2 stop  recovery p50 0.43 s');
  });

  it('tells the last words of a run that failed', () => {
    const line = lineOf({ ...bad, report: null });
    expect(line).toMatch(/^seed 7 {2}digits {3}NO REPORT {2}.*exit code 70\n {4}two\n {4}three\n {4}four$/);
    expect(lineOf({ ...bad, report: { ...report, weightsSha256: 'bb' } })).toContain('NOT EQUAL');
    expect(lineOf({ ...bad, report: { ...report, status: 'failed' } })).toContain('FAILED');
  });

  it('is unharmed only where weights are equal and no process is left', () => {
    expect(isUnharmed(good)).toBe(true);
    expect(isUnharmed({ ...good, processesLeft: 1 })).toBe(false);
    expect(isUnharmed(bad)).toBe(false);
  });

  it('adds up all runs and says how a failing one is made again', () => {
    const harmed = {
      ...bad,
      processesLeft: 2,
      report: { ...report, missing: 3, repeated: 1, weightsSha256: 'bb' },
    };
    const lines = summaryLines([good, harmed], ({ seed }: { seed: number }) => `again ${seed}`);
    expect(lines).toEqual([
      'failing: again 7    (/tmp/runs)',
      '1 of 2 with equal weights, 3 samples missing, 1 repeated, 2 processes left',
    ]);
    expect(summaryLines([good], String)).toEqual([
      '1 of 1 with equal weights, 0 samples missing, 0 repeated, 0 processes left',
    ]);
  });
});
