import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { LockstepError } from '../core/errors.ts';
import type { HostTensor } from '../core/host-tensor.ts';
import { loadInputs } from '../data/index.ts';
import { loadExportedModel } from '../engine/model-export.ts';
import { openEngine } from '../engine/open-engine.ts';
import { readFrozenJob, runPaths } from '../store/run-folder.ts';
import { loadProgram } from '../worker/load-program.ts';

export function predictCommand(): Command {
  return new Command('predict')
    .description('predict with the model of a run')
    .argument('<run>', 'run folder')
    .argument('<input>', 'file of samples in the format of the training data; targets may be missing')
    .option('--json', 'print one JSON object: { predictions: [{ class, probability, outputs }] }')
    .action(predict);
}

/** What the model says of one sample; `outputs` has one list of numbers for each output of the model. */
interface Prediction {
  readonly class?: string;
  readonly probability?: number;
  readonly outputs: readonly (readonly number[])[];
}

async function predict(run: string, input: string, { json }: { json?: true }): Promise<void> {
  const { job } = await readFrozenJob(run);
  const paths = runPaths(run);
  const preprocessing = await readPreprocessing(join(paths.model, 'preprocessing.json'));
  const { numSamples, inputs, classNames } = await loadInputs(preprocessing, input);
  const engine = await openEngine(job.engine);
  // The program may register layers of its own, which the model then has.
  await loadProgram(paths.program);
  const model = await loadExportedModel(engine, paths.model);
  const outputs = model.predict(inputs);
  const predictions = Array.from({ length: numSamples }, (_, index) =>
    predictionOf(outputs, index, classNames),
  );
  model.dispose();
  if (json) process.stdout.write(`${JSON.stringify({ predictions })}\n`);
  else process.stdout.write(`${predictions.map(describe).join('\n')}\n`);
}

async function readPreprocessing(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new LockstepError(
      'RUN_INVALID',
      `${path} cannot be read (${(error as Error).message}); only a run that succeeded has a model`,
    );
  }
}

function predictionOf(
  tensors: readonly HostTensor[],
  index: number,
  classNames: readonly string[] | null,
): Prediction {
  const outputs = tensors.map(({ shape, data }) => {
    const length = data.length / shape[0];
    return Array.from(data.subarray(index * length, (index + 1) * length));
  });
  const [scores] = outputs;
  if (!classNames || tensors.length !== 1) return { outputs };
  const [best, probability] = scores.length === 1 ? binary(scores[0]) : highest(scores);
  return { class: classNames[best] ?? `${best}`, probability, outputs };
}

/** One sigmoid output is the probability of the second class. */
function binary(score: number): [best: number, probability: number] {
  return score > 0.5 ? [1, score] : [0, 1 - score];
}

function highest(scores: readonly number[]): [best: number, probability: number] {
  const best = scores.reduce((top, score, index) => (score > scores[top] ? index : top), 0);
  return [best, scores[best]];
}

function describe(prediction: Prediction, index: number): string {
  const { class: name, probability, outputs } = prediction;
  if (name !== undefined) return `${index + 1}\t${name}\t${(100 * (probability ?? 0)).toFixed(1)} %`;
  return `${index + 1}\t${outputs.map((values) => values.map((value) => value.toPrecision(6)).join(' ')).join('\t')}`;
}
