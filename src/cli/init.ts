import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { Command } from 'commander';
import { LockstepError } from '../core/errors.ts';
import { createRandom } from '../core/plan/random.ts';

export function initCommand(): Command {
  return new Command('init')
    .description('write a job folder that runs as it stands')
    .argument('<dir>', 'folder to make; must be empty or not exist')
    .addHelpText('after', '\nExample:\n  lockstep init my-job && lockstep run my-job')
    .action(init);
}

async function init(directory: string): Promise<void> {
  const present = await readdir(directory).catch(() => []);
  if (present.length > 0) {
    throw new LockstepError('USAGE', `${directory} is not empty (it has ${present[0]}); give a new folder`);
  }
  try {
    await mkdir(directory, { recursive: true });
    for (const [name, text] of Object.entries(filesFor(directory)))
      await writeFile(join(directory, name), text);
  } catch (error) {
    throw new LockstepError('IO_FAILED', `${directory} cannot be written: ${(error as Error).message}`);
  }
  process.stdout.write(
    `Wrote a job that tells two moons apart. Train it with:\n  lockstep run ${directory}\n`,
  );
}

function filesFor(directory: string): Record<string, string> {
  const name = basename(resolve(directory))
    .toLowerCase()
    .replace(/[^a-z0-9._-]/g, '-')
    .replace(/^[^a-z0-9]+/, '');
  return {
    'job.yaml': jobFile(name.slice(0, 63) || 'job'),
    'program.ts': PROGRAM,
    'moons.csv': moons(),
    'README.md': readme(directory),
  };
}

function jobFile(name: string): string {
  return `name: ${name}
program: program.ts
training:
  epochs: 40
  globalBatchSize: 32
  microShards: 4 # slices of a batch; 1, 2 or 4 workers share them evenly
  seed: 1
  validationSplit: 0.2
workers:
  min: 1
  max: 4
checkpoint:
  everyEpochs: 10
  keep: 3
evaluation:
  everyEpochs: 5
`;
}

const PROGRAM = `import { csv, defineProgram } from 'lockstep';

export default defineProgram({
  dataset: ({ file }) =>
    csv(file('moons.csv'), { features: ['x', 'y'], target: 'moon' })
      .standard()
      .oneHot({ classes: ['upper', 'lower'] })
      .split({ test: 0.2 }),

  model: ({ tf }) =>
    tf.sequential({
      layers: [
        tf.layers.dense({ units: 32, activation: 'relu', inputShape: [2] }),
        tf.layers.dense({ units: 2, activation: 'softmax' }),
      ],
    }),

  loss: 'categoricalCrossentropy',
  optimizer: ({ tf }) => tf.train.adam(0.01),
  metrics: ['accuracy'],
});
`;

const NUM_MOON_SAMPLES = 400;

/** Two half circles that reach into each other, with some noise. */
function moons(): string {
  const random = createRandom(2_025);
  const uniform = (): number => random() / 2 ** 32;
  const rows = Array.from({ length: NUM_MOON_SAMPLES }, (_, index) => {
    const angle = Math.PI * uniform();
    const isUpper = index % 2 === 0;
    const x = isUpper ? Math.cos(angle) : 1 - Math.cos(angle);
    const y = isUpper ? Math.sin(angle) : 0.5 - Math.sin(angle);
    const noise = (): number => 0.3 * (uniform() - 0.5);
    return `${(x + noise()).toFixed(4)},${(y + noise()).toFixed(4)},${isUpper ? 'upper' : 'lower'}`;
  });
  return `${['x,y,moon', ...rows].join('\n')}\n`;
}

function readme(directory: string): string {
  return `# A job for Lockstep

- \`job.yaml\`: how long to train, on how many workers
- \`program.ts\`: data, model, loss, optimizer
- \`moons.csv\`: 400 points of two classes

    lockstep run ${directory}
`;
}
