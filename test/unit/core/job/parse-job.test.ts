import { expect, test } from 'vitest';
import { LockstepError } from '../../../../src/core/errors.ts';
import { parseJob } from '../../../../src/core/job/parse-job.ts';

const SMALLEST = { name: 'digits', program: 'program.ts', training: { epochs: 10, globalBatchSize: 32 } };

function messageFor(document: unknown): string {
  try {
    parseJob(document, 'job.yaml');
  } catch (error) {
    if (error instanceof LockstepError && error.code === 'JOB_INVALID') return error.message;
    throw error;
  }
  throw new Error('the document was accepted');
}

/** The smallest job with other training fields. */
function withTraining(training: object): object {
  return { ...SMALLEST, training: { epochs: 1, globalBatchSize: 32, ...training } };
}

test('fills in every default of the smallest job', () => {
  expect(parseJob(SMALLEST, 'job.yaml')).toEqual({
    name: 'digits',
    program: 'program.ts',
    engine: 'auto',
    training: {
      length: { unit: 'epochs', count: 10 },
      globalBatchSize: 32,
      microShards: 8,
      seed: 1,
      validationSplit: 0,
      dropRemainder: false,
    },
    workers: { min: 1, max: 8, leaseMs: 3000, stragglers: { policy: 'keep', deviations: 5, steps: 20 } },
    checkpoint: { every: { unit: 'epochs', count: 1 }, keep: 3 },
    evaluation: { everyEpochs: 1, batchSize: 256 },
  });
});

test('keeps every value that was given', () => {
  const job = parseJob(
    {
      name: 'a.b-c_1',
      program: 'sub/program.mts',
      engine: 'cpu',
      training: {
        steps: 7,
        globalBatchSize: 24,
        microShards: 12,
        seed: 2 ** 32 - 1,
        validationSplit: 0.25,
        dropRemainder: true,
      },
      workers: {
        min: 2,
        max: 6,
        leaseSeconds: 1.5,
        stragglers: { policy: 'replace', deviations: 2.5, steps: 3 },
      },
      checkpoint: { everySteps: 0, keep: 1 },
      evaluation: { everyEpochs: 0, batchSize: 1 },
    },
    'job.yaml',
  );
  expect(job).toEqual({
    name: 'a.b-c_1',
    program: 'sub/program.mts',
    engine: 'cpu',
    training: {
      length: { unit: 'steps', count: 7 },
      globalBatchSize: 24,
      microShards: 12,
      seed: 4294967295,
      validationSplit: 0.25,
      dropRemainder: true,
    },
    workers: { min: 2, max: 6, leaseMs: 1500, stragglers: { policy: 'replace', deviations: 2.5, steps: 3 } },
    checkpoint: { every: { unit: 'steps', count: 0 }, keep: 1 },
    evaluation: { everyEpochs: 0, batchSize: 1 },
  });
});

test('freezes the job at every depth', () => {
  const pending: unknown[] = [parseJob(SMALLEST, 'job.yaml')];
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value !== 'object' || value === null) continue;
    expect(Object.isFrozen(value)).toBe(true);
    pending.push(...Object.values(value));
  }
});

test.each([
  ['a small batch limits the default number of workers', { globalBatchSize: 3 }, undefined, [1, 3, 3]],
  ['given micro-shards limit the default number of workers', { microShards: 4 }, undefined, [1, 4, 4]],
  ['micro-shards follow the given number of workers', {}, { max: 12 }, [1, 12, 12]],
  ['a minimum above the default maximum raises it', {}, { min: 10 }, [10, 10, 10]],
])('%s', (_, training, workers, [min, max, microShards]) => {
  const job = parseJob({ ...withTraining(training), workers }, 'job.yaml');
  expect({ ...job.workers, microShards: job.training.microShards }).toMatchObject({ min, max, microShards });
});

const WHOLE = 'it must be a whole number from';
const NAME_RULE =
  'it must be 1 to 63 characters of a-z, 0-9, ".", "_" and "-", beginning with a letter or digit';
const PROGRAM_RULE = 'it must be a .ts, .mts, .js or .mjs file inside the job folder, such as program.ts';
const SPLIT_RULE = 'it must be a number from 0 up to, but not including, 1';

test.each<[object, string]>([
  [{ ...SMALLEST, name: 'Digits' }, `name is "Digits"; ${NAME_RULE}`],
  [{ ...SMALLEST, name: '' }, `name is ""; ${NAME_RULE}`],
  [{ ...SMALLEST, name: 5 }, `name is 5; ${NAME_RULE}`],
  [{ ...SMALLEST, name: 'n'.repeat(100) }, `name is "${'n'.repeat(79)}...; ${NAME_RULE}`],
  [{ ...SMALLEST, name: undefined }, `name is missing; ${NAME_RULE}`],
  [{ ...SMALLEST, program: '../p.ts' }, `program is "../p.ts"; ${PROGRAM_RULE}`],
  [{ ...SMALLEST, program: '/p.ts' }, `program is "/p.ts"; ${PROGRAM_RULE}`],
  [{ ...SMALLEST, program: 'c:\\p.ts' }, `program is "c:\\\\p.ts"; ${PROGRAM_RULE}`],
  [{ ...SMALLEST, program: 'p.py' }, `program is "p.py"; ${PROGRAM_RULE}`],
  [{ ...SMALLEST, engine: 'gpu' }, 'engine is "gpu"; it must be auto, tensorflow, wasm or cpu'],
  [{ ...SMALLEST, training: undefined }, 'training is missing; it must be a section with fields of its own'],
  [{ ...SMALLEST, training: [1] }, 'training is [1]; it must be a section with fields of its own'],
  [{ ...SMALLEST, workers: null }, 'workers is null; it must be a section with fields of its own'],
  [withTraining({ globalBatchSize: 0 }), `training.globalBatchSize is 0; ${WHOLE} 1 to 1000000`],
  [withTraining({ globalBatchSize: '32' }), `training.globalBatchSize is "32"; ${WHOLE} 1 to 1000000`],
  [
    withTraining({ globalBatchSize: undefined }),
    `training.globalBatchSize is missing; ${WHOLE} 1 to 1000000`,
  ],
  [withTraining({ epochs: 0.5 }), `training.epochs is 0.5; ${WHOLE} 1 to 1000000`],
  [withTraining({ epochs: Number.NaN }), `training.epochs is NaN; ${WHOLE} 1 to 1000000`],
  [withTraining({ epochs: undefined, steps: -1 }), `training.steps is -1; ${WHOLE} 1 to 1000000000`],
  [withTraining({ microShards: 5000 }), `training.microShards is 5000; ${WHOLE} 1 to 4096`],
  [withTraining({ seed: 2 ** 32 }), `training.seed is 4294967296; ${WHOLE} 0 to 4294967295`],
  [withTraining({ validationSplit: 1 }), `training.validationSplit is 1; ${SPLIT_RULE}`],
  [withTraining({ validationSplit: -0.1 }), `training.validationSplit is -0.1; ${SPLIT_RULE}`],
  [withTraining({ dropRemainder: 'no' }), 'training.dropRemainder is "no"; it must be true or false'],
  [
    { ...SMALLEST, workers: { stragglers: { policy: 'kill' } } },
    'workers.stragglers.policy is "kill"; it must be keep or replace',
  ],
  [
    { ...SMALLEST, workers: { stragglers: { deviations: 0.5 } } },
    'workers.stragglers.deviations is 0.5; it must be a number from 1 to 1000',
  ],
  [
    { ...SMALLEST, workers: { leaseSeconds: 0.1 } },
    'workers.leaseSeconds is 0.1; it must be a number of seconds from 1 to 600',
  ],
  [{ ...SMALLEST, workers: { min: 0 } }, `workers.min is 0; ${WHOLE} 1 to 1024`],
  [{ ...SMALLEST, workers: { max: 2000 } }, `workers.max is 2000; ${WHOLE} 1 to 1024`],
  [{ ...SMALLEST, checkpoint: { keep: 0 } }, `checkpoint.keep is 0; ${WHOLE} 1 to 10000`],
  [{ ...SMALLEST, checkpoint: { everyEpochs: -1 } }, `checkpoint.everyEpochs is -1; ${WHOLE} 0 to 1000000`],
  [{ ...SMALLEST, checkpoint: { everySteps: -1 } }, `checkpoint.everySteps is -1; ${WHOLE} 0 to 1000000000`],
  [
    { ...SMALLEST, evaluation: { everyEpochs: true } },
    `evaluation.everyEpochs is true; ${WHOLE} 0 to 1000000`,
  ],
  [{ ...SMALLEST, evaluation: { batchSize: 0 } }, `evaluation.batchSize is 0; ${WHOLE} 1 to 1000000`],
])('refuses a value that breaks the rule of its field: %j', (document, message) => {
  expect(messageFor(document)).toBe(`job.yaml: ${message}`);
});

test.each<[object, string]>([
  [
    withTraining({ steps: 5 }),
    'training.steps is 5 while training.epochs is 1; keep "epochs" or "steps", not both',
  ],
  [
    withTraining({ epochs: undefined }),
    'training does not say how long to train; give it "epochs" or "steps"',
  ],
  [
    { ...SMALLEST, checkpoint: { everyEpochs: 1, everySteps: 2 } },
    'checkpoint.everySteps is 2 while checkpoint.everyEpochs is 1; keep "everyEpochs" or "everySteps", not both',
  ],
  [
    { ...SMALLEST, workers: { min: 3, max: 2 } },
    'workers.min is 3, more than workers.max, which is 2; lower workers.min or raise workers.max',
  ],
  [
    { ...withTraining({ microShards: 4 }), workers: { max: 5 } },
    'workers.max is 5, but there are only 4 micro-shards to share (training.microShards); ' +
      'lower workers.max to 4 or raise training.microShards to 5',
  ],
  [
    { ...withTraining({ microShards: 4 }), workers: { min: 5 } },
    'workers.min is 5, but there are only 4 micro-shards to share (training.microShards); ' +
      'lower workers.min to 4 or raise training.microShards to 5',
  ],
  [
    { ...withTraining({ microShards: 64 }), workers: { max: 4 } },
    'training.microShards makes 64 micro-shards, more than the 32 samples of a step (training.globalBatchSize); ' +
      'lower training.microShards to at most 32 or raise training.globalBatchSize',
  ],
  [
    { ...SMALLEST, workers: { max: 40 } },
    'workers.max makes 40 micro-shards, more than the 32 samples of a step (training.globalBatchSize); ' +
      'lower workers.max to at most 32 or raise training.globalBatchSize',
  ],
])('refuses fields that contradict each other: %j', (document, message) => {
  expect(messageFor(document)).toBe(`job.yaml: ${message}`);
});

test.each<[object, string]>([
  [{ ...SMALLEST, progam: 'x' }, 'progam is not a known field; did you mean "program"?'],
  [{ ...SMALLEST, Engine: 'cpu' }, 'Engine is not a known field; did you mean "engine"?'],
  [{ ...SMALLEST, epochs: 3 }, 'epochs is not a known field; did you mean "training.epochs"?'],
  [
    withTraining({ batchsize: 3 }),
    'training.batchsize is not a known field; known here: epochs, steps, globalBatchSize, microShards, seed, validationSplit, dropRemainder',
  ],
  [
    withTraining({ batchSize: 3 }),
    'training.batchSize is not a known field; did you mean "evaluation.batchSize"?',
  ],
  [
    withTraining({ mircoShards: 3 }),
    'training.mircoShards is not a known field; did you mean "microShards"?',
  ],
  [
    { ...SMALLEST, checkpoint: { everyEpoch: 1 } },
    'checkpoint.everyEpoch is not a known field; did you mean "everyEpochs"?',
  ],
  [
    { ...SMALLEST, workers: { colour: 1 } },
    'workers.colour is not a known field; known here: min, max, leaseSeconds, stragglers',
  ],
  [
    { ...SMALLEST, workers: { stragglers: { step: 3 } } },
    'workers.stragglers.step is not a known field; did you mean "steps"?',
  ],
])('names the nearest known field for an unknown one: %j', (document, message) => {
  expect(messageFor(document)).toBe(`job.yaml: ${message}`);
});

test('refuses documents that are no mapping', () => {
  const rule = 'it must be a mapping of fields, such as "name: digits"';
  expect(messageFor(null)).toBe(`job.yaml: the document is null; ${rule}`);
  expect(messageFor('digits')).toBe(`job.yaml: the document is "digits"; ${rule}`);
  expect(messageFor([SMALLEST])).toMatch(
    /^job\.yaml: the document is \[\{"name":"digits".*; it must be a mapping/,
  );
});

test('reports all problems together, in the order of their lines, and one mistake once', () => {
  const document = {
    name: 'X',
    program: 'program.ts',
    training: { epochs: 1, steps: 2, globalBatchSize: 0 },
    workers: { min: 5, max: 2 },
  };
  const lines = new Map([
    ['name', 9],
    ['training.steps', 4],
    ['training.globalBatchSize', 5],
  ]);
  const lineOf = (path: readonly (string | number)[]) => lines.get(path.join('.')) ?? null;
  expect(() => parseJob(document, 'jobs/job.yaml', lineOf)).toThrow(
    [
      'jobs/job.yaml has 3 problems',
      '  jobs/job.yaml:4: training.steps is 2 while training.epochs is 1; keep "epochs" or "steps", not both',
      `  jobs/job.yaml:5: training.globalBatchSize is 0; ${WHOLE} 1 to 1000000`,
      `  jobs/job.yaml:9: name is "X"; ${NAME_RULE}`,
    ].join('\n'),
  );
});
