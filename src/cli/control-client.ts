import {
  type ChannelCredentials,
  Client,
  type ClientReadableStream,
  credentials,
  type ServiceError,
} from '@grpc/grpc-js';
import type { LockstepError } from '../core/errors.ts';
import type { lockstep } from '../gen/lockstep.js';
import type { Decoded } from '../wire/decoded.ts';
import { errorOfStatus } from '../wire/error-status.ts';
import type { Method } from '../wire/method.ts';
import { controlService } from '../wire/services.ts';

export type JobSummary = Decoded<lockstep.v1.IJobSummary>;
export type AgentSummary = Decoded<lockstep.v1.IAgentSummary>;
export type FilePiece = Decoded<lockstep.v1.IFilePiece>;

/** What commands ask of a coordinator. Everything throws UNAVAILABLE where none answers, or what it says is wrong. */
export interface ControlClient {
  submitJob(parts: AsyncIterable<lockstep.v1.ISubmitPart>): Promise<Decoded<lockstep.v1.ISubmitReply>>;
  /** All jobs, newest first, page by page. */
  listJobs(pageSize?: number): AsyncIterable<JobSummary>;
  getJob(jobId: string): Promise<JobSummary>;
  stopJob(jobId: string, cause: string): Promise<string>;
  listWorkers(): Promise<readonly AgentSummary[]>;
  drainWorker(workerId: string): Promise<readonly string[]>;
  fetch(jobId: string): AsyncIterable<FilePiece>;
  close(): void;
}

const DEADLINE_MS = 10_000;
const SUBMIT_DEADLINE_MS = 600_000;
const MAX_PAGE_SIZE = 1_000;
const MAX_MESSAGE_BYTES = 16 * 1024 * 1024;

export function createControlClient(
  address: string,
  channel: ChannelCredentials = credentials.createInsecure(),
): ControlClient {
  const client = new Client(address, channel, {
    'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
  });
  const failure = (error: ServiceError): LockstepError =>
    errorOfStatus(error, `the coordinator at ${address}`);
  const ask = <In, Request, ReplyIn, Reply>(method: Method<In, Request, ReplyIn, Reply>, request: In) =>
    new Promise<Decoded<Reply>>((resolve, reject) => {
      const deadline = { deadline: Date.now() + DEADLINE_MS };
      const { path, requestSerialize, responseDeserialize } = method;
      client.makeUnaryRequest(
        path,
        requestSerialize,
        responseDeserialize,
        request,
        deadline,
        (error, reply) => (error ? reject(failure(error)) : resolve(reply as Decoded<Reply>)),
      );
    });

  return {
    submitJob: (parts) =>
      new Promise((resolve, reject) => {
        const { path, requestSerialize, responseDeserialize } = controlService.submitJob;
        const call = client.makeClientStreamRequest<lockstep.v1.ISubmitPart, lockstep.v1.SubmitReply>(
          path,
          requestSerialize,
          responseDeserialize,
          { deadline: Date.now() + SUBMIT_DEADLINE_MS },
          (error, reply) =>
            error ? reject(failure(error)) : resolve(reply as Decoded<lockstep.v1.ISubmitReply>),
        );
        const send = async (): Promise<void> => {
          for await (const part of parts) {
            if (!call.write(part)) await new Promise((taken) => call.once('drain', taken));
          }
          call.end();
        };
        send().catch((error: unknown) => {
          reject(error);
          call.cancel();
        });
      }),
    async *listJobs(pageSize = MAX_PAGE_SIZE) {
      let pageToken = '';
      do {
        const { jobs, nextPageToken } = await ask(controlService.listJobs, { pageSize, pageToken });
        yield* jobs as readonly JobSummary[];
        pageToken = nextPageToken;
      } while (pageToken !== '');
    },
    getJob: (jobId) => ask(controlService.getJob, { jobId }) as Promise<JobSummary>,
    stopJob: async (jobId, cause) => (await ask(controlService.stopJob, { jobId, cause })).state,
    listWorkers: async () => (await ask(controlService.listWorkers, {})).agents as readonly AgentSummary[],
    drainWorker: async (workerId) => (await ask(controlService.drainWorker, { workerId })).workerIds,
    async *fetch(jobId) {
      const { path, requestSerialize, responseDeserialize } = controlService.fetch;
      const call: ClientReadableStream<lockstep.v1.FilePiece> = client.makeServerStreamRequest(
        path,
        requestSerialize,
        responseDeserialize,
        { jobId },
      );
      try {
        for await (const piece of call) yield piece as FilePiece;
      } catch (error) {
        throw failure(error as ServiceError);
      } finally {
        call.cancel();
      }
    },
    close: () => client.close(),
  };
}
