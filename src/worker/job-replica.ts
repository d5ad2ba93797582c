import { readFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import type { JobSpec } from '../core/job/job-spec.ts';
import type { Readiness } from '../core/membership/worker-record.ts';
import { samplesOfMicroShard } from '../core/plan/micro-shards.ts';
import { epochOrder, stepSamples } from '../core/plan/sampler.ts';
import { type TrainingPlan, trainingPlan } from '../core/plan/training-plan.ts';
import { operationOf } from '../core/plan/work.ts';
import { gatherBatch, type LoadedDataset, loadDataset, type Split } from '../data/index.ts';
import { createReplica } from '../engine/create-replica.ts';
import { openEngine } from '../engine/open-engine.ts';
import type { Replica } from '../engine/replica.ts';
import { decodeSafetensors } from '../store/safetensors.ts';
import { type BatchesAhead, createBatchesAhead } from './batches-ahead.ts';
import { loadProgram, runProgram } from './load-program.ts';
import type { LoadReply, LoadRequest } from './trainer-protocol.ts';

/** A job loaded into this thread: its data, its plan and the replica that trains on it. */
export interface JobReplica {
  readonly job: JobSpec;
  readonly dataset: LoadedDataset;
  readonly plan: TrainingPlan;
  readonly replica: Replica;
  readonly engine: string;
  /** The bundled program. */
  readonly programCode: string;
  /** The training batches of micro-shards. */
  readonly batches: BatchesAhead;
  /** Training indices of a step's micro-shard, in the epoch's order. */
  indicesOf(step: number, microShard: number): Int32Array;
  readonly summary: LoadReply;
}

/** Runs the program, loads its data, builds the replica and has the preflight check it. */
export async function loadJobReplica(request: LoadRequest): Promise<JobReplica> {
  const { job, jobDirectory, programFile } = request;
  const { seed, validationSplit, microShards } = job.training;
  const [engine, program, code] = await Promise.all([
    openEngine(job.engine),
    loadProgram(programFile),
    readFile(programFile, 'utf8'),
  ]);
  const file = (name: string): string => (isAbsolute(name) ? name : join(jobDirectory, name));
  const description = await runProgram("the program's dataset() throws", code, () =>
    program.dataset({ file, seed }),
  );
  const dataset = await loadDataset(description, { seed, validationSplit });
  const plan = trainingPlan(job, dataset.training.numSamples);
  const replica = await runProgram("the program's model throws", code, () =>
    createReplica({ engine, definition: program, seed, dataset: shapesOf(dataset) }),
  );
  const firstShard = samplesOfMicroShard(stepSamples(plan, 1), 0, microShards);
  const indices = Array.from({ length: Math.max(1, firstShard.end - firstShard.begin) }, (_, index) => index);
  const warnings = await runProgram('the first forward and backward pass throws', code, () =>
    replica.preflight(gatherBatch(dataset.training, indices)),
  );
  if (request.checkpoint) {
    const bytes = await readFile(request.checkpoint.file);
    replica.loadState({ tensors: decodeSafetensors(bytes, request.checkpoint.file) });
  }
  const readiness: Readiness = {
    numTraining: dataset.training.numSamples,
    splits: { validation: dataset.validation !== null, test: dataset.test !== null },
    dataFingerprint: dataset.fingerprint,
    engine: engine.name,
    numParameters: replica.stepLayout.numGradients,
    classNames: dataset.classNames ?? [],
    notes: [...dataset.report.notes, ...warnings],
    vectorLength: replica.stepLayout.length,
    weightsSha256: replica.weightsSha256(),
    step: request.checkpoint?.step ?? 0,
    operation: request.checkpoint ? operationOf({ kind: 'train', step: request.checkpoint.step }) : 0,
  };
  const indicesOf = createIndices(plan);
  return {
    job,
    dataset,
    plan,
    replica,
    engine: engine.name,
    programCode: code,
    batches: createBatchesAhead(({ step, microShard }) =>
      gatherBatch(dataset.training, indicesOf(step, microShard)),
    ),
    indicesOf,
    summary: {
      readiness,
      maxVectorLength: Math.max(replica.stepLayout.length, replica.evaluationLayout.length),
    },
  };
}

function createIndices(plan: TrainingPlan): (step: number, microShard: number) => Int32Array {
  let order = new Int32Array();
  let orderEpoch = 0;
  return (step, microShard) => {
    const samples = stepSamples(plan, step);
    if (samples.epoch !== orderEpoch) {
      order = epochOrder(plan, samples.epoch);
      orderEpoch = samples.epoch;
    }
    const { begin, end } = samplesOfMicroShard(samples, microShard, plan.microShards);
    return order.subarray(begin, end);
  };
}

function shapesOf(dataset: LoadedDataset) {
  const sampleShapes = (columns: Split['inputs']): number[][] => columns.map(({ shape }) => shape.slice(1));
  return {
    inputShapes: sampleShapes(dataset.training.inputs),
    targetShapes: sampleShapes(dataset.training.targets),
    classNames: dataset.classNames,
  };
}
