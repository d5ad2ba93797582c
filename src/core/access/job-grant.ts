import type { Decision } from './decide-access.ts';

/** What a job token grants: to take part in one generation of one job, at one rank, in one process of one worker. */
export interface JobGrant {
  readonly jobId: string;
  readonly generation: number;
  /** -1 for a worker that is fed and has no rank yet. */
  readonly rank: number;
  /** Id of the worker's process, new for every start. */
  readonly workerId: string;
  /** Name in the certificate of the worker that the token was made for. */
  readonly workerName: string;
}

/** The grants that a worker honours. */
export interface ExpectedGrant {
  readonly jobId: string;
  /** The generation that this worker is in; a peer may have heard of a later one before. */
  readonly generation: number;
}

/** Holds a genuine grant against the certificate that it came with and the job that is served. */
export function checkGrant(grant: JobGrant, workerName: string, expected: ExpectedGrant): Decision {
  if (grant.workerName !== workerName) {
    return denied(`the token was made for worker ${grant.workerName}; the certificate is of ${workerName}`);
  }
  if (grant.jobId !== expected.jobId) {
    return denied(`the token is for job ${grant.jobId}; this is job ${expected.jobId}`);
  }
  if (grant.generation < expected.generation) {
    const reason = `the token is of generation ${grant.generation}; this is generation ${expected.generation}`;
    return { isAllowed: false, code: 'FAILED_PRECONDITION', reason };
  }
  return { isAllowed: true };
}

function denied(reason: string): Decision {
  return { isAllowed: false, code: 'PERMISSION_DENIED', reason };
}

/** The fields by which requests say who asks and for what; a message has those that its method needs. */
export interface ClaimingMessage {
  readonly jobId?: unknown;
  readonly generation?: unknown;
  readonly rank?: unknown;
  readonly workerId?: unknown;
}

const CLAIMS = ['jobId', 'generation', 'rank', 'workerId'] as const;

/** Refuses a request that claims anything else than its token grants. */
export function checkMessage(grant: JobGrant, message: ClaimingMessage): Decision {
  const lie = CLAIMS.find((claim) => message[claim] !== undefined && message[claim] !== grant[claim]);
  if (lie === undefined) return { isAllowed: true };
  return denied(`the message says ${lie} ${message[lie]}; the token is for ${grant[lie]}`);
}
