import type {
  ServerReadableStream,
  ServerUnaryCall,
  ServerWritableStream,
  sendUnaryData,
} from '@grpc/grpc-js';
import { LockstepError } from '../core/errors.ts';
import { jobAsDocument } from '../core/job/job-as-document.ts';
import type { lockstep } from '../gen/lockstep.js';
import { readFrozenJob } from '../store/run-folder.ts';
import type { Decoded } from '../wire/decoded.ts';
import { errorStatus } from '../wire/error-status.ts';
import { controlHandlers } from './control-handlers.ts';
import type { JobEntry } from './job-host.ts';
import { sendFiles } from './send-files.ts';
import type { WorkerPool } from './worker-pool.ts';

type Unary<Request, Reply> = (call: ServerUnaryCall<Request, Reply>, reply: sendUnaryData<Reply>) => void;

export interface ServiceHandlersOptions {
  readonly find: (jobId: string) => JobEntry | null;
  /** Newest first. */
  readonly list: () => readonly JobEntry[];
  readonly pool: WorkerPool;
  readonly runDirectory: (jobId: string) => string;
  readonly submit: (parts: AsyncIterable<lockstep.v1.ISubmitPart>) => Promise<lockstep.v1.ISubmitReply>;
  /** Hears of errors that are nobody's fault but ours. */
  readonly onError: (error: unknown) => void;
}

const DEFAULT_PAGE_SIZE = 100;
const MAX_PAGE_SIZE = 1_000;

/** What people ask of a coordinator, by the names of the methods. */
export function serviceHandlers(options: ServiceHandlersOptions) {
  const { find, list, pool, runDirectory, submit, onError } = options;
  const failed = (error: unknown) => {
    if (!(error instanceof LockstepError)) onError(error);
    return errorStatus(error);
  };
  const unary =
    <Request, Reply>(answer: (request: Request) => Reply | Promise<Reply>): Unary<Request, Reply> =>
    (call, reply) => {
      Promise.resolve(call.request)
        .then(answer)
        .then((value) => reply(null, value))
        .catch((error: unknown) => reply(failed(error)));
    };
  const entryOf = (jobId: string): JobEntry => {
    const entry = find(jobId);
    if (entry) return entry;
    const shown = JSON.stringify(jobId.slice(0, 100));
    throw new LockstepError('USAGE', `there is no job ${shown} here; lockstep list shows those that are`);
  };

  return {
    ...controlHandlers((jobId) => find(jobId)?.control() ?? null),
    submitJob: (
      call: ServerReadableStream<lockstep.v1.SubmitPart, lockstep.v1.ISubmitReply>,
      reply: sendUnaryData<lockstep.v1.ISubmitReply>,
    ): void => {
      submit(call).then(
        (value) => reply(null, value),
        (error: unknown) => reply(failed(error)),
      );
    },
    listJobs: unary((request: lockstep.v1.ListJobsRequest): lockstep.v1.IListJobsReply => {
      const { pageSize, pageToken } = request as Decoded<lockstep.v1.IListJobsRequest>;
      const entries = list();
      const begin = pageToken === '' ? 0 : entries.indexOf(entryOf(pageToken)) + 1;
      const end = begin + Math.min(pageSize || DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE);
      const page = entries.slice(begin, end);
      return {
        jobs: page.map((entry) => summary(entry, pool)),
        nextPageToken: end < entries.length ? page.at(-1)!.submission.jobId : '',
      };
    }),
    getJob: unary(async ({ jobId }: lockstep.v1.GetJobRequest): Promise<lockstep.v1.IJobSummary> => {
      const entry = entryOf(jobId);
      const { job } = await readFrozenJob(runDirectory(jobId));
      return { ...summary(entry, pool), jobJson: JSON.stringify(jobAsDocument(job)) };
    }),
    listWorkers: unary((): lockstep.v1.IListWorkersReply => ({ agents: agentSummaries(pool) })),
    drainWorker: unary(({ workerId }: lockstep.v1.DrainWorkerRequest): lockstep.v1.IDrainWorkerReply => {
      const leaving = pool
        .workers()
        .filter((worker) => worker.workerId === workerId || worker.agentId === workerId);
      const isAgent = pool.agents().some(({ agentId }) => agentId === workerId);
      if (leaving.length === 0 && !isAgent) {
        const shown = JSON.stringify(workerId.slice(0, 100));
        throw new LockstepError(
          'USAGE',
          `there is no worker ${shown}; lockstep workers shows those that are`,
        );
      }
      if (isAgent) pool.drainAgent(workerId);
      else pool.drain(workerId);
      return { workerIds: leaving.map((worker) => worker.workerId) };
    }),
    fetch: (call: ServerWritableStream<lockstep.v1.FetchRequest, lockstep.v1.IFilePiece>): void => {
      const send = async (): Promise<void> => {
        const { jobId } = entryOf(call.request.jobId).submission;
        await sendFiles(call, runDirectory(jobId));
        call.end();
      };
      send().catch((error: unknown) => call.emit('error', failed(error)));
    },
  };
}

function summary(entry: JobEntry, pool: WorkerPool): lockstep.v1.IJobSummary {
  const { jobId, name, priority, submittedMs, min, max } = entry.submission;
  const state = entry.hosted()?.state();
  return {
    jobId,
    name,
    state: entry.state(),
    priority,
    submittedMs,
    numWorkers: pool.workers().filter((worker) => worker.jobId === jobId).length,
    minWorkers: min,
    maxWorkers: max,
    step: state?.done?.step ?? 0,
    numSteps: state?.plan?.numSteps ?? 0,
    waiting: entry.waiting() ?? '',
  };
}

function agentSummaries(pool: WorkerPool): lockstep.v1.IAgentSummary[] {
  const workers = pool.workers();
  return pool.agents().map(({ agentId, host, version, numSlots, isLeaving }) => ({
    agentId,
    host,
    version,
    numSlots,
    leaving: isLeaving,
    workers: workers
      .filter((worker) => worker.agentId === agentId)
      .map(({ workerId, jobId, isDraining }) => ({ workerId, jobId, draining: isDraining })),
  }));
}
