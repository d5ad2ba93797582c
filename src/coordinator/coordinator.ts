import { type Clock, every } from '../clock.ts';
import type { CoordinatorEvent } from '../core/coordinator/coordinator-event.ts';
import type { CheckpointInFlight } from '../core/coordinator/coordinator-state.ts';
import {
  type CoordinatorLimits,
  type CoordinatorState,
  initialState,
  isOver,
  type StartingPoint,
} from '../core/coordinator/coordinator-state.ts';
import type { Effect, Outcome } from '../core/coordinator/outcome.ts';
import { transition } from '../core/coordinator/transition.ts';
import type { WorkerCommand } from '../core/coordinator/worker-command.ts';
import type { FrozenJob } from '../store/run-folder.ts';
import type { StateStore } from '../store/state-store.ts';
import { createInbox } from './inbox.ts';
import { createOwnTime } from './own-time.ts';
import type { RunRecorder } from './run-recorder.ts';

/** Events that may wait; a worker sends few, so a full inbox means that the coordinator is stuck. */
const INBOX_CAPACITY = 100_000;
const TICK_MS = 100;
/** Every tick reads the time; longer than this between two readings, and the process itself stood still. */
const MAX_TICK_GAP_MS = 3 * TICK_MS;

export interface CoordinatorDriverOptions {
  readonly frozen: FrozenJob;
  readonly numWanted: number;
  readonly limits: CoordinatorLimits;
  readonly clock: Clock;
  readonly start: StartingPoint;
  readonly store: StateStore;
  readonly recorder: Pick<RunRecorder, 'recordEvent' | 'recordStep' | 'rewind'>;
  readonly send: (workerId: string, command: WorkerCommand) => void;
  readonly writeManifest: (checkpoint: CheckpointInFlight) => Promise<void>;
  readonly onRefused: (effect: Extract<Effect, { kind: 'message_refused' }>) => void;
  /** Called once, when the job is over and its last effects are done. */
  readonly onOver: (state: CoordinatorState) => void;
  /** An invariant is broken or the store is gone: the process must not go on. */
  readonly crash: (error: unknown) => void;
}

/** Runs the pure machine: one event after the other, persisting before anything is said. */
export interface CoordinatorDriver {
  submit(event: CoordinatorEvent): void;
  state(): CoordinatorState;
  /** Milliseconds of the clock that the state's times are of. */
  nowMs(): number;
  close(): Promise<void>;
}

/** An event counts from when it came: while one before it is made durable, a heartbeat may wait for longer than a lease. */
interface Arrival {
  readonly event: CoordinatorEvent;
  readonly atMs: number;
}

export async function startCoordinator(options: CoordinatorDriverOptions): Promise<CoordinatorDriver> {
  const { frozen, numWanted, limits, clock, start, store, recorder } = options;
  const { jobId, job } = frozen;
  const key = `jobs/${jobId}`;
  let state = initialState({ jobId, job, numWanted, limits, start });
  let revision = (await store.get(key))?.revision ?? null;

  const nowMs = createOwnTime(clock, MAX_TICK_GAP_MS);
  const handle = ({ event, atMs }: Arrival): Promise<void> | void => {
    const outcome = transition(state, event, atMs);
    state = outcome.state;
    return outcome.persist ? persistThenSpeak(outcome) : speak(outcome.afterPersist);
  };
  const persistThenSpeak = async ({ persist, afterPersist }: Outcome): Promise<void> => {
    revision = await store.put(key, persist, revision);
    speak(afterPersist);
  };
  const speak = (effects: readonly Effect[]): void => {
    for (const effect of effects) carryOut(effect);
  };
  const carryOut = (effect: Effect): void => {
    switch (effect.kind) {
      case 'send':
        return options.send(effect.workerId, effect.command);
      case 'record_event':
        return recorder.recordEvent(effect.event);
      case 'record_step':
        return recorder.recordStep(effect);
      case 'rewind_records':
        return recorder.rewind(effect.step);
      case 'write_manifest':
        return writeManifest(effect.checkpoint);
      case 'message_refused':
        return options.onRefused(effect);
      case 'job_over':
        return options.onOver(state);
    }
  };
  const writeManifest = (checkpoint: CheckpointInFlight): void => {
    const { step } = checkpoint;
    options.writeManifest(checkpoint).then(
      () => submit({ kind: 'manifest_written', step }),
      (error: Error) => submit({ kind: 'manifest_failed', step, message: error.message }),
    );
  };
  const inbox = createInbox({ capacity: INBOX_CAPACITY, handle, crash: options.crash });
  const submit = (event: CoordinatorEvent): void => {
    if (!inbox.put({ event, atMs: nowMs() }))
      options.crash(new Error(`${INBOX_CAPACITY} events wait in the inbox`));
  };
  const stopTicking = every(clock, TICK_MS, () => submit({ kind: 'tick' }));
  if (isOver(state)) options.onOver(state);

  return {
    submit,
    state: () => state,
    nowMs,
    close: async () => {
      stopTicking();
      await inbox.drained();
    },
  };
}
