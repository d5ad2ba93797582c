import { writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { performance } from 'node:perf_hooks';
import { type CoordinatorState, isOver } from '../core/coordinator/coordinator-state.ts';
import type { JobEvent } from '../core/coordinator/job-event.ts';
import type { Effect } from '../core/coordinator/outcome.ts';
import type { Readiness } from '../core/membership/worker-record.ts';
import { type JsonLinesWriter, openJsonLinesWriter } from '../observe/json-lines-writer.ts';
import type {
  EvaluationResult,
  Gallery,
  RunEvent,
  RunEventBody,
  RunResult,
  StepRecord,
} from '../observe/run-events.ts';
import { renderReport } from '../observe/run-report.ts';
import { openTensorBoardWriter, type TensorBoardWriter } from '../observe/tensorboard-writer.ts';
import type { DatasetFacts, FrozenJob, RunPaths } from '../store/run-folder.ts';
import { evaluationResult, mergeGalleries } from './evaluation-result.ts';
import type { RunPast } from './run-past.ts';
import { addPastStep, addStep, NO_TOTALS, stepRecord } from './run-totals.ts';

type RecordStep = Extract<Effect, { kind: 'record_step' }>;

export interface RunRecorderOptions {
  readonly paths: RunPaths;
  readonly frozen: FrozenJob;
  /** When the run was asked for, milliseconds since 1970. */
  readonly askedAtMs: number;
  /** What earlier coordinators told of it. */
  readonly past: RunPast;
  readonly onEvent: (event: RunEvent) => void;
  readonly onStep: (record: StepRecord, bytesSent: number) => void;
  /** Told once when the run folder cannot be written; the run goes on. */
  readonly onWriteError: (error: Error) => void;
}

/** Writes down what happens to a run, behind the training, and works out its result. */
export interface RunRecorder {
  recordEvent(event: JobEvent): void;
  recordStep(effect: RecordStep): void;
  warn(message: string): void;
  /** Resolves when the ledger is durable, so that a checkpoint never runs ahead of it. */
  flush(): Promise<void>;
  /** Takes ledger, metrics and evaluations back to `step`: what comes after it will be done again. Events stay. */
  rewind(step: number): void;
  /** Step of the best validation so far (smallest loss), or null. */
  bestStep(): number | null;
  /** Writes result and report, and makes everything durable. */
  finish(state: CoordinatorState): Promise<RunResult>;
}

export async function openRunRecorder(options: RunRecorderOptions): Promise<RunRecorder> {
  const { paths, frozen, past } = options;
  const { askedAtMs } = options;
  const [events, ledger, metrics, tensorBoard] = await Promise.all([
    openJsonLinesWriter(paths.events),
    openJsonLinesWriter(paths.ledger),
    openJsonLinesWriter(paths.metrics),
    openTensorBoardWriter({ directory: paths.tensorBoard, host: hostname(), timeSeconds: Date.now() / 1000 }),
  ]);
  const heard: RunEvent[] = [...past.events];
  let steps: StepRecord[] = [...past.steps];
  let evaluations: EvaluationResult[] = [...past.evaluations];
  let totals = past.steps.reduce(addPastStep, NO_TOTALS);
  let readiness: Readiness | null = past.readiness;
  let gallery: Gallery | null = past.gallery;
  let lastStepMs: number | null = null;
  let isBroken = false;

  const behind = (write: Promise<unknown>): void => {
    write.catch((error: Error) => {
      if (!isBroken) options.onWriteError(error);
      isBroken = true;
    });
  };
  const write = (action: () => void): void => {
    try {
      action();
    } catch (error) {
      behind(Promise.reject(error));
    }
  };
  const tell = (body: RunEventBody): void => {
    const event = { time: new Date().toISOString(), ...body } as RunEvent;
    heard.push(event);
    write(() => events.append(event));
    options.onEvent(event);
  };
  const rewind = (step: number): void => {
    const isKept = (entry: unknown): boolean => (entry as { step: number }).step <= step;
    write(() => ledger.keepWhile(isKept));
    write(() => metrics.keepWhile(isKept));
    steps = steps.filter(isKept);
    evaluations = evaluations.filter(isKept);
    lastStepMs = null;
  };

  return {
    warn: (message) => tell({ kind: 'warning', message }),
    flush: async () => {
      await ledger.sync();
    },
    bestStep: () => bestStep(evaluations),
    rewind,
    recordEvent: (event) => {
      if (event.kind !== 'evaluated') {
        tell(event);
        if (event.kind === 'generation_formed') lastStepMs = performance.now();
        if (event.kind === 'job_loaded') {
          readiness = event.readiness;
          behind(writeFile(paths.dataset, `${JSON.stringify(factsOf(event.readiness))}\n`));
        }
        return;
      }
      const evaluation = evaluationResult(event, readiness?.classNames ?? []);
      if (event.split === 'test') {
        gallery = mergeGalleries(event.galleries);
        write(() => writeFileSync(paths.gallery, JSON.stringify(gallery)));
      }
      evaluations = [...evaluations.filter((other) => !isSameEvaluation(other, evaluation)), evaluation];
      tell({ kind: 'evaluated', evaluation });
      behind(tensorBoard.append(evaluationPoint(evaluation)));
    },
    recordStep: ({ entry, ranks }) => {
      const nowMs = performance.now();
      const seconds = lastStepMs === null ? 0 : (nowMs - lastStepMs) / 1000;
      lastStepMs = nowMs;
      const record = stepRecord(entry, ranks, { time: new Date().toISOString(), seconds });
      const bytesSent = ranks.reduce((sum, { measurement }) => sum + measurement.bytesSent, 0);
      totals = addStep(totals, record, bytesSent, seconds);
      steps.push(record);
      write(() => ledger.append(entry));
      write(() => metrics.append(record));
      behind(tensorBoard.append(stepPoint(record)));
      options.onStep(record, bytesSent);
    },
    finish: async (state) => {
      // Asked for in another process, so on the clock of the wall, which may have been set back since.
      const seconds = Math.max(0, Date.now() - askedAtMs) / 1000;
      const result = runResult({ state, frozen, readiness, totals, evaluations, heard, steps, seconds });
      await closeAll([events, ledger, metrics, tensorBoard]);
      await writeFile(paths.result, `${JSON.stringify(result, null, 2)}\n`);
      const report = renderReport({ result, job: frozen.job, steps, evaluations, events: heard, gallery });
      await writeFile(paths.report, report);
      return result;
    },
  };
}

function isSameEvaluation(a: EvaluationResult, b: EvaluationResult): boolean {
  return a.step === b.step && a.split === b.split;
}

function bestStep(evaluations: readonly EvaluationResult[]): number | null {
  const validations = evaluations.filter(({ split }) => split === 'validation');
  if (validations.length === 0) return null;
  return validations.reduce((best, next) => (next.loss < best.loss ? next : best)).step;
}

async function closeAll(writers: readonly (JsonLinesWriter | TensorBoardWriter)[]): Promise<void> {
  for (const writer of writers) await writer.close();
}

function factsOf({ numTraining, dataFingerprint, classNames, notes }: Readiness): DatasetFacts {
  return { numTraining, fingerprint: dataFingerprint, classNames, notes };
}

function stepPoint({ step, time, loss, metrics, samplesPerSecond, worldSize }: StepRecord) {
  const named = Object.entries(metrics).map(([name, value]) => [`training/${name}`, value]);
  const scalars = {
    'training/loss': loss,
    ...Object.fromEntries(named),
    'speed/samples_per_second': samplesPerSecond,
    'speed/world_size': worldSize,
  };
  return { step, timeSeconds: Date.parse(time) / 1000, scalars };
}

function evaluationPoint({ split, step, loss, metrics, accuracy }: EvaluationResult) {
  const named = Object.entries(metrics).map(([name, value]) => [`${split}/${name}`, value]);
  const scalars: Record<string, number> = { [`${split}/loss`]: loss, ...Object.fromEntries(named) };
  if (accuracy !== undefined) scalars[`${split}/accuracy`] = accuracy;
  return { step, timeSeconds: Date.now() / 1000, scalars };
}

interface ResultFacts {
  readonly state: CoordinatorState;
  readonly frozen: FrozenJob;
  readonly readiness: Readiness | null;
  readonly totals: typeof NO_TOTALS;
  readonly evaluations: readonly EvaluationResult[];
  readonly heard: readonly RunEvent[];
  readonly steps: readonly StepRecord[];
  readonly seconds: number;
}

function runResult(facts: ResultFacts): RunResult {
  const { state, frozen, readiness, totals, evaluations, heard, steps, seconds } = facts;
  if (!isOver(state)) throw new Error(`the result was asked for while the job is ${state.state}`);
  const last = steps.at(-1);
  const generations = heard.filter((event) => event.kind === 'generation_formed');
  const { failure } = state;
  return {
    status: state.state as RunResult['status'],
    jobId: state.jobId,
    jobName: frozen.job.name,
    worldSize: generations.at(-1)?.members.length ?? 0,
    engine: readiness?.engine ?? frozen.job.engine,
    steps: state.done?.step ?? 0,
    epochs: last?.epoch ?? 0,
    globalBatchSize: frozen.job.training.globalBatchSize,
    microShards: frozen.job.training.microShards,
    finalLoss: last?.loss ?? null,
    finalMetrics: last?.metrics ?? {},
    validation: evaluations.findLast(({ split }) => split === 'validation') ?? null,
    test: evaluations.findLast(({ split }) => split === 'test') ?? null,
    weightsSha256: state.weightsSha256,
    samplesPerSecond: totals.trainingSeconds > 0 ? totals.numSamples / totals.trainingSeconds : 0,
    wallSeconds: seconds,
    phases: totals.phases,
    hiddenShare: totals.numSteps > 0 ? totals.hiddenShares / totals.numSteps : 0,
    numGenerations: generations.length,
    numAborts: heard.filter((event) => event.kind === 'work_aborted').length,
    ...(failure && {
      error: { code: failure.code, message: failure.message, details: failure.details || undefined },
    }),
  };
}
