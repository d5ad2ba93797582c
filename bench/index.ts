/**
 * All benchmarks, one after the other, each in processes of its own; one that fails is told and the others go on.
 * `npm run bench -- [--only NAME] [--peer PYTHON] [--rounds N] [--json] [--save]`
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { BenchRecord } from './bench-record.ts';
import { describeMachine, findPeer } from './machine.ts';
import { publish } from './publish.ts';
import { recordTable } from './record-table.ts';
import type { BenchResults } from './results.ts';
import { isReached, TARGETS } from './targets.ts';

interface Bench {
  /** What the names of its records begin with. */
  readonly name: string;
  /** The program and its arguments. */
  readonly command: readonly string[];
  readonly hasPeer: boolean;
}

const ALL_REDUCE_SIZES = ['25', '100', '4'];

const BENCHES: readonly Bench[] = [
  ...['2', '4'].flatMap((ranks) =>
    ALL_REDUCE_SIZES.map((size) => ({
      name: `all-reduce-${size}MB-n${ranks}`,
      command: ['all-reduce', '--ranks', ranks, '--megabytes', size],
      hasPeer: true,
    })),
  ),
  ...['mlp', 'cnn', 'gpt'].map((model) => ({
    name: `${model}-1-rank`,
    command: ['engine', '--models', model],
    hasPeer: true,
  })),
  ...['mlp-2-ranks', 'cnn-2-ranks', 'cnn-scaling', 'step-overhead'].map((name) => ({
    name,
    command: ['ranks', '--figure', name],
    hasPeer: true,
  })),
  { name: 'overlap', command: ['overlap'], hasPeer: false },
  { name: 'start-up', command: ['start-up'], hasPeer: true },
  { name: 'vote-decision', command: ['votes'], hasPeer: false },
  { name: 'checkpoint-stall', command: ['checkpoint'], hasPeer: false },
  { name: 'joiner-longest-step', command: ['joiner'], hasPeer: false },
  { name: 'recovery', command: ['recovery'], hasPeer: true },
];

const TIMEOUT_MS = 15 * 60_000;

/** Processes that were just killed may still write for a moment. */
const REMOVAL = { recursive: true, force: true, maxRetries: 5, retryDelay: 200 } as const;

/** Load for each core from which a machine is too busy. */
const BUSY = 0.25;

const INTERRUPTS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const HOW_TO_GET_PYTORCH = `There is no PyTorch to measure against, so Lockstep runs alone. To have it beside:
  python3 -m venv torch && torch/bin/pip install torch
  npm run bench -- --peer torch/bin/python`;

interface Options {
  readonly python: string | null;
  readonly rounds: string | undefined;
}

/** Runs a benchmark and ends everything that it has started. Throws where it fails or takes too long. */
async function run({ command, hasPeer }: Bench, { python, rounds }: Options): Promise<BenchRecord[]> {
  const args = ['bench/run.mjs', ...command, '--json'];
  if (python !== null && hasPeer) args.push('--peer', python);
  if (rounds !== undefined) args.push('--rounds', rounds);
  const folder = await mkdtemp(path.join(tmpdir(), 'lockstep-bench-'));
  // A group of its own, so that a benchmark that hangs takes its children along.
  const child = spawn(process.execPath, args, {
    ...{ stdio: ['ignore', 'pipe', 'inherit'], detached: true, env: { ...process.env, TMPDIR: folder } },
  });
  const text: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => text.push(chunk));
  const endGroup = (): void => {
    try {
      process.kill(-child.pid!, 'SIGKILL');
    } catch {
      // Nothing of it is left.
    }
  };
  const onInterrupt = (): never => {
    endGroup();
    rmSync(folder, REMOVAL);
    rmSync(`dist.bench-${child.pid}`, REMOVAL);
    process.exit(130);
  };
  for (const name of INTERRUPTS) process.once(name, onInterrupt);
  const timer = setTimeout(endGroup, TIMEOUT_MS);
  try {
    const [exitCode, signal] = (await once(child, 'close')) as [number | null, string | null];
    if (exitCode !== 0) throw new Error(`ended with ${signal ?? `exit code ${exitCode}`}`);
    const lines = Buffer.concat(text).toString().trim().split('\n');
    return JSON.parse(lines.at(-1)!) as BenchRecord[];
  } finally {
    clearTimeout(timer);
    for (const name of INTERRUPTS) process.removeListener(name, onInterrupt);
    endGroup();
    await Promise.all([rm(folder, REMOVAL), rm(`dist.bench-${child.pid}`, REMOVAL)]);
  }
}

/** A name chooses a benchmark, several by how they begin, or one record of one. */
function chosenBy(only: string | undefined): readonly Bench[] {
  if (only === undefined) return BENCHES;
  const chosen = BENCHES.filter(({ name }) => name.startsWith(only) || only.startsWith(name));
  if (chosen.length > 0) return chosen;
  throw new Error(`no benchmark "${only}"; there are ${BENCHES.map(({ name }) => name).join(', ')}`);
}

function verdicts(records: readonly BenchRecord[]): string {
  const lines = TARGETS.flatMap((target) => {
    const record = records.find(({ name }) => name === target.name);
    if (!record || record[target.field] === null) return [];
    const sign = isReached(target, record) ? 'reached' : 'missed ';
    return [
      `${sign}  ${target.what}: ${target.bound} ${target.value}, is ${record[target.field]!.toFixed(2)}`,
    ];
  });
  return lines.join('\n');
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      peer: { type: 'string' },
      rounds: { type: 'string' },
      json: { type: 'boolean', default: false },
      save: { type: 'boolean', default: false },
    },
  });
  const chosen = chosenBy(values.only);
  const asked = values.peer ?? process.env.LOCKSTEP_BENCH_PYTHON;
  const python = findPeer(asked);
  if (python === null && asked !== undefined) throw new Error(`${asked} has no PyTorch`);
  if (python === null) console.error(HOW_TO_GET_PYTORCH);
  const machine = describeMachine(python);
  if (machine.load > machine.numCores * BUSY)
    console.error(
      `The load is ${machine.load.toFixed(1)}: others use this machine, and figures will be off.`,
    );
  // Builds what is out of date, so that no measurement has to.
  spawnSync('bin/lockstep', ['version'], { stdio: ['ignore', 'ignore', 'inherit'] });

  const records: BenchRecord[] = [];
  const failures: BenchResults['failures'][number][] = [];
  for (const bench of chosen) {
    console.error(`${bench.name} ...`);
    try {
      const all = await run(bench, { python, rounds: values.rounds });
      records.push(...all.filter(({ name }) => values.only === undefined || name.startsWith(values.only)));
    } catch (error) {
      failures.push({ name: bench.name, problem: (error as Error).message });
      console.error(`${bench.name} failed: ${(error as Error).message}`);
      process.exitCode = 1;
    }
  }
  if (values.json) console.log(JSON.stringify(records, null, 2));
  else console.log(`${recordTable(records)}\n\n${verdicts(records)}`);
  if (values.save) await save({ records, failures, machine }, chosen);
}

/** What was measured before on the same day stays, where it was not measured anew. */
async function save(measured: Omit<BenchResults, 'date'>, chosen: readonly Bench[]): Promise<void> {
  const date = new Date().toISOString().slice(0, 10);
  const file = `bench/results/${date}.json`;
  await mkdir(path.dirname(file), { recursive: true });
  const earlier = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as Partial<BenchResults>;
  const isOld = ({ name }: { readonly name: string }): boolean =>
    !chosen.some((bench) => name.startsWith(bench.name)) &&
    !measured.records.some((record) => record.name === name);
  const results: BenchResults = {
    date,
    machine: measured.machine,
    records: [...(earlier.records ?? []).filter(isOld), ...measured.records],
    failures: [...(earlier.failures ?? []).filter(isOld), ...measured.failures],
  };
  await writeFile(file, `${JSON.stringify(results, null, 2)}\n`);
  await publish(results);
}

await main().catch((error: Error) => {
  console.error(`bench: ${error.message}`);
  process.exitCode = 1;
});
