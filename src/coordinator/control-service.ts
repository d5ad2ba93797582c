import { type ServerWritableStream, status } from '@grpc/grpc-js';
import type { lockstep } from '../gen/lockstep.js';
import type { RunEvent, RunResult, StepRecord } from '../observe/run-events.ts';

export type WatchCall = ServerWritableStream<lockstep.v1.WatchRequest, lockstep.v1.IWatchUpdate>;

/** Steps come faster than anybody reads; watchers get the newest one this often. */
const STEP_PERIOD_MS = 100;

/** Lets people watch a job and stop it. A watcher who comes late hears the events so far first. */
export interface ControlService {
  watch(call: WatchCall): void;
  /** Asks to finish the step in flight, write a checkpoint, and stop. Returns the job's state, in a word. */
  stop(cause: string): string;
  /** Takes what `stop` asked for, once it can be done. */
  onStop(listener: (cause: string) => void): void;
  publishEvent(event: RunEvent): void;
  /** Something that only matters until there is news. */
  publishNotice(event: RunEvent): void;
  publishStep(record: StepRecord): void;
  /** The last thing that watchers hear; resolves when they have. */
  publishResult(result: RunResult): Promise<void>;
  /** Ends all watching with an error. */
  fail(message: string): void;
}

export function createControlService(): ControlService {
  const watchers = new Set<WatchCall>();
  const history: RunEvent[] = [];
  let notice: RunEvent | null = null;
  let result: RunResult | null = null;
  let newestStep: StepRecord | null = null;
  let timer: NodeJS.Timeout | null = null;
  let stopCause: string | null = null;
  let onStop: ((cause: string) => void) | null = null;

  const broadcast = (update: lockstep.v1.IWatchUpdate): void => {
    for (const watcher of watchers) watcher.write(update);
  };
  const flushStep = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
    if (newestStep) broadcast({ stepJson: JSON.stringify(newestStep) });
    newestStep = null;
  };

  return {
    watch: (call) => {
      for (const event of notice ? [...history, notice] : history) {
        call.write({ eventJson: JSON.stringify(event) });
      }
      if (result) {
        call.write({ resultJson: JSON.stringify(result) });
        call.end();
        return;
      }
      watchers.add(call);
      const leave = (): boolean => watchers.delete(call);
      call.on('cancelled', leave);
      call.on('error', leave);
    },
    stop: (cause) => {
      stopCause ??= cause;
      onStop?.(cause);
      return result?.status ?? 'stopping';
    },
    onStop: (listener) => {
      onStop = listener;
      if (stopCause !== null) listener(stopCause);
    },
    publishNotice: (event) => {
      notice = event;
      broadcast({ eventJson: JSON.stringify(event) });
    },
    publishEvent: (event) => {
      history.push(event);
      notice = null;
      flushStep();
      broadcast({ eventJson: JSON.stringify(event) });
    },
    publishStep: (record) => {
      newestStep = record;
      timer ??= setTimeout(flushStep, STEP_PERIOD_MS);
    },
    publishResult: async (ended) => {
      flushStep();
      result = ended;
      const last = { resultJson: JSON.stringify(ended) };
      await Promise.all(
        [...watchers].map(
          (watcher) =>
            new Promise<void>((resolve) => {
              watcher.on('finish', resolve);
              watcher.on('cancelled', resolve);
              watcher.write(last);
              watcher.end();
            }),
        ),
      );
      watchers.clear();
    },
    fail: (message) => {
      const error = Object.assign(new Error(message), { code: status.UNAVAILABLE, details: message });
      for (const watcher of watchers) watcher.emit('error', error);
      watchers.clear();
    },
  };
}
