import { performance } from 'node:perf_hooks';
import {
  type ChannelCredentials,
  Client,
  type ClientReadableStream,
  credentials,
  type ServiceError,
  status,
} from '@grpc/grpc-js';
import { LockstepError } from '../core/errors.ts';
import type { lockstep } from '../gen/lockstep.js';
import type { RunEvent, RunResult, StepRecord } from '../observe/run-events.ts';
import { controlService } from '../wire/services.ts';

export interface WatchOptions {
  readonly address: string;
  readonly jobId: string;
  readonly channel?: ChannelCredentials;
  readonly onStep: (record: StepRecord) => void;
  readonly onEvent: (event: RunEvent) => void;
}

/** A job as its coordinator tells of it, or the one that is started in its place. */
export interface JobWatch {
  /** How the job ended. Rejects with UNAVAILABLE when no coordinator has answered for a while, USAGE for an unknown job. */
  readonly result: Promise<RunResult>;
  /** Asks the coordinator to finish the step in flight, write a checkpoint, and stop. */
  stopJob(cause: string): void;
  close(): void;
}

const STOP_DEADLINE_MS = 10_000;
const RETRY_MS = 100;
const GIVE_UP_MS = 60_000;

export function watchJob(options: WatchOptions): JobWatch {
  const { address, jobId, channel = credentials.createInsecure(), onStep, onEvent } = options;
  const client = new Client(address, channel, {
    'grpc.initial_reconnect_backoff_ms': RETRY_MS,
    'grpc.min_reconnect_backoff_ms': RETRY_MS,
    'grpc.max_reconnect_backoff_ms': RETRY_MS,
  });
  const { watch, stopJob } = controlService;
  let call: ClientReadableStream<lockstep.v1.WatchUpdate> | null = null;
  let stopCause: string | null = null;
  let lostSinceMs: number | null = null;
  let isClosed = false;
  let resolve!: (result: RunResult) => void;
  let reject!: (error: LockstepError) => void;
  const result = new Promise<RunResult>((onResult, onError) => {
    resolve = onResult;
    reject = onError;
  });
  result.catch(() => undefined);

  const sayStop = (): void => {
    if (stopCause === null) return;
    const deadline = { deadline: Date.now() + STOP_DEADLINE_MS };
    const request = { jobId, cause: stopCause };
    const { path, requestSerialize, responseDeserialize } = stopJob;
    client.makeUnaryRequest(path, requestSerialize, responseDeserialize, request, deadline, () => undefined);
  };
  const onLost = (cause: string): void => {
    if (isClosed || call === null) return;
    call = null;
    lostSinceMs ??= performance.now();
    if (performance.now() - lostSinceMs > GIVE_UP_MS)
      reject(new LockstepError('UNAVAILABLE', `lost the coordinator at ${address}: ${cause}`));
    else setTimeout(connect, RETRY_MS).unref();
  };
  function connect(): void {
    if (isClosed) return;
    const { path, requestSerialize, responseDeserialize } = watch;
    call = client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, { jobId });
    let isFirst = true;
    call.on('data', ({ stepJson, eventJson, resultJson }: lockstep.v1.WatchUpdate) => {
      lostSinceMs = null;
      if (isFirst) sayStop();
      isFirst = false;
      if (stepJson) onStep(JSON.parse(stepJson));
      else if (eventJson) onEvent(JSON.parse(eventJson));
      else if (resultJson) resolve(JSON.parse(resultJson));
    });
    call.on('error', (error: ServiceError) => {
      if (error.code === status.NOT_FOUND) reject(new LockstepError('USAGE', error.details));
      else onLost(error.message);
    });
    call.on('end', () => onLost('it closed the stream'));
  }
  connect();
  return {
    result,
    stopJob: (cause) => {
      stopCause = cause;
      sayStop();
    },
    close: () => {
      isClosed = true;
      call?.cancel();
      client.close();
    },
  };
}
