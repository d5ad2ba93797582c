/**
 * Milliseconds of a training step of two ranks with the exchange beside the backward pass and after it, rounds in turn
 * in the same processes; and how much of the exchange's time is hidden. Needs a build.
 * `node bench/run.mjs overlap [--links grpc,shared-memory] [--program mlp4.ts] [--kilobytes 2048] [--rounds N] [--json]`
 */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { runBenchProgram } from './bench-program.ts';
import { type BenchRecord, benchRecord, median } from './bench-record.ts';
import type { OverlapRank, OverlapStep } from './overlap-rank.ts';

/** As the launcher of workers sets it. */
const GLIBC_TUNABLES =
  'glibc.malloc.hugetlb=1:glibc.malloc.mmap_threshold=1073741824:glibc.malloc.trim_threshold=17179869184:glibc.malloc.top_pad=67108864';
const WORLD_SIZE = 2;
const RANK_BATCH_SIZE = 128;
const STEPS_OF_ROUND = 20;

/** Medians over the steps of one round. */
interface OverlapTimes {
  readonly stepMs: number;
  /** Until the last rank has computed. */
  readonly computeMs: number;
  /** From then on until the last rank has all sums: no rank waits for another that computes longer. */
  readonly exposedMs: number;
  readonly earlyShare: number;
}

interface Team {
  run(isOverlapped: boolean): Promise<OverlapTimes>;
  end(): void;
}

async function startTeam(script: string, rank: Omit<OverlapRank, 'rank'>): Promise<Team> {
  const ranks = Array.from({ length: WORLD_SIZE }, (_, index) => startRank(script, { ...rank, rank: index }));
  const addresses = await Promise.all(ranks.map(({ answer }) => answer()));
  for (const { child } of ranks) child.stdin!.write(`${addresses.join(' ')}\n`);
  return {
    run: async (isOverlapped) => {
      for (const { child } of ranks) child.stdin!.write(`${STEPS_OF_ROUND} ${Number(isOverlapped)}\n`);
      const lines = await Promise.all(ranks.map(({ answer }) => answer()));
      return timesOf(lines.map((line) => JSON.parse(line) as OverlapStep[]));
    },
    end: () => {
      for (const { child } of ranks) child.stdin!.end();
    },
  };
}

function timesOf(ranks: readonly OverlapStep[][]): OverlapTimes {
  const steps = ranks[0]!.map((_, index) => {
    const last = (name: keyof OverlapStep): number => Math.max(...ranks.map((steps) => steps[index]![name]));
    const beganAt = last('beganAt');
    const computedAt = last('computedAt');
    return {
      stepMs: last('appliedAt') - beganAt,
      computeMs: computedAt - beganAt,
      exposedMs: last('exchangedAt') - computedAt,
      earlyShare: Math.min(...ranks.map((steps) => steps[index]!.earlyShare)),
    };
  });
  const middle = (name: keyof OverlapTimes): number => median(steps.map((step) => step[name]));
  return {
    stepMs: middle('stepMs'),
    computeMs: middle('computeMs'),
    exposedMs: middle('exposedMs'),
    earlyShare: middle('earlyShare'),
  };
}

function startRank(script: string, options: OverlapRank): { child: ChildProcess; answer(): Promise<string> } {
  const child = spawn(process.execPath, [script, JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, GLIBC_TUNABLES },
  });
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  const answer = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`rank ${options.rank} ended`);
    return value;
  };
  return { child, answer };
}

/** Rounds with and without overlap, in turn. */
async function measureLink(team: Team, link: string, numRounds: number): Promise<BenchRecord[]> {
  for (const isOverlapped of [true, false]) await team.run(isOverlapped);
  const early: OverlapTimes[] = [];
  const late: OverlapTimes[] = [];
  for (let round = 0; round < numRounds; round++) {
    early.push(await team.run(true));
    late.push(await team.run(false));
  }
  const middle = (times: OverlapTimes[], name: keyof OverlapTimes): number =>
    median(times.map((time) => time[name]));
  const step = benchRecord({
    name: `overlap-step-${link}`,
    unit: 'ms',
    better: 'less',
    against: 'exchange after the backward pass',
    rounds: early.map(({ stepMs }, round) => ({ ours: stepMs, peer: late[round]!.stepMs })),
    details: {
      computeMs: middle(early, 'computeMs'),
      exposedMs: middle(early, 'exposedMs'),
      lateComputeMs: middle(late, 'computeMs'),
      lateExchangeMs: middle(late, 'exposedMs'),
    },
  });
  const hidden = benchRecord({
    name: `overlap-hidden-${link}`,
    unit: 'share of the exchange',
    better: 'more',
    against: null,
    rounds: early.map(({ exposedMs }, round) => ({
      ours: 1 - exposedMs / late[round]!.exposedMs,
      peer: null,
    })),
    details: { earlyShareOfFloats: middle(early, 'earlyShare') },
  });
  return [step, hidden];
}

await runBenchProgram({
  numRounds: 7,
  more: {
    links: { type: 'string', default: 'grpc,shared-memory' },
    program: { type: 'string', default: 'mlp4.ts' },
    kilobytes: { type: 'string', default: '2048' },
  },
  measure: async ({ numRounds, more }) => {
    const script = path.join(path.dirname(process.argv[1]!), 'overlap-rank.mjs');
    await build({
      ...{ entryPoints: ['bench/overlap-rank.ts'], outfile: script, bundle: true, sourcemap: 'inline' },
      ...{ format: 'esm', platform: 'node', target: 'node20', packages: 'external' },
    });
    const records: BenchRecord[] = [];
    for (const link of `${more.links}`.split(',') as OverlapRank['link'][]) {
      const team = await startTeam(script, {
        ...{ worldSize: WORLD_SIZE, link, program: `${more.program}`, rankBatchSize: RANK_BATCH_SIZE },
        mostBucketBytes: Number(more.kilobytes) * 1024,
      });
      records.push(...(await measureLink(team, link, numRounds)));
      team.end();
    }
    return records;
  },
});
