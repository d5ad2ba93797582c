// What a series of runs under faults came to, in words. Pure.

/** Whether the faults left no trace in a run, and the run no process. */
export function isUnharmed({ exitCode, report, processesLeft }) {
  return exitCode === 0 && report !== null && processesLeft === 0;
}

/** One line for one run, with the last words of one that failed below it. */
export function lineOf(outcome) {
  const { seed, job, exitCode, seconds, report, processesLeft, stderr } = outcome;
  const p50 = report?.recoverySeconds.p50 ?? null;
  const parts = [
    `seed ${seed}`,
    job.padEnd(7),
    verdictOf(outcome),
    `${seconds.toFixed(1)} s`,
    countsText(report?.faults ?? []),
    `recovery p50 ${p50 === null ? '-' : `${p50.toFixed(2)} s`}`,
  ];
  if (processesLeft > 0) parts.push(`${processesLeft} processes left`);
  if (isUnharmed(outcome)) return parts.join('  ');
  const lastWords = stderr.trimEnd().split('\n').slice(-3);
  return [`${parts.join('  ')}  exit code ${exitCode}`, ...lastWords.map((line) => `    ${line}`)].join('\n');
}

/** The last lines: how each failing run is made again, then the sums. */
export function summaryLines(outcomes, commandOf) {
  const failing = outcomes.filter((outcome) => !isUnharmed(outcome));
  const sumOf = (count) => outcomes.reduce((sum, outcome) => sum + count(outcome), 0);
  const missing = sumOf(({ report }) => report?.missing ?? 0);
  const repeated = sumOf(({ report }) => report?.repeated ?? 0);
  const left = sumOf(({ processesLeft }) => processesLeft);
  const numEqual = outcomes.filter(({ report }) => report && hasEqualWeights(report)).length;
  return [
    ...failing.map((outcome) => `failing: ${commandOf(outcome)}    (${outcome.runs})`),
    `${numEqual} of ${outcomes.length} with equal weights, ${missing} samples missing, ${repeated} repeated, ` +
      `${left} processes left`,
  ];
}

function verdictOf({ report }) {
  if (report === null) return 'NO REPORT';
  if (report.status !== 'succeeded') return report.status.toUpperCase();
  return hasEqualWeights(report) ? 'equal' : 'NOT EQUAL';
}

function hasEqualWeights({ status, weightsSha256, undisturbedSha256 }) {
  return status === 'succeeded' && weightsSha256 === undisturbedSha256;
}

function countsText(faults) {
  if (faults.length === 0) return 'no faults';
  const kinds = faults.map(({ kind }) => kind);
  const countOf = (kind) => kinds.filter((other) => other === kind).length;
  return [...new Set(kinds)]
    .sort()
    .map((kind) => `${countOf(kind)} ${kind}`)
    .join(', ');
}
