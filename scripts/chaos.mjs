// Many short runs under faults, each compared with an undisturbed run of its job:
// `npm run chaos -- [--runs-count 200] [--first-seed 1] [--workers 3] [--every 1s] [--for 5s] [--out FILE]`.
// The last line is "200 of 200 with equal weights, 0 samples missing, 0 repeated, 0 processes left".
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isUnharmed, lineOf, summaryLines } from './chaos-series.mjs';
import { runMarked } from './marked-process.mjs';
import { root } from './run-step.mjs';

/** The examples that take turns, each with a length that leaves time for the faults. */
const JOBS = [
  { name: 'convnet', length: ['epochs: 2', 'epochs: 4'] },
  { name: 'digits', length: ['epochs: 10', 'epochs: 16'] },
];

function readOptions() {
  const { values } = parseArgs({
    options: {
      'runs-count': { type: 'string', default: '200' },
      'first-seed': { type: 'string', default: '1' },
      workers: { type: 'string', default: '3' },
      every: { type: 'string', default: '1s' },
      for: { type: 'string', default: '5s' },
      out: { type: 'string' },
    },
  });
  const numRuns = Number(values['runs-count']);
  const firstSeed = Number(values['first-seed']);
  if (!(Number.isSafeInteger(numRuns) && numRuns >= 1 && Number.isSafeInteger(firstSeed) && firstSeed >= 0)) {
    throw new Error('--runs-count and --first-seed are whole numbers, --runs-count at least 1');
  }
  const chaosArgs = ['--workers', values.workers, '--every', values.every, '--for', values.for];
  return { numRuns, firstSeed, out: values.out, chaosArgs };
}

function lockstep(...args) {
  return runMarked(path.join(root, 'bin/lockstep'), args);
}

/** Copies an example with another length and runs it in peace; returns its folder and its run folder. */
async function prepare({ name, length }, work) {
  const folder = path.join(work, name);
  cpSync(path.join(root, 'examples', name), folder, { recursive: true });
  const file = path.join(folder, 'job.yaml');
  const text = readFileSync(file, 'utf8');
  if (!text.includes(length[0])) throw new Error(`${file} has no "${length[0]}"`);
  writeFileSync(file, text.replace(...length));
  const runs = path.join(work, 'undisturbed');
  const end = await lockstep('run', folder, '--json', '--runs', runs);
  if (end.exitCode !== 0) throw new Error(`${name} does not run undisturbed:\n${end.stderr}`);
  return { name, folder, undisturbed: path.join(runs, JSON.parse(end.stdout).jobId) };
}

/** One run under faults. The run folder of one that fails is kept. */
async function disturb({ name, folder, undisturbed }, { seed, work, chaosArgs }) {
  const runs = path.join(work, `seed-${seed}`);
  const beganMs = performance.now();
  const { exitCode, stdout, stderr, processesLeft } = await lockstep(
    ...['chaos', folder, '--seed', `${seed}`, ...chaosArgs],
    ...['--undisturbed', undisturbed, '--runs', runs, '--json'],
  );
  const seconds = (performance.now() - beganMs) / 1000;
  const report = parseReport(stdout);
  const outcome = { seed, job: name, seconds, exitCode, processesLeft, report };
  if (!isUnharmed(outcome)) return { ...outcome, stderr, runs };
  rmSync(runs, { recursive: true });
  return outcome;
}

/** What `--json` printed; null where the command ended before it could. */
function parseReport(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function main() {
  const { numRuns, firstSeed, out, chaosArgs } = readOptions();
  const work = mkdtempSync(path.join(tmpdir(), 'lockstep-chaos-'));
  // Other examples read its data.
  cpSync(path.join(root, 'examples/digits'), path.join(work, 'digits'), { recursive: true });
  if (out) writeFileSync(out, '');
  const prepared = new Map();
  const outcomes = [];
  for (let seed = firstSeed; seed < firstSeed + numRuns; seed++) {
    const job = JOBS[seed % JOBS.length];
    if (!prepared.has(job)) prepared.set(job, await prepare(job, work));
    const outcome = await disturb(prepared.get(job), { seed, work, chaosArgs });
    outcomes.push(outcome);
    console.log(lineOf(outcome));
    if (out) appendFileSync(out, `${JSON.stringify(outcome)}\n`);
  }
  const commandOf = ({ seed }) =>
    `npm run chaos -- --runs-count 1 --first-seed ${seed} ${chaosArgs.join(' ')}`;
  console.log(summaryLines(outcomes, commandOf).join('\n'));
  if (outcomes.every(isUnharmed)) rmSync(work, { recursive: true });
  else process.exitCode = 1;
}

await main();
