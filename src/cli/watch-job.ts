import { Client, credentials } from '@grpc/grpc-js';
import { LockstepError } from '../core/errors.ts';
import type { lockstep } from '../gen/lockstep.js';
import type { RunEvent, RunResult, StepRecord } from '../observe/run-events.ts';
import { controlService } from '../wire/services.ts';

export interface WatchOptions {
  readonly address: string;
  readonly jobId: string;
  readonly onStep: (record: StepRecord) => void;
  readonly onEvent: (event: RunEvent) => void;
}

/** A job as its coordinator tells of it. */
export interface JobWatch {
  /** How the job ended. Rejects with UNAVAILABLE when the coordinator is gone before it says so. */
  readonly result: Promise<RunResult>;
  /** Asks the coordinator to finish the step in flight, write a checkpoint, and stop. */
  stopJob(cause: string): void;
  close(): void;
}

const STOP_DEADLINE_MS = 10_000;

export function watchJob({ address, jobId, onStep, onEvent }: WatchOptions): JobWatch {
  const client = new Client(address, credentials.createInsecure());
  const { watch, stopJob } = controlService;
  const call = client.makeServerStreamRequest(watch.path, watch.requestSerialize, watch.responseDeserialize, {
    jobId,
  });
  const result = new Promise<RunResult>((resolve, reject) => {
    const lost = (cause: string): void =>
      reject(new LockstepError('UNAVAILABLE', `lost the coordinator at ${address}: ${cause}`));
    call.on('data', ({ stepJson, eventJson, resultJson }: lockstep.v1.WatchUpdate) => {
      if (stepJson) onStep(JSON.parse(stepJson));
      else if (eventJson) onEvent(JSON.parse(eventJson));
      else if (resultJson) resolve(JSON.parse(resultJson));
    });
    call.on('error', (error) => lost(error.message));
    call.on('end', () => lost('it closed the stream'));
  });
  result.catch(() => undefined);
  return {
    result,
    stopJob: (cause) => {
      const deadline = { deadline: Date.now() + STOP_DEADLINE_MS };
      client.makeUnaryRequest(
        stopJob.path,
        stopJob.requestSerialize,
        stopJob.responseDeserialize,
        { jobId, cause },
        deadline,
        () => undefined,
      );
    },
    close: () => {
      call.cancel();
      client.close();
    },
  };
}
