/**
 * Milliseconds of one float32 all-reduce among processes of this host, by kind of link, beside gloo in PyTorch: rounds
 * in turn, medians, ratio (gloo / ours, higher is better).
 * `node bench/run.mjs all-reduce [--peer PYTHON] [--ranks 2,4] [--megabytes 4,25,100] [--rounds N] [--links ...]`
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

/** Memory that glibc keeps, as the launcher of workers asks for; grpc-js allocates a buffer for each message. */
const GLIBC_TUNABLES =
  'glibc.malloc.hugetlb=1:glibc.malloc.mmap_threshold=1073741824:glibc.malloc.trim_threshold=17179869184:glibc.malloc.top_pad=67108864';

/** Milliseconds of one all-reduce. */
interface Timing {
  /** Of the slowest rank. */
  readonly ms: number;
  /** Of all ranks' processors; says more than the clock on a machine that others use too. */
  readonly cpuMs: number;
}

/** Processes that reduce together. */
interface Team {
  readonly name: string;
  time(numFloats: number, numRuns: number): Promise<Timing>;
  end(): void;
}

interface Member {
  readonly child: ChildProcess;
  ask(line: string): Promise<string>;
  answer(): Promise<string>;
}

function start(command: string, args: readonly string[]): Member {
  const child = spawn(command, args, {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, GLIBC_TUNABLES },
  });
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  const answer = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${command} ${args.join(' ')} ended`);
    return value;
  };
  return {
    child,
    answer,
    ask: (line) => {
      child.stdin!.write(`${line}\n`);
      return answer();
    },
  };
}

function teamOf(name: string, members: readonly Member[]): Team {
  return {
    name,
    time: async (numFloats, numRuns) => {
      const times = await Promise.all(members.map(({ ask }) => ask(`${numFloats} ${numRuns}`)));
      const pairs = times.map((line) => line.split(' ').map(Number) as [number, number]);
      return {
        ms: Math.max(...pairs.map(([ms]) => ms)),
        cpuMs: pairs.reduce((sum, [, cpuMs]) => sum + cpuMs, 0),
      };
    },
    end: () => {
      for (const { child } of members) child.stdin!.end();
    },
  };
}

async function lockstepTeam(link: string, worldSize: number, script: string): Promise<Team> {
  const members = Array.from({ length: worldSize }, (_, rank) =>
    start(process.execPath, [...process.execArgv, script, `${rank}`, `${worldSize}`, link]),
  );
  const addresses = await Promise.all(members.map(({ answer }) => answer()));
  for (const { child } of members) child.stdin!.write(`${addresses.join(' ')}\n`);
  return teamOf(link, members);
}

async function glooTeam(python: string, worldSize: number): Promise<Team> {
  const port = await freePort();
  const members = Array.from({ length: worldSize }, (_, rank) =>
    start(python, ['bench/peer/gloo_all_reduce.py', `${rank}`, `${worldSize}`, `${port}`]),
  );
  await Promise.all(members.map(({ answer }) => answer()));
  return teamOf('gloo', members);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

const COLUMNS = ['median ms       ', 'fastest ms      ', 'processor ms    '];

function rowOf(timings: readonly Timing[]): number[] {
  const clock = timings.map(({ ms }) => ms);
  return [median(clock), Math.min(...clock), median(timings.map(({ cpuMs }) => cpuMs))];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

const { values: options } = parseArgs({
  options: {
    peer: { type: 'string' },
    ranks: { type: 'string', default: '2,4' },
    megabytes: { type: 'string', default: '4,25,100' },
    rounds: { type: 'string', default: '7' },
    links: { type: 'string', default: 'shared-memory,grpc' },
  },
});

const script = path.join(path.dirname(process.argv[1]!), 'all-reduce-rank.mjs');
await build({
  ...{ entryPoints: ['bench/all-reduce-rank.ts'], outfile: script, bundle: true, sourcemap: 'inline' },
  ...{ format: 'esm', platform: 'node', target: 'node20', packages: 'external' },
});
for (const worldSize of options.ranks.split(',').map(Number)) {
  for (const megabytes of options.megabytes.split(',').map(Number)) {
    const teams = await Promise.all([
      ...options.links.split(',').map((link) => lockstepTeam(link, worldSize, script)),
      ...(options.peer ? [glooTeam(options.peer, worldSize)] : []),
    ]);
    const timings = new Map(teams.map((team) => [team, [] as Timing[]]));
    const numRuns = Math.max(2, Math.round(50 / megabytes));
    for (let round = -1; round < Number(options.rounds); round++) {
      for (const team of teams) {
        const timing = await team.time((megabytes * 1e6) / 4, numRuns);
        if (round >= 0) timings.get(team)!.push(timing);
      }
    }
    for (const team of teams) team.end();
    console.log(`\n${worldSize} ranks, ${megabytes} MB`.padEnd(20), COLUMNS.join('  '));
    const rows = new Map([...timings].map(([{ name }, measured]) => [name, rowOf(measured)]));
    const gloo = rows.get('gloo');
    for (const [name, row] of rows) {
      const cells = row.map((ms, column) => {
        const ratio = gloo ? ` x${(gloo[column]! / ms).toFixed(2)}` : '';
        return `${ms.toFixed(1)}${ratio}`.padStart(COLUMNS[column]!.length);
      });
      console.log(name.padEnd(19), cells.join('  '));
    }
  }
}
