import { describe, expect, it } from 'vitest';
import {
  isSuccess,
  outcomeOfSteps,
  outcomeOfTests,
  summaryLine,
  sumOfOutcomes,
} from '../../../scripts/test-outcome.mjs';

function file(...statuses: string[]) {
  return {
    status: statuses.includes('failed') ? 'failed' : 'passed',
    assertionResults: statuses.map((status, index) => ({ status, fullName: `test ${index}`, meta: {} })),
  };
}

describe('the count of test results', () => {
  it('adds up the tests of all files', () => {
    const report = { testResults: [file('passed', 'failed', 'passed'), file('passed')] };
    expect(outcomeOfTests(report, 1)).toEqual({ numPassed: 3, numFailed: 1, skipped: [] });
  });

  it('counts a file that fails before its tests as one failed test', () => {
    const report = { testResults: [file('passed'), { status: 'failed', assertionResults: [] }] };
    expect(outcomeOfTests(report, 1)).toEqual({ numPassed: 1, numFailed: 1, skipped: [] });
  });

  it('counts a run that wrote no report as one failed test', () => {
    expect(outcomeOfTests(null, 0)).toEqual({ numPassed: 0, numFailed: 1, skipped: [] });
  });

  it('counts a run that fails although every test passes as one failed test', () => {
    expect(outcomeOfTests({ testResults: [file('passed')] }, 1)).toEqual({
      numPassed: 1,
      numFailed: 1,
      skipped: [],
    });
  });

  it('names what was skipped and why', () => {
    const skipped = {
      status: 'skipped',
      fullName: 'a store keeps',
      meta: { skipReason: 'nats-server is not installed' },
    };
    const report = {
      testResults: [{ status: 'passed', assertionResults: [skipped] }, file('todo', 'skipped')],
    };
    expect(outcomeOfTests(report, 0).skipped).toEqual([
      { name: 'a store keeps', why: 'nats-server is not installed' },
      { name: 'test 0', why: 'not written yet' },
      { name: 'test 1', why: 'no reason given' },
    ]);
  });

  it('counts each step as one test', () => {
    const steps = [
      { name: 'types', isOk: true },
      { name: 'arrows', isOk: false },
    ];
    expect(outcomeOfSteps(steps)).toEqual({ numPassed: 1, numFailed: 1, skipped: [] });
  });

  it('says one line over all runs, and speaks of skipped tests only where there are some', () => {
    const steps = outcomeOfSteps([{ name: 'types', isOk: true }]);
    const tests = outcomeOfTests({ testResults: [file('passed', 'failed')] }, 1);
    const skipping = outcomeOfTests({ testResults: [file('skipped')] }, 0);
    expect(summaryLine(sumOfOutcomes([steps, tests]))).toBe('2 passed, 1 failed');
    expect(summaryLine(sumOfOutcomes([steps, tests, skipping]))).toBe('2 passed, 1 failed, 1 skipped');
  });

  it('is a success when something ran and nothing failed', () => {
    expect(isSuccess({ numPassed: 1, numFailed: 0 })).toBe(true);
    expect(isSuccess({ numPassed: 0, numFailed: 0 })).toBe(false);
    expect(isSuccess({ numPassed: 5, numFailed: 1 })).toBe(false);
  });
});
