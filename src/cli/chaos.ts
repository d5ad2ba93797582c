import { Command } from 'commander';
import { ERROR_CODES, LockstepError } from '../core/errors.ts';
import type { JobSpec } from '../core/job/job-spec.ts';
import { chaosReport, faultLine, isUnharmed, renderChaosReport } from '../observe/chaos-report.ts';
import { bundleProgram } from './bundle-program.ts';
import { type DisturbedRun, runDisturbed } from './chaos/disturbed-run.ts';
import { FAULT_KINDS, type FaultKind, planFaults } from './chaos/fault-plan.ts';
import { readUndisturbed, runUndisturbed } from './chaos/undisturbed-run.ts';
import { freezeJob } from './freeze-job.ts';
import { parseDuration, parseListOf, parseSeed, parseWholeNumber } from './option-values.ts';
import { readJob } from './read-job.ts';
import { chooseWorkers } from './run-and-show.ts';

interface ChaosOptions {
  readonly faults: readonly FaultKind[];
  readonly every: number;
  readonly for: number;
  readonly seed: number;
  readonly workers?: number;
  readonly runs: string;
  readonly undisturbed?: string;
  readonly json?: true;
}

/** Enough for one to be hit while another is not back yet. */
const USUAL_WORKERS = 3;

export function chaosCommand(): Command {
  return new Command('chaos')
    .description('run a job undisturbed and under faults, and compare the weights')
    .argument('<job>', 'folder with job.yaml and the program')
    .option('--faults <kinds>', `some of ${FAULT_KINDS.join(',')} (default: all)`, parseListOf(FAULT_KINDS))
    .option('--every <time>', 'mean time from one fault to the next (default: 5s)', parseDuration)
    .option('--for <time>', 'inject faults for this long (default: 60s)', parseDuration)
    .option('--seed <n>', 'what the faults follow from; the same seed plans the same', parseSeed, 1)
    .option('-w, --workers <n>', 'worker processes (default: 3 or more, within the job)', parseWholeNumber)
    .option('--runs <dir>', 'folder that the two run folders are made in', 'runs')
    .option('--undisturbed <run>', 'compare with this run of the job instead of making one')
    .option('--json', 'print one JSON object at the end and nothing else on stdout')
    .addHelpText(
      'after',
      `
Faults begin with the first step, end after --for, and the run goes on to its end.
  kill         SIGKILL of a worker
  stop         SIGSTOP of a worker for 4 to 6 s, longer than its lease
  partition    nothing arrives over a worker's links for 1 to 6 s
  coordinator  SIGKILL of the coordinator
At least one member of the run is always left alone.

Exit code 70 when a weight differs or a sample is missing or repeated.

Example:
  lockstep chaos examples/digits --faults kill,stop --every 2s --for 20s --seed 7`,
    )
    .action((job: string, options: Partial<ChaosOptions>) =>
      chaos(job, {
        faults: FAULT_KINDS,
        every: 5_000,
        for: 60_000,
        seed: 1,
        runs: 'runs',
        ...options,
      }),
    );
}

async function chaos(jobDirectory: string, options: ChaosOptions): Promise<void> {
  const job = await readJob(jobDirectory);
  const numWorkers = chooseVictims(job, options);
  const say = (line: string): void => {
    (options.json ? process.stderr : process.stdout).write(`${line}\n`);
  };
  const program = await bundleProgram({ jobDirectory, program: job.program });
  const freeze = () => freezeJob({ job, jobDirectory, program, runsDirectory: options.runs });
  const undisturbed = options.undisturbed
    ? await readUndisturbed(options.undisturbed)
    : await runUndisturbed({ ...(await freeze()), numWorkers, say });
  const { frozen, paths } = await freeze();
  if (frozen.jobSha256 !== undisturbed.jobSha256 || frozen.version !== undisturbed.version) {
    throw new LockstepError(
      'USAGE',
      `--undisturbed is ${options.undisturbed}, whose job.yaml, program or version of Lockstep is not that of ` +
        `${jobDirectory} now; leave the option out to make a new run`,
    );
  }
  say(`Under faults: ${paths.root}`);
  const disturbed = await runDisturbed({
    frozen,
    paths,
    numWorkers,
    plan: planFaults({
      seed: options.seed,
      kinds: options.faults,
      everyMs: options.every,
      forMs: options.for,
    }),
    forMs: options.for,
    onFault: (fault) => say(faultLine(fault)),
  });
  tell(disturbed, undisturbed.weightsSha256, options);
}

/** Prints the report and sets the exit code. */
function tell(disturbed: DisturbedRun, undisturbedSha256: string, { json }: ChaosOptions): void {
  const { result, problems } = disturbed;
  const report = chaosReport({ ...disturbed, undisturbedSha256 });
  const stream = json ? process.stderr : process.stdout;
  for (const problem of problems) stream.write(`${problem}\n`);
  if (result.error) stream.write(`${result.error.code}: ${result.error.message}\n`);
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : `${renderChaosReport(report).join('\n')}\n`);
  if (isUnharmed(report) && problems.length === 0) return;
  const broken = ERROR_CODES.INTERNAL.exitCode;
  if (result.status === 'succeeded') process.exitCode = broken;
  else if (result.status === 'interrupted') process.exitCode = ERROR_CODES.INTERRUPTED.exitCode;
  else process.exitCode = result.error ? ERROR_CODES[result.error.code].exitCode : broken;
}

/** As many workers as asked for, if there are enough to hit one of them. */
function chooseVictims(job: JobSpec, { workers, faults }: ChaosOptions): number {
  const chosen = chooseWorkers(job, workers);
  const numWorkers = workers ?? Math.max(chosen, Math.min(job.workers.max, USUAL_WORKERS));
  if (numWorkers > 1 || faults.every((kind) => kind === 'coordinator')) return numWorkers;
  throw new LockstepError(
    'USAGE',
    'with one worker no worker can be lost: give --workers 2 or more, or --faults coordinator',
  );
}
