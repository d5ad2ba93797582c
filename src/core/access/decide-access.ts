import type { Identity } from './identity.ts';
import { checkGrant, type ExpectedGrant, type JobGrant } from './job-grant.ts';
import { METHOD_ACCESS, type MethodAccess } from './method-access.ts';
import { includesRole, type Role } from './role.ts';

/**
 * `UNAUTHENTICATED`: who this is could not be proved. `PERMISSION_DENIED`: it is known, and may not.
 * `FAILED_PRECONDITION`: it might, were its token not of an older generation. The names are those of gRPC.
 */
export type RefusalCode = 'UNAUTHENTICATED' | 'PERMISSION_DENIED' | 'FAILED_PRECONDITION';

export type Decision =
  | { readonly isAllowed: true }
  | { readonly isAllowed: false; readonly code: RefusalCode; readonly reason: string };

/** What is known about one call before its handler sees it. */
export interface AccessQuestion {
  /** Path of the gRPC method. */
  readonly method: string;
  /** Null when the peer proved no identity. */
  readonly identity: Identity | null;
  /** What the call's token grants, its signature and expiry checked; a text says why it grants nothing. */
  readonly grant?: JobGrant | string | undefined;
  /** The job that is served here; null while there is none. */
  readonly expected?: ExpectedGrant | null | undefined;
}

export const ALLOWED: Decision = Object.freeze({ isAllowed: true });
const NOBODY = refuse('UNAUTHENTICATED', 'the peer has no certificate that names one identity');

/** Decides one gRPC call; pure, so that a decision can be repeated from what the audit log holds. */
export function decideAccess(question: AccessQuestion): Decision {
  const { method, identity } = question;
  if (identity === null) return NOBODY;
  const access = Object.hasOwn(METHOD_ACCESS, method) ? METHOD_ACCESS[method] : undefined;
  if (access === undefined) return refuse('PERMISSION_DENIED', `nobody may call ${method}`);
  const decision = decideCaller(access, identity, method);
  if (!decision.isAllowed || access.by !== 'worker' || !access.needsToken) return decision;
  return decideGrant(question, identity.name);
}

function decideCaller(access: MethodAccess, identity: Identity, method: string): Decision {
  if (identity.kind !== access.by) {
    return refuse('PERMISSION_DENIED', `${method} is for a ${access.by}, not for a ${identity.kind}`);
  }
  if (access.by === 'operator' && identity.kind === 'operator' && !includesRole(identity.role, access.role)) {
    return refuse('PERMISSION_DENIED', `${method} needs the role ${access.role}, not ${identity.role}`);
  }
  return ALLOWED;
}

function decideGrant({ grant, expected }: AccessQuestion, workerName: string): Decision {
  if (grant === undefined) return refuse('UNAUTHENTICATED', 'the call carries no job token');
  if (typeof grant === 'string') return refuse('UNAUTHENTICATED', grant);
  if (!expected) return refuse('PERMISSION_DENIED', 'no job is served here');
  return checkGrant(grant, workerName, expected);
}

/** Whether an operator may stop, resume or otherwise change the job of `owner`: its owner may, and `operate` may always. */
export function canChangeJob(identity: Identity, owner: string): boolean {
  if (identity.kind !== 'operator') return false;
  return includesRole(identity.role, identity.name === owner ? 'submit' : 'operate');
}

/**
 * Whether a worker may speak for a process: not where `holder`, the worker that brought the process, is another one.
 * For messages by which a process says its id without a token, such as the first of a session.
 */
export function decideWorkerId(identity: Identity, workerId: string, holder: string | undefined): Decision {
  if (identity.kind !== 'worker') {
    return refuse('PERMISSION_DENIED', `process ${workerId} is a worker's, not a ${identity.kind}'s`);
  }
  if (holder === undefined || holder === identity.name) return ALLOWED;
  return refuse('PERMISSION_DENIED', `process ${workerId} is of worker ${holder}, not of ${identity.name}`);
}

/** Decides what needs a role alone, such as a request over HTTP; null needs none. */
export function decideRole(identity: Identity | null, needed: Role | null): Decision {
  if (needed === null) return ALLOWED;
  if (identity === null) return NOBODY;
  if (identity.kind !== 'operator') {
    return refuse('PERMISSION_DENIED', `this is for an operator, not for a ${identity.kind}`);
  }
  if (includesRole(identity.role, needed)) return ALLOWED;
  return refuse('PERMISSION_DENIED', `this needs the role ${needed}, not ${identity.role}`);
}

function refuse(code: RefusalCode, reason: string): Decision {
  return { isAllowed: false, code, reason };
}
