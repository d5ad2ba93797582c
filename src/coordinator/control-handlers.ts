import { type ServerUnaryCall, type sendUnaryData, status } from '@grpc/grpc-js';
import { LockstepError } from '../core/errors.ts';
import type { lockstep } from '../gen/lockstep.js';
import { errorStatus } from '../wire/error-status.ts';
import type { ControlService, WatchCall } from './control-service.ts';

type StopCall = ServerUnaryCall<lockstep.v1.StopJobRequest, lockstep.v1.IStopJobReply>;
type Reply<T> = sendUnaryData<T>;

/** Leads those who watch a job, or stop it, to that job. */
export function controlHandlers(find: (jobId: string) => ControlService | null) {
  return {
    watch: (call: WatchCall): void => {
      const job = find(call.request.jobId);
      if (job) job.watch(call);
      else call.emit('error', unknownJob(call.request.jobId));
    },
    stopJob: ({ request }: StopCall, reply: Reply<lockstep.v1.IStopJobReply>): void => {
      const job = find(request.jobId);
      if (job) reply(null, { state: job.stop(request.cause || 'stop requested') });
      else reply(unknownJob(request.jobId));
    },
  };
}

function unknownJob(jobId: string) {
  const shown = JSON.stringify(jobId.slice(0, 100));
  const message = `there is no job ${shown} here; lockstep list shows those that are`;
  return Object.assign(errorStatus(new LockstepError('USAGE', message)), { code: status.NOT_FOUND });
}
