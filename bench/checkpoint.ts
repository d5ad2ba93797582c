/**
 * Seconds that training stands still for a checkpoint of a state of 100 MB, beside the time that writing it takes, for
 * which a blocking write would stop it; two workers.
 * `node bench/run.mjs checkpoint [--every-steps N] [--rounds N] [--json]`
 */
import { runBenchProgram } from './bench-program.ts';
import { benchRecord, median } from './bench-record.ts';
import { runTraining, type TrainingRun } from './training-run.ts';

const SLACK_STEPS = 5;

/** Milliseconds that the step after a checkpoint took beyond the median. */
function delays({ steps, events }: TrainingRun): number[] {
  const times = steps.map(({ time }) => Date.parse(time));
  const durations = times.slice(1).map((time, index) => time - times[index]!);
  const usual = median(durations);
  return events.flatMap((event) => {
    const duration = event.kind === 'checkpoint_written' ? durations[event.step - 1] : undefined;
    return duration === undefined ? [] : [duration - usual];
  });
}

await runBenchProgram({
  numRounds: 3,
  more: { 'every-steps': { type: 'string', default: '50' } },
  measure: async ({ numRounds, more }) => {
    const checkpointEverySteps = Number(more['every-steps']);
    const run = await runTraining({
      ...{ job: 'large', numWorkers: 2, rankBatchSize: 8 },
      ...{ checkpointEverySteps, numSteps: numRounds * checkpointEverySteps + SLACK_STEPS },
    });
    const written = run.events.flatMap((event) =>
      event.kind === 'checkpoint_written' && event.step % checkpointEverySteps === 0 ? [event] : [],
    );
    const rounds = written.map(({ stallSeconds, writeSeconds }) => ({
      ours: 1000 * stallSeconds,
      peer: 1000 * writeSeconds,
    }));
    const details = { stateMegabytes: written[0]!.fileBytes / 1e6, nextStepDelayMs: median(delays(run)) };
    const against = 'writing it';
    return [benchRecord({ name: 'checkpoint-stall', unit: 'ms', better: 'less', against, rounds, details })];
  },
});
