/**
 * Samples per second of `lockstep run` on this host - coordinator, workers and data included - beside
 * DistributedDataParallel in PyTorch with gloo and one thread for each rank: same model, batch and optimizer, rounds in
 * turn. Each of our rounds is a run of its own, measured after its warm-up; PyTorch's ranks stay and are warm.
 * `node bench/run.mjs ranks --figure mlp-2-ranks|cnn-2-ranks|cnn-scaling|step-overhead [--peer PYTHON] [--rounds N] [--json]`
 */

import type { StepRecord } from '../src/observe/run-events.ts';
import { runBenchProgram } from './bench-program.ts';
import { type BenchRecord, benchRecord, median } from './bench-record.ts';
import { type PeerTeam, startPeerTeam } from './peer-team.ts';
import { runTraining } from './training-run.ts';

const BATCH_SIZES = { mlp: 128, cnn: 64 } as const;
const WARM_STEPS = 40;
const MEASURED_MS = 4_000;
const GUESSED_STEP_MS = 20;

type Model = keyof typeof BATCH_SIZES;

interface OwnRound {
  readonly samplesPerSecond: number;
  readonly stepMs: number;
  /** Milliseconds of each phase, and of what is in no phase. */
  readonly phases: Readonly<Record<string, number>>;
}

/** Rounds of ours, each longer than the first guess of a step's time says. */
function ownRounds(model: Model, numWorkers: number): () => Promise<OwnRound> {
  let stepMs = GUESSED_STEP_MS;
  return async () => {
    const rankBatchSize = BATCH_SIZES[model];
    const numSteps = WARM_STEPS + Math.ceil(MEASURED_MS / stepMs);
    const { steps } = await runTraining({ job: model, numWorkers, rankBatchSize, numSteps });
    const round = measure(steps);
    stepMs = round.stepMs;
    return round;
  };
}

function measure(steps: readonly StepRecord[]): OwnRound {
  const warm = steps.slice(WARM_STEPS);
  const ms = Date.parse(warm.at(-1)!.time) - Date.parse(steps[WARM_STEPS - 1]!.time);
  const stepMs = ms / warm.length;
  const numSamples = warm.reduce((sum, step) => sum + step.numSamples, 0);
  const names = ['data', 'forward_backward', 'all_reduce', 'vote', 'apply'] as const;
  const phases: Record<string, number> = {};
  for (const name of names) {
    phases[name] = warm.reduce((sum, step) => sum + 1000 * (step.phases[name] ?? 0), 0) / warm.length;
  }
  phases.other = stepMs - names.reduce((sum, name) => sum + phases[name]!, 0);
  return { samplesPerSecond: (1000 * numSamples) / ms, stepMs, phases };
}

/** PyTorch's rounds in samples per second of all ranks. */
async function peerRounds(python: string, model: Model, worldSize: number) {
  const team: PeerTeam = await startPeerTeam({ python, args: ['bench/peer/ddp.py', model], worldSize });
  const stepMs = await team.ask(`${WARM_STEPS}`);
  const numSteps = Math.ceil(MEASURED_MS / stepMs);
  return {
    run: async () => (worldSize * BATCH_SIZES[model] * 1000) / (await team.ask(`${numSteps}`)),
    end: team.end,
  };
}

type Figure = (python: string | null, numRounds: number) => Promise<BenchRecord>;

function twoRanks(model: Model): Figure {
  return async (python, numRounds) => {
    const own = ownRounds(model, 2);
    const peer = python === null ? null : await peerRounds(python, model, 2);
    const rounds = [];
    const all: OwnRound[] = [];
    for (let round = 0; round < numRounds; round++) {
      const ours = await own();
      all.push(ours);
      rounds.push({ ours: ours.samplesPerSecond, peer: peer === null ? null : await peer.run() });
    }
    peer?.end();
    const name = `${model}-2-ranks`;
    const against = 'PyTorch DDP, gloo, 2 ranks';
    const details = stepDetails(all);
    return benchRecord({ name, unit: 'samples/s', better: 'more', against, rounds, details });
  };
}

/** What two ranks do in the time of one, as a share of twice as much. */
const scaling: Figure = async (python, numRounds) => {
  const own = [ownRounds('cnn', 1), ownRounds('cnn', 2)] as const;
  const peers =
    python === null ? null : [await peerRounds(python, 'cnn', 1), await peerRounds(python, 'cnn', 2)];
  const rounds = [];
  for (let round = 0; round < numRounds; round++) {
    const [one, two] = [await own[0](), await own[1]()];
    const [peerOne, peerTwo] = peers ? [await peers[0]!.run(), await peers[1]!.run()] : [0, 0];
    const ours = two.samplesPerSecond / one.samplesPerSecond / 2;
    rounds.push({ ours, peer: peers && peerTwo / peerOne / 2 });
  }
  for (const peer of peers ?? []) peer.end();
  const against = 'PyTorch DDP, gloo';
  return benchRecord({ name: 'cnn-scaling', unit: 'of linear', better: 'more', against, rounds });
};

/** The share of a step that is not data, forward and backward. */
const overhead: Figure = async (_, numRounds) => {
  const own = ownRounds('mlp', 2);
  const all: OwnRound[] = [];
  for (let round = 0; round < numRounds; round++) all.push(await own());
  const rounds = all.map(({ stepMs, phases }) => ({
    ours: 1 - (phases.data! + phases.forward_backward!) / stepMs,
    peer: null,
  }));
  const details = stepDetails(all);
  return benchRecord({
    ...{ name: 'step-overhead', unit: 'of a step', better: 'less', against: null, rounds, details },
  });
};

function stepDetails(rounds: readonly OwnRound[]): Record<string, number> {
  const details: Record<string, number> = { stepMs: median(rounds.map(({ stepMs }) => stepMs)) };
  for (const name of Object.keys(rounds[0]!.phases)) {
    details[`${name}Ms`] = median(rounds.map(({ phases }) => phases[name]!));
  }
  return details;
}

const FIGURES: Readonly<Record<string, Figure>> = {
  'mlp-2-ranks': twoRanks('mlp'),
  'cnn-2-ranks': twoRanks('cnn'),
  'cnn-scaling': scaling,
  'step-overhead': overhead,
};

await runBenchProgram({
  numRounds: 5,
  more: { figure: { type: 'string', default: 'mlp-2-ranks' } },
  measure: async ({ python, numRounds, more }) => {
    const figure = FIGURES[`${more.figure}`];
    if (!figure) throw new Error(`no figure "${more.figure}"; there are ${Object.keys(FIGURES).join(', ')}`);
    return [await figure(python, numRounds)];
  },
});
