import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Clock } from '../clock.ts';
import type { JobRecord } from '../core/coordinator/coordinator-state.ts';
import type { JobState } from '../core/coordinator/job-event.ts';
import { LockstepError } from '../core/errors.ts';
import { readJsonLines } from '../observe/json-lines-writer.ts';
import type { RunEvent, RunResult } from '../observe/run-events.ts';
import { runPaths } from '../store/run-folder.ts';
import type { StateStore } from '../store/state-store.ts';
import { type ControlService, createControlService } from './control-service.ts';
import { type HostedJob, type HostedJobOptions, openJob } from './hosted-job.ts';
import type { Submission } from './submissions.ts';

/** A job of a coordinator that serves many: queued, at work, or over. */
export interface JobEntry {
  readonly submission: Submission;
  state(): JobState | 'queued';
  /** Not null from when the job is opened until it is over. */
  hosted(): HostedJob | null;
  /** Whom those talk to who watch or stop it. */
  control(): ControlService;
  /** Opens the job, if it is not; nothing happens once it is over. */
  open(): void;
  /** Why it does not train, for those who watch; null where it does. */
  setWaiting(reason: string | null): void;
  waiting(): string | null;
}

export interface JobEntryOptions extends Pick<HostedJobOptions, 'observe' | 'crash'> {
  readonly store: StateStore;
  readonly clock: Clock;
  readonly runDirectory: string;
  /** Hears of a job that fails because its folder cannot be used, or a rule of ours was broken. */
  readonly onBroken: (jobId: string, error: Error) => void;
  /** The job was opened, or is over. */
  readonly onChange: () => void;
}

/** How long the workers of a job have to hear that it is over. */
const FAREWELL_MS = 2_000;

/** Takes a job up as the store and its folder tell of it: a job that was at work is opened at once. */
export async function takeUpJob(submission: Submission, options: JobEntryOptions): Promise<JobEntry> {
  const { jobId } = submission;
  const record = (await options.store.get(`jobs/${jobId}`))?.value as JobRecord | undefined;
  const { result } = runPaths(options.runDirectory);
  const isOver = record !== undefined && hasEnded(record.state) && existsSync(result);
  const entry = createEntry(submission, isOver ? record.state : null, options);
  if (record && !isOver) await entry.opened();
  return entry;
}

function createEntry(submission: Submission, endState: JobState | null, options: JobEntryOptions) {
  const { runDirectory, store, clock, onChange, crash } = options;
  const { jobId } = submission;
  let ended = endState;
  let hosted: HostedJob | null = null;
  let opening: Promise<void> | null = null;
  let control: ControlService | null = null;
  let waiting: string | null = null;

  const onOver = async (job: HostedJob): Promise<void> => {
    ended = (await job.over).status;
    waiting = null;
    onChange();
    clock.after(FAREWELL_MS, () => {
      hosted = null;
      control = null;
      job.close().catch(crash);
    });
  };
  const begin = async (): Promise<void> => {
    hosted = await openJob({
      runDirectory,
      start: 'restart',
      numWanted: submission.min,
      askedAtMs: submission.submittedMs,
      store,
      clock,
      control: liveControl(),
      observe: options.observe,
      // Without the store no job can go on.
      crash: (error) => (error instanceof LockstepError ? crash(error) : fail(error as Error)),
    });
    onOver(hosted).catch(fail);
    onChange();
  };
  /** What breaks one job must not keep the others from going on. Started again, this process gives it another try. */
  const fail = (error: Error): void => {
    ended = 'failed';
    waiting = error.message;
    hosted?.close().catch(crash);
    hosted = null;
    control?.fail(error.message);
    control = null;
    options.onBroken(jobId, error);
    onChange();
  };
  const opened = (): Promise<void> => {
    if (ended) return Promise.resolve();
    opening ??= begin().catch(fail);
    return opening;
  };
  const liveControl = (): ControlService => {
    if (control) return control;
    control = createControlService();
    // A job is stopped where it is: one that is queued is opened for it, and ends before its first step.
    control.onStop(() => void opened());
    return control;
  };

  return {
    submission,
    state: () => ended ?? hosted?.state().state ?? 'queued',
    hosted: () => hosted,
    control: () => (ended && !control ? pastControl(runDirectory) : liveControl()),
    open: () => void opened(),
    opened,
    waiting: () => waiting,
    setWaiting: (reason: string | null) => {
      if (reason === waiting) return;
      waiting = reason;
      if (reason === null) return;
      const time = new Date().toISOString();
      control?.publishNotice({ time, kind: 'state_changed', state: 'waiting', message: reason });
    },
  };
}

function hasEnded(state: JobState): boolean {
  return state === 'succeeded' || state === 'failed' || state === 'interrupted';
}

/** Tells of a job that is over what its run folder tells. */
function pastControl(runDirectory: string): ControlService {
  const { events, result } = runPaths(runDirectory);
  const control = createControlService();
  const tell = async (): Promise<void> => {
    const told = (await readJsonLines(events)).values as RunEvent[];
    const ended = JSON.parse(await readFile(result, 'utf8')) as RunResult;
    for (const event of told) control.publishEvent(event);
    await control.publishResult(ended);
  };
  tell().catch((error: Error) => control.fail(`the run folder cannot be read: ${error.message}`));
  return control;
}
