import type { AccessQuestion, Decision } from './decide-access.ts';
import { identityUri } from './identity.ts';

/** One decision, as the audit log keeps it. Tokens themselves never are. */
export interface AccessRecord {
  /** gRPC method, or HTTP method and path. */
  readonly method: string;
  /** HOST:PORT that the call came from. */
  readonly peer: string;
  /** URI of the caller's identity; null for a caller that proved none. */
  readonly identity: string | null;
  readonly decision: 'allowed' | 'refused';
  /** Of a refusal. */
  readonly code?: string;
  readonly reason?: string;
  /** Of a job token, where one came with the call and was genuine. */
  readonly jobId?: string;
  readonly generation?: number;
  readonly workerId?: string;
}

/** What the audit log keeps of a decision. */
export function accessRecord(question: AccessQuestion, peer: string, decision: Decision): AccessRecord {
  const { method, identity, grant } = question;
  const isGenuine = typeof grant === 'object';
  return {
    method,
    peer,
    identity: identity && identityUri(identity),
    decision: decision.isAllowed ? 'allowed' : 'refused',
    ...(decision.isAllowed ? {} : { code: decision.code, reason: decision.reason }),
    ...(isGenuine ? { jobId: grant.jobId, generation: grant.generation, workerId: grant.workerId } : {}),
  };
}
