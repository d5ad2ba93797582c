import type { ServerUnaryCall, ServerWritableStream, sendUnaryData } from '@grpc/grpc-js';
import type { CoordinatorEvent } from '../core/coordinator/coordinator-event.ts';
import type { lockstep } from '../gen/lockstep.js';
import type { RunEvent, RunResult, StepRecord } from '../observe/run-events.ts';

type WatchCall = ServerWritableStream<lockstep.v1.WatchRequest, lockstep.v1.IWatchUpdate>;

/** Steps come faster than anybody reads; watchers get the newest one this often. */
const STEP_PERIOD_MS = 100;

export interface ControlService {
  readonly handleWatch: (call: WatchCall) => void;
  readonly handleStopJob: (
    call: ServerUnaryCall<lockstep.v1.StopJobRequest, lockstep.v1.IStopJobReply>,
    reply: sendUnaryData<lockstep.v1.IStopJobReply>,
  ) => void;
  publishEvent(event: RunEvent): void;
  publishStep(record: StepRecord): void;
  /** The last thing that watchers hear; resolves when they have. */
  publishResult(result: RunResult): Promise<void>;
}

/** Lets people watch a job and stop it. A watcher who comes late hears the events so far first. */
export function createControlService(submit: (event: CoordinatorEvent) => void): ControlService {
  const watchers = new Set<WatchCall>();
  const history: RunEvent[] = [];
  let result: RunResult | null = null;
  let newestStep: StepRecord | null = null;
  let timer: NodeJS.Timeout | null = null;

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
    handleWatch: (call) => {
      for (const event of history) call.write({ eventJson: JSON.stringify(event) });
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
    handleStopJob: (call, reply) => {
      submit({ kind: 'stop_requested', cause: call.request.cause || 'stop requested' });
      reply(null, { state: result?.status ?? 'stopping' });
    },
    publishEvent: (event) => {
      history.push(event);
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
  };
}
