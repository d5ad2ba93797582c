// Everything, from a fresh clone: `npm test`; a part: `npm test -- --only e2e` (or `check`, or a folder of test/).
// Its last line is "N passed, N failed", with ", N skipped" where some were.
// Node built-ins only: it installs the rest.
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { fastTests, runStaticSteps } from './check.mjs';
import { installDebianPackages } from './debian-packages.mjs';
import { installPackages } from './prepare-clone.mjs';
import { root, runSteps, script } from './run-step.mjs';
import { runTests } from './run-tests.mjs';
import { isSuccess, outcomeOfSteps, summaryLine, sumOfOutcomes } from './test-outcome.mjs';

/** The folders of tests that need dist/ or other programs. */
const slowTests = ['contract', 'integration', 'e2e'];
const parts = ['check', ...fastTests, ...slowTests];

/** Schedules that test/simulation runs; `npm run check` is content with fewer. */
process.env.LOCKSTEP_SCHEDULES ??= '10000';

async function test(only) {
  const wanted = (part) => only.length === 0 || only.includes(part);
  await installPackages(root);
  if (slowTests.some(wanted)) installDebianPackages();
  const build = await runSteps([{ name: 'build', command: script('build.mjs') }]);
  // A part that has no tests must not pass because dist/ could be built.
  const outcomes = [outcomeOfSteps(build.filter(({ isOk }) => !isOk || wanted('check')))];
  if (wanted('check')) outcomes.push(outcomeOfSteps(await runStaticSteps()));
  for (const folders of [fastTests.filter(wanted), slowTests.filter(wanted)]) {
    const present = folders.filter((folder) => existsSync(path.join(root, 'test', folder)));
    if (present.length > 0) outcomes.push(await runTests(present));
  }
  return sumOfOutcomes(outcomes);
}

function report(outcome) {
  for (const { name, why } of outcome.skipped) console.log(`skipped: ${name} (${why})`);
  console.log(summaryLine(outcome));
  if (!isSuccess(outcome)) process.exitCode = 1;
}

function readOnly() {
  const { only } = parseArgs({ options: { only: { type: 'string', multiple: true, default: [] } } }).values;
  const unknown = only.filter((part) => !parts.includes(part));
  if (unknown.length > 0) throw new Error(`--only ${unknown[0]}: not one of ${parts.join(', ')}`);
  return only;
}

try {
  report(await test(readOnly()));
} catch (error) {
  console.log(error.message);
  report({ numPassed: 0, numFailed: 1, skipped: [] });
}
