// Runs folders of tests with vitest, with a readable reporter on the terminal and counts from its JSON report.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageProgram, root } from './run-step.mjs';
import { outcomeOfTests } from './test-outcome.mjs';

/** Runs `test/<folder>/` for every folder and returns `{ numPassed, numFailed, skipped }`. */
export async function runTests(folders) {
  const work = mkdtempSync(path.join(tmpdir(), 'lockstep-test-'));
  try {
    const reportFile = path.join(work, 'report.json');
    const exitCode = await vitest(
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      '--reporter=./scripts/skip-reason-reporter.mjs',
      `--outputFile.json=${reportFile}`,
      ...folders.map((folder) => `test/${folder}/`),
    );
    const report = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : null;
    return outcomeOfTests(report, exitCode);
  } finally {
    rmSync(work, { recursive: true });
  }
}

function vitest(...args) {
  const [program, ...allArgs] = packageProgram('vitest', 'run', ...args);
  return new Promise((resolve, reject) => {
    const child = spawn(program, allArgs, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
