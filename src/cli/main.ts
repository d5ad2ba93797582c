/**
 * The command `lockstep`. Each command has a file of its own that exports `<name>Command(): Command` and is
 * imported only when it is asked for, so that the quick ones stay quick.
 */
import { Command } from 'commander';
import { ERROR_CODES, LockstepError } from '../core/errors.ts';
import { VERSION } from '../version.ts';

type MakeCommand = () => Promise<Command>;

/** In the order in which help lists them. */
const COMMANDS: Readonly<Record<string, { readonly summary: string; readonly make: MakeCommand }>> = {
  run: {
    summary: 'train a job on this machine',
    make: async () => (await import('./run.ts')).runCommand(),
  },
  resume: {
    summary: 'go on with a run that was stopped or broke off',
    make: async () => (await import('./resume.ts')).resumeCommand(),
  },
  init: {
    summary: 'write a job folder that runs as it stands',
    make: async () => (await import('./init.ts')).initCommand(),
  },
  verify: {
    summary: 'prove from the ledger that each epoch used every sample once',
    make: async () => (await import('./verify.ts')).verifyCommand(),
  },
  describe: {
    summary: 'tell the story of a run, and the time that it lost',
    make: async () => (await import('./describe.ts')).describeCommand(),
  },
  predict: {
    summary: 'predict with the model of a run',
    make: async () => (await import('./predict.ts')).predictCommand(),
  },
  chaos: {
    summary: 'run a job undisturbed and under faults, and compare the weights',
    make: async () => (await import('./chaos.ts')).chaosCommand(),
  },
  certs: {
    summary: 'make certificates for trying TLS out',
    make: async () => (await import('./certs.ts')).certsCommand(),
  },
  coordinator: {
    summary: 'serve jobs to a pool of workers',
    make: async () => (await import('./coordinator.ts')).coordinatorCommand(),
  },
  worker: {
    summary: 'run workers on this host for a coordinator',
    make: async () => (await import('./worker.ts')).workerCommand(),
  },
  submit: {
    summary: 'hand a job to a coordinator',
    make: async () => (await import('./submit.ts')).submitCommand(),
  },
  list: {
    summary: 'show the jobs of a coordinator',
    make: async () => (await import('./list.ts')).listCommand(),
  },
  watch: {
    summary: 'follow a job of a coordinator',
    make: async () => (await import('./watch.ts')).watchCommand(),
  },
  cancel: {
    summary: 'stop a job of a coordinator, after a checkpoint',
    make: async () => (await import('./cancel.ts')).cancelCommand(),
  },
  fetch: {
    summary: 'bring the run folder of a job here',
    make: async () => (await import('./fetch.ts')).fetchCommand(),
  },
  workers: {
    summary: 'show the hosts and workers of a coordinator',
    make: async () => (await import('./workers.ts')).workersCommand(),
  },
  drain: {
    summary: 'let a worker or a host finish its step and leave',
    make: async () => (await import('./drain.ts')).drainCommand(),
  },
  doctor: {
    summary: 'say what this machine offers: Node, cores, engines, GPU, ports, store',
    make: async () => (await import('./doctor.ts')).doctorCommand(),
  },
  version: {
    summary: 'print the version',
    make: async () => (await import('./version.ts')).versionCommand(),
  },
};

const HELP = `
Examples:
  lockstep run examples/digits              train a job on this machine
  lockstep run examples/digits --json       the same, with one JSON object at the end
  lockstep <command> --help                 what a command can do

Exit codes:
  0 done   64 wrong command line or job file   65 wrong program, data or run
  69 something needed is not there   70 a fault of Lockstep   74 files or ports
  75 somebody else is at it   130 stopped on request
  docs/errors.md says more.`;

async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('lockstep')
    .description('Data-parallel training for TensorFlow.js whose result depends on the job alone.')
    .version(VERSION, '-V, --version')
    .addHelpText('after', HELP);
  const words = argv.filter((word) => !word.startsWith('-'));
  const wanted = words[0] === 'help' ? words[1] : words[0];
  for (const [name, { summary, make }] of Object.entries(COMMANDS)) {
    const command = name === wanted ? await make() : new Command(name);
    program.addCommand(command.summary(summary));
  }
  await failAsLockstep(program, 'lockstep').parseAsync([...argv], { from: 'user' });
}

/** What commander finds wrong, here and in the commands below, is told and ends the process like every other error. */
function failAsLockstep(command: Command, name: string): Command {
  const outputError = (text: string, write: (text: string) => void): void => {
    const sentence = text
      .trim()
      .replace(/^error: |\.$/g, '')
      .replaceAll('\n', ' ');
    write(`lockstep: error[USAGE]: ${sentence}; see ${name} --help\n`);
  };
  for (const below of command.commands) failAsLockstep(below, `${name} ${below.name()}`);
  return command.exitOverride().configureOutput({ outputError });
}

function report(error: unknown): number {
  if (error instanceof LockstepError) {
    process.stderr.write(`lockstep: error[${error.code}]: ${error.message}\n`);
    if (error.details) process.stderr.write(`${error.details}\n`);
    return ERROR_CODES[error.code].exitCode;
  }
  const { code, exitCode, message, stack } = error as Error & { code?: string; exitCode?: number };
  if (code?.startsWith('commander.')) return exitCode === 0 ? 0 : ERROR_CODES.USAGE.exitCode;
  process.stderr.write(`lockstep: error[INTERNAL]: ${message}\n${stack ?? ''}\n`);
  return ERROR_CODES.INTERNAL.exitCode;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = report(error);
}
