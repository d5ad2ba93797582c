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
} as const;
