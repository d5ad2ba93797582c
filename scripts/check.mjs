// Everything that can be said about the code without other programs: `npm run check`.
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { packageProgram, runSteps, script } from './run-step.mjs';

const staticSteps = [
  { name: 'types', command: packageProgram('tsc', '-p', '.') },
  { name: 'types of core, without Node.js', command: packageProgram('tsc', '-p', 'src/core') },
  { name: 'lint and format', command: packageProgram('biome', 'check', '--error-on-warnings') },
  { name: 'arrows', command: script('check-arrows.mjs') },
  { name: 'src/gen is what proto gives', command: script('generate-proto.mjs', '--check') },
  { name: 'src/gen is what the kernels give', command: script('build-kernels.mjs', '--check') },
  {
    name: 'deploy/ is what the dashboards and rules give',
    command: script('generate-monitoring.mjs', '--check'),
  },
  { name: 'dependencies can be imported', command: script('check-dependencies.mjs') },
];

/** The folders of tests that need nothing but Node.js. */
export const fastTests = ['unit', 'properties', 'scenarios', 'simulation'];

/** Runs the steps that are no tests, on two cores; each gives one `{ name, isOk }`. */
export function runStaticSteps() {
  return runSteps(staticSteps, 2);
}

async function check() {
  const folders = fastTests.map((name) => `test/${name}/`);
  const tests = packageProgram('vitest', 'run', '--passWithNoTests', '--reporter=minimal', ...folders);
  const outcomes = [
    ...(await runStaticSteps()),
    ...(await runSteps([{ name: `tests: ${fastTests.join(', ')}`, command: tests }])),
  ];
  if (outcomes.some(({ isOk }) => !isOk)) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await check();
