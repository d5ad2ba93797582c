// A vitest reporter that hands the reason given to `context.skip(reason)` on to the JSON report.
export default class SkipReasonReporter {
  onTestCaseResult(testCase) {
    const { state, note } = testCase.result();
    if (state === 'skipped' && note) testCase.meta().skipReason = note;
  }
}
