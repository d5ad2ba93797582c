import { type Metadata, ServerInterceptingCall, type ServerInterceptor, status } from '@grpc/grpc-js';
import { type AccessRecord, accessRecord } from '../core/access/access-record.ts';
import { type AccessQuestion, type Decision, decideAccess } from '../core/access/decide-access.ts';
import { checkMessage, type ExpectedGrant, type JobGrant } from '../core/access/job-grant.ts';
import { jobTokenOf } from './job-tokens.ts';
import { peerIdentity } from './peer-identity.ts';

export interface AccessOptions {
  /** Hears every decision before it takes effect. */
  readonly audit: (record: AccessRecord) => void;
  /** What a job token grants, or why nothing. Servers without methods that need one have no use for it. */
  readonly verifyToken?: ((token: string) => Promise<JobGrant | string>) | undefined;
  /** The job that is served now. */
  readonly expected?: (() => ExpectedGrant | null) | undefined;
  /** Milliseconds since 1970. */
  readonly nowMs?: (() => number) | undefined;
}

/**
 * Stands before every handler of a gRPC server that has TLS: a call that may not be made ends with its code, and its
 * handler never hears of it. So does a call whose request claims another job, generation, rank or process than its token.
 */
export function createAccessInterceptor(options: AccessOptions): ServerInterceptor {
  const { audit } = options;
  return ({ path }, call) => {
    let question: AccessQuestion | null = null;
    let isRefused = false;
    const passes = (decision: Decision): boolean => {
      if (decision.isAllowed) return true;
      isRefused = true;
      call.sendStatus({ code: status[decision.code], details: decision.reason });
      return false;
    };
    const record = (asked: AccessQuestion, decision: Decision): void =>
      audit(accessRecord(asked, call.getPeer(), decision));

    const admit = async (metadata: Metadata): Promise<boolean> => {
      const identity = peerIdentity(call, (options.nowMs ?? Date.now)());
      const grant = await grantOf(metadata, options);
      question = { method: path, identity, grant, expected: options.expected?.() };
      const decision = decideAccess(question);
      record(question, decision);
      return passes(decision);
    };
    const believe = (message: unknown): boolean => {
      if (typeof question?.grant !== 'object') return true;
      const decision = checkMessage(question.grant, message as object);
      if (!decision.isAllowed) record(question, decision);
      return passes(decision);
    };
    return new ServerInterceptingCall(call, {
      start: (next) =>
        next({
          onReceiveMetadata: (metadata, forward) => {
            admit(metadata).then(
              (isAdmitted) => isAdmitted && forward(metadata),
              (error: Error) => call.sendStatus({ code: status.INTERNAL, details: error.message }),
            );
          },
          onReceiveMessage: (message, forward) => {
            if (!isRefused && believe(message)) forward(message);
          },
          onReceiveHalfClose: (forward) => {
            if (!isRefused) forward();
          },
        }),
    });
  };
}

async function grantOf(
  metadata: Metadata,
  { verifyToken }: AccessOptions,
): Promise<JobGrant | string | undefined> {
  const token = jobTokenOf(metadata);
  if (token === undefined) return undefined;
  return verifyToken ? await verifyToken(token) : 'no job token is of use here';
}
