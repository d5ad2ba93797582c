import { lockstep } from '../gen/lockstep.js';
import { method } from './method.ts';

const v1 = lockstep.v1;

/** Worker <-> coordinator. */
export const workerService = {
  session: method({
    path: '/lockstep.v1.WorkerService/Session',
    request: v1.WorkerMessage,
    response: v1.CoordinatorMessage,
    requestStream: true,
    responseStream: true,
  }),
} as const;

/** CLI <-> coordinator. */
export const controlService = {
  watch: method({
    path: '/lockstep.v1.ControlService/Watch',
    request: v1.WatchRequest,
    response: v1.WatchUpdate,
    responseStream: true,
  }),
  stopJob: method({
    path: '/lockstep.v1.ControlService/StopJob',
    request: v1.StopJobRequest,
    response: v1.StopJobReply,
  }),
  submitJob: method({
    path: '/lockstep.v1.ControlService/SubmitJob',
    request: v1.SubmitPart,
    response: v1.SubmitReply,
    requestStream: true,
  }),
  listJobs: method({
    path: '/lockstep.v1.ControlService/ListJobs',
    request: v1.ListJobsRequest,
    response: v1.ListJobsReply,
  }),
  getJob: method({
    path: '/lockstep.v1.ControlService/GetJob',
    request: v1.GetJobRequest,
    response: v1.JobSummary,
  }),
  listWorkers: method({
    path: '/lockstep.v1.ControlService/ListWorkers',
    request: v1.ListWorkersRequest,
    response: v1.ListWorkersReply,
  }),
  drainWorker: method({
    path: '/lockstep.v1.ControlService/DrainWorker',
    request: v1.DrainWorkerRequest,
    response: v1.DrainWorkerReply,
  }),
  fetch: method({
    path: '/lockstep.v1.ControlService/Fetch',
    request: v1.FetchRequest,
    response: v1.FilePiece,
    responseStream: true,
  }),
} as const;

/** Agent <-> coordinator. */
export const poolService = {
  attend: method({
    path: '/lockstep.v1.PoolService/Attend',
    request: v1.AgentMessage,
    response: v1.PoolMessage,
    requestStream: true,
    responseStream: true,
  }),
} as const;
