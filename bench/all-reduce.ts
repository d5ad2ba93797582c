/**
 * Milliseconds of one float32 all-reduce among processes of this host, by kind of link, beside gloo in PyTorch: rounds
 * in turn, medians, ratio (gloo / ours, higher is better).
 * `node bench/run.mjs all-reduce [--peer PYTHON] [--ranks 2,4] [--megabytes 4,25,100] [--rounds N] [--links ...] [--json]`
 */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { type BenchOptions, runBenchProgram } from './bench-program.ts';
import { type BenchRecord, benchRecord, median } from './bench-record.ts';
import { freePort } from './peer-team.ts';

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

interface Scene {
  readonly worldSize: number;
  readonly megabytes: number;
  readonly links: readonly string[];
  readonly script: string;
}

/** One record for each kind of link; all of them and gloo take turns. */
async function compare(
  { worldSize, megabytes, links, script }: Scene,
  { python, numRounds }: BenchOptions,
): Promise<BenchRecord[]> {
  const teams = await Promise.all(links.map((link) => lockstepTeam(link, worldSize, script)));
  const gloo = python === null ? null : await glooTeam(python, worldSize);
  const numRuns = Math.max(2, Math.round(50 / megabytes));
  const time = (team: Team): Promise<Timing> => team.time((megabytes * 1e6) / 4, numRuns);
  const rounds: { readonly ours: readonly Timing[]; readonly peer: Timing | null }[] = [];
  for (let round = -1; round < numRounds; round++) {
    const ours: Timing[] = [];
    for (const team of teams) ours.push(await time(team));
    const peer = gloo === null ? null : await time(gloo);
    if (round >= 0) rounds.push({ ours, peer });
  }
  for (const team of teams) team.end();
  gloo?.end();
  return links.map((link, index) =>
    benchRecord({
      name: `all-reduce-${megabytes}MB-n${worldSize}-${link}`,
      ...{ unit: 'ms', better: 'less', against: 'gloo, float32' },
      rounds: rounds.map(({ ours, peer }) => ({ ours: ours[index]!.ms, peer: peer?.ms ?? null })),
      details: {
        processorMs: median(rounds.map(({ ours }) => ours[index]!.cpuMs)),
        ...(gloo && { peerProcessorMs: median(rounds.map(({ peer }) => peer!.cpuMs)) }),
      },
    }),
  );
}

await runBenchProgram({
  numRounds: 7,
  more: {
    ranks: { type: 'string', default: '2,4' },
    megabytes: { type: 'string', default: '4,25,100' },
    links: { type: 'string', default: 'shared-memory,grpc' },
  },
  measure: async (options) => {
    const script = path.join(path.dirname(process.argv[1]!), 'all-reduce-rank.mjs');
    await build({
      ...{ entryPoints: ['bench/all-reduce-rank.ts'], outfile: script, bundle: true, sourcemap: 'inline' },
      ...{ format: 'esm', platform: 'node', target: 'node20', packages: 'external' },
    });
    const listOf = (name: string): string[] => `${options.more[name]}`.split(',');
    const records: BenchRecord[] = [];
    for (const worldSize of listOf('ranks').map(Number)) {
      for (const megabytes of listOf('megabytes').map(Number)) {
        const scene = { worldSize, megabytes, links: listOf('links'), script };
        records.push(...(await compare(scene, options)));
      }
    }
    return records;
  },
});
