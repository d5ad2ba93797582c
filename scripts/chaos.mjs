// Many short runs under faults, each compared with an undisturbed run of its job:
// `npm run chaos -- [--runs 200] [--first-seed 1] [--every 1s] [--for 8s] [--out FILE]`.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './run-step.mjs';

/** The examples that take turns, each with a length that leaves time for the faults. */
const JOBS = [
  { name: 'digits', length: ['epochs: 10', 'epochs: 40'] },
  { name: 'convnet', length: ['epochs: 2', 'epochs: 6'] },
];

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '200' },
    'first-seed': { type: 'string', default: '1' },
    every: { type: 'string', default: '1s' },
    for: { type: 'string', default: '8s' },
    out: { type: 'string' },
  },
});

/** Runs the command and returns its exit code and what it wrote. */
function lockstep(...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(root, 'bin/lockstep'), args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const text = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8').on('data', (part) => {
        text[name] += part;
      });
    }
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, ...text }));
  });
}

/** Copies an example with another length and runs it in peace; returns its folder and its run folder. */
async function prepare({ name, length }, work) {
  const folder = path.join(work, name);
  cpSync(path.join(root, 'examples', name), folder, { recursive: true });
  const file = path.join(folder, 'job.yaml');
  const text = readFileSync(file, 'utf8');
  if (!text.includes(length[0])) throw new Error(`${file} has no "${length[0]}"`);
  writeFileSync(file, text.replace(...length));
  const end = await lockstep('run', folder, '--json', '--runs', path.join(work, 'undisturbed'));
  if (end.exitCode !== 0) throw new Error(`${name} does not run undisturbed:\n${end.stderr}`);
  return { name, folder, undisturbed: path.join(work, 'undisturbed', JSON.parse(end.stdout).jobId) };
}

/** One run under faults. The run folder of one that fails is kept. */
async function disturb({ name, folder, undisturbed }, seed, work) {
  const runs = path.join(work, `seed-${seed}`);
  const { exitCode, stdout, stderr } = await lockstep(
    ...['chaos', folder, '--seed', `${seed}`, '--every', options.every, '--for', options.for],
    ...['--undisturbed', undisturbed, '--runs', runs, '--json'],
  );
  const isEqual = exitCode === 0;
  if (isEqual) rmSync(runs, { recursive: true });
  const report = stdout === '' ? null : JSON.parse(stdout);
  return { seed, job: name, isEqual, exitCode, report, ...(isEqual ? {} : { stderr, runs }) };
}

function lineOf({ seed, job, isEqual, exitCode, report, stderr }) {
  const kinds = report?.faults.map(({ kind }) => kind) ?? [];
  const counts = [...new Set(kinds)]
    .sort()
    .map((kind) => `${kinds.filter((each) => each === kind).length} ${kind}`);
  const verdict = isEqual ? 'equal' : `NOT EQUAL (exit code ${exitCode})`;
  const line = `seed ${seed}  ${job.padEnd(8)} ${verdict}  ${counts.join(', ')}`;
  return isEqual ? line : `${line}\n${stderr.trimEnd().split('\n').slice(-3).join('\n')}`;
}

async function main() {
  const numRuns = Number(options.runs);
  const firstSeed = Number(options['first-seed']);
  if (!(numRuns >= 1 && Number.isSafeInteger(numRuns) && Number.isSafeInteger(firstSeed))) {
    throw new Error('--runs and --first-seed are whole numbers, --runs at least 1');
  }
  const work = mkdtempSync(path.join(tmpdir(), 'lockstep-chaos-'));
  cpSync(path.join(root, 'examples/digits'), path.join(work, 'digits'), { recursive: true });
  const jobs = [];
  for (const job of JOBS.slice(0, numRuns)) jobs.push(await prepare(job, work));
  const results = [];
  for (let index = 0; index < numRuns; index++) {
    const result = await disturb(jobs[index % jobs.length], firstSeed + index, work);
    results.push(result);
    console.log(lineOf(result));
    if (options.out) writeFileSync(options.out, `${JSON.stringify(results, null, 2)}\n`);
  }
  const failed = results.filter(({ isEqual }) => !isEqual);
  console.log(`${numRuns - failed.length} of ${numRuns} with equal weights`);
  if (failed.length === 0) {
    rmSync(work, { recursive: true });
    return;
  }
  console.log(`failing seeds: ${failed.map(({ seed }) => seed).join(', ')}; their runs are in ${work}`);
  process.exitCode = 1;
}

await main();
