import type { Role } from './role.ts';

/** Who may call a method: operators from a role on, any worker, or workers with a token for the job. */
export type MethodAccess =
  | { readonly by: 'operator'; readonly role: Role }
  | { readonly by: 'worker'; readonly needsToken: boolean };

const fromRole = (role: Role): MethodAccess => ({ by: 'operator', role });

/**
 * Every gRPC method with those who may call it. A method that is not listed may be called by nobody.
 * Where `submit` is enough to change a job, the handler still asks `canChangeJob` whose job it is.
 */
export const METHOD_ACCESS: Readonly<Record<string, MethodAccess>> = {
  '/lockstep.v1.WorkerService/Session': { by: 'worker', needsToken: false },
  '/lockstep.v1.PoolService/Attend': { by: 'worker', needsToken: false },
  '/lockstep.v1.CollectiveService/Pull': { by: 'worker', needsToken: true },
  '/lockstep.v1.CollectiveService/PullState': { by: 'worker', needsToken: true },
  '/lockstep.v1.ControlService/Watch': fromRole('read'),
  '/lockstep.v1.ControlService/ListJobs': fromRole('read'),
  '/lockstep.v1.ControlService/GetJob': fromRole('read'),
  '/lockstep.v1.ControlService/ListWorkers': fromRole('read'),
  '/lockstep.v1.ControlService/Fetch': fromRole('read'),
  '/lockstep.v1.ControlService/SubmitJob': fromRole('submit'),
  '/lockstep.v1.ControlService/StopJob': fromRole('submit'),
  '/lockstep.v1.ControlService/DrainWorker': fromRole('operate'),
};

/** HTTP paths that probes ask without a certificate; they tell whether the process lives and nothing else. */
const OPEN_PATHS: readonly string[] = ['/livez', '/readyz'];

/** The role that an HTTP path needs: null for none. */
export function pathRole(path: string): Role | null {
  return OPEN_PATHS.includes(path) ? null : 'read';
}
