import { completeSharing } from './complete-job.ts';
import type { FieldPath, JobProblem } from './job-problem.ts';

/**
 * What breaks a rule between fields. A rule is left out where one of its fields has a problem of its own, so that
 * one mistake is reported once.
 */
export function problemsBetweenFields(document: unknown, problems: readonly JobProblem[]): JobProblem[] {
  const broken = new Set(problems.map(({ path }) => path.join('.')));
  const isSound = (path: string): boolean => {
    const names = path.split('.');
    return names.every((_, index) => !broken.has(names.slice(0, index + 1).join('.')));
  };
  const fields: Fields = {
    sound: (...paths) => !broken.has('') && paths.every(isSound),
    value: (path) => path.split('.').reduce<unknown>((value, name) => (value as never)?.[name], document),
  };
  return [
    ...oneOf(fields, 'training.epochs', 'training.steps', true),
    ...oneOf(fields, 'checkpoint.everyEpochs', 'checkpoint.everySteps', false),
    ...sharingProblems(fields),
  ];
}

interface Fields {
  /** Whether none of these fields, nor a section around them, has a problem of its own. */
  readonly sound: (...paths: string[]) => boolean;
  readonly value: (path: string) => unknown;
}

function oneOf(fields: Fields, epochs: string, steps: string, needed: boolean): JobProblem[] {
  if (!fields.sound(epochs, steps)) return [];
  const given = [epochs, steps].filter((path) => fields.value(path) !== undefined);
  const names = `"${lastName(epochs)}" or "${lastName(steps)}"`;
  if (given.length === 2) {
    return [
      problem(
        steps,
        `is ${fields.value(steps)} while ${epochs} is ${fields.value(epochs)}; keep ${names}, not both`,
      ),
    ];
  }
  if (given.length === 0 && needed)
    return [problem(sectionOf(epochs), `does not say how long to train; give it ${names}`)];
  return [];
}

const BATCH_SIZE = 'training.globalBatchSize';
const MICRO_SHARDS = 'training.microShards';
const MIN = 'workers.min';
const MAX = 'workers.max';

/** `min <= max <= microShards <= globalBatchSize` (protocol, section 1). */
function sharingProblems(fields: Fields): JobProblem[] {
  if (!fields.sound(BATCH_SIZE, MICRO_SHARDS, MIN, MAX)) return [];
  const number = (path: string) => fields.value(path) as number | undefined;
  const globalBatchSize = number(BATCH_SIZE)!;
  const given = { globalBatchSize, microShards: number(MICRO_SHARDS), min: number(MIN), max: number(MAX) };
  const { min, max, microShards } = completeSharing(given);
  if (min > max)
    return [problem(MIN, `is ${min}, more than ${MAX}, which is ${max}; lower ${MIN} or raise ${MAX}`)];
  if (max > microShards) {
    const path = given.max === undefined ? MIN : MAX;
    return [
      problem(
        path,
        `is ${max}, but there are only ${microShards} micro-shards to share (${MICRO_SHARDS}); ` +
          `lower ${path} to ${microShards} or raise ${MICRO_SHARDS} to ${max}`,
      ),
    ];
  }
  if (microShards > globalBatchSize) {
    const path = given.microShards !== undefined ? MICRO_SHARDS : given.max !== undefined ? MAX : MIN;
    return [
      problem(
        path,
        `makes ${microShards} micro-shards, more than the ${globalBatchSize} samples of a step (${BATCH_SIZE}); ` +
          `lower ${path} to at most ${globalBatchSize} or raise ${BATCH_SIZE}`,
      ),
    ];
  }
  return [];
}

function problem(path: string, says: string): JobProblem {
  return { path: path.split('.') as FieldPath, says };
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function sectionOf(path: string): string {
  return path.slice(0, path.lastIndexOf('.'));
}
