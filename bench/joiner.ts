/**
 * How a worker that joins slows the members down: their longest step from the moment it connects until it is a member
 * for a few steps, beside their median step before; one member, one joiner, a state of 100 MB. The first step with more
 * ranks counts: it is the one that waits for the new membership.
 * `node bench/run.mjs joiner [--rounds N] [--json]`
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { configEnvironment } from '../src/config.ts';
import type { RunEvent, StepRecord } from '../src/observe/run-events.ts';
import { runBenchProgram } from './bench-program.ts';
import { benchRecord, median } from './bench-record.ts';
import { freePort } from './peer-team.ts';
import { jsonLines, runTraining, type StartedRun, type TrainingRun, waitFor } from './training-run.ts';

const JOINER = 'w-joiner';
/** A joiner that could not keep up is started anew, as a launcher does. */
const MAX_JOINERS = 8;
const JOINS_AFTER_STEP = 20;
/** More than there will be: the run is stopped once it has been seen. */
const NUM_STEPS = 10_000;
/** Steps with the joiner as a member that still count. */
const STEPS_AFTER = 3;

/** Starts a worker as another host would: by hand, with nothing but the address of the coordinator. */
function startJoiner(folder: string, port: number, attempt: number): ChildProcess {
  const config = {
    ...{
      workerId: `${JOINER}-${attempt}`,
      jobId: path.basename(folder),
      coordinatorAddress: `127.0.0.1:${port}`,
    },
    ...{ listen: '127.0.0.1:0', http: '127.0.0.1:0' },
  };
  const env = { ...process.env, ...configEnvironment(config) };
  return fork('dist/worker/main.js', [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env });
}

interface Join {
  readonly usualMs: number;
  readonly longestMs: number;
  /** From the joiner's first word until it is a member. */
  readonly joinMs: number;
  readonly numAttempts: number;
}

function joinOf({ steps, events }: TrainingRun): Join {
  const connected = timeOf(
    events,
    (event) => event.kind === 'worker_joined' && event.workerId.startsWith(JOINER),
  );
  const joined = timeOf(events, (event) => event.kind === 'generation_formed' && event.members.length === 2);
  const durations = steps.slice(1).map((step, index) => {
    const endMs = Date.parse(step.time);
    return { step, endMs, ms: endMs - Date.parse(steps[index]!.time) };
  });
  const numAfter = (step: StepRecord): number =>
    step.step - steps.find(({ worldSize }) => worldSize === 2)!.step;
  const before = durations.filter(({ step, endMs }) => endMs < connected && step.step > 5);
  const during = durations.filter(({ step, endMs }) => endMs >= connected && numAfter(step) < STEPS_AFTER);
  return {
    usualMs: median(before.map(({ ms }) => ms)),
    longestMs: Math.max(...during.map(({ ms }) => ms)),
    joinMs: joined - connected,
    numAttempts: events.filter((event) => event.kind === 'worker_joined').length - 1,
  };
}

function timeOf(events: readonly RunEvent[], isIt: (event: RunEvent) => boolean): number {
  const event = events.find(isIt);
  if (!event) throw new Error('the joiner did not become a member before the run was over');
  return Date.parse(event.time);
}

/** Brings a worker in, and stops the run when it has been a member for a while. */
async function bringIn({ folder, ended, stop }: StartedRun, port: number): Promise<void> {
  const steps = (): Promise<StepRecord[]> => jsonLines(path.join(folder, 'metrics.jsonl'));
  const isSeen = ({ worldSize }: StepRecord): boolean => worldSize === 2;
  await waitFor(async () => (await steps())[JOINS_AFTER_STEP] ?? null, ended);
  for (let attempt = 1; attempt <= MAX_JOINERS; attempt++) {
    const joiner = startJoiner(folder, port, attempt);
    const left = once(joiner, 'exit');
    try {
      await waitFor(
        async () => (await steps()).filter(isSeen)[STEPS_AFTER] ?? null,
        Promise.race([ended, left]),
      );
      stop();
      return;
    } catch (error) {
      if (attempt === MAX_JOINERS) throw error;
    } finally {
      // It leaves with the run.
      await Promise.race([left, ended]);
      joiner.kill('SIGKILL');
      await left;
    }
  }
}

async function measureJoin(): Promise<Join> {
  const port = await freePort();
  const run = await runTraining({
    ...{ job: 'large', numWorkers: 1, maxWorkers: 2, rankBatchSize: 16, numSteps: NUM_STEPS, port },
    onStarted: (started) => bringIn(started, port),
  });
  return joinOf(run);
}

await runBenchProgram({
  numRounds: 3,
  measure: async ({ numRounds }) => {
    const joins: Join[] = [];
    for (let round = 0; round < numRounds; round++) joins.push(await measureJoin());
    const rounds = joins.map(({ longestMs, usualMs }) => ({ ours: longestMs, peer: usualMs }));
    const middle = (name: keyof Join): number => median(joins.map((join) => join[name]));
    const details = { joinMs: middle('joinMs'), numAttempts: middle('numAttempts') };
    return [
      benchRecord({
        ...{
          name: 'joiner-longest-step',
          unit: 'ms',
          better: 'less',
          against: 'median step',
          rounds,
          details,
        },
      }),
    ];
  },
});
