// Counts what a run of tests gave. Pure.

/**
 * The outcome of one vitest run from its JSON report, or null when it wrote none, and its exit status. A file that
 * fails outside its tests counts as one failed test, and so does a run that fails otherwise.
 */
export function outcomeOfTests(report, exitCode) {
  const tests = (report?.testResults ?? []).flatMap((file) => file.assertionResults);
  const numFailed = count(tests, 'failed') + (report?.testResults ?? []).filter(failsOutsideItsTests).length;
  return {
    numPassed: count(tests, 'passed'),
    numFailed: numFailed === 0 && (exitCode !== 0 || report === null) ? 1 : numFailed,
    skipped: tests.filter(isSkipped).map((test) => ({
      name: test.fullName,
      why: test.meta?.skipReason ?? (test.status === 'todo' ? 'not written yet' : 'no reason given'),
    })),
  };
}

/** The outcome of steps that are no tests, `{ name, isOk }`: each counts as one test. */
export function outcomeOfSteps(steps) {
  const numPassed = steps.filter(({ isOk }) => isOk).length;
  return { numPassed, numFailed: steps.length - numPassed, skipped: [] };
}

export function sumOfOutcomes(outcomes) {
  return {
    numPassed: outcomes.reduce((sum, { numPassed }) => sum + numPassed, 0),
    numFailed: outcomes.reduce((sum, { numFailed }) => sum + numFailed, 0),
    skipped: outcomes.flatMap(({ skipped }) => skipped),
  };
}

/** "N passed, N failed", with ", N skipped" where some were. */
export function summaryLine({ numPassed, numFailed, skipped }) {
  const line = `${numPassed} passed, ${numFailed} failed`;
  return skipped.length > 0 ? `${line}, ${skipped.length} skipped` : line;
}

/** Nothing failed, and something was tested. */
export function isSuccess({ numPassed, numFailed }) {
  return numFailed === 0 && numPassed > 0;
}

function failsOutsideItsTests(file) {
  return file.status === 'failed' && count(file.assertionResults, 'failed') === 0;
}

function isSkipped(test) {
  return test.status !== 'passed' && test.status !== 'failed';
}

function count(tests, status) {
  return tests.filter((test) => test.status === status).length;
}
