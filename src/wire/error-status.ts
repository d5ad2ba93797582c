import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { ERROR_CODES, type ErrorCode, LockstepError } from '../core/errors.ts';

/** Carries the code of an operating error beside the status of gRPC. */
const CODE_KEY = 'lockstep-code';

const STATUSES: Partial<Record<ErrorCode, status>> = {
  USAGE: status.INVALID_ARGUMENT,
  JOB_INVALID: status.INVALID_ARGUMENT,
  UNAVAILABLE: status.UNAVAILABLE,
  CONFLICT: status.ALREADY_EXISTS,
  STALE: status.FAILED_PRECONDITION,
};

/** An operating error as a gRPC call ends with it. What is none is not told to the other side. */
export function errorStatus(error: unknown) {
  const { code, message } =
    error instanceof LockstepError
      ? error
      : new LockstepError('INTERNAL', 'the coordinator met an error that it did not expect; see its log');
  const metadata = new Metadata();
  metadata.set(CODE_KEY, code);
  return Object.assign(new Error(message), {
    code: STATUSES[code] ?? status.INTERNAL,
    details: message,
    metadata,
  });
}

/** The operating error that a call ended with; `peer` names the other side where it could not be reached. */
export function errorOfStatus(error: ServiceError, peer: string): LockstepError {
  const told = String(error.metadata?.get(CODE_KEY)[0] ?? '');
  if (Object.hasOwn(ERROR_CODES, told)) return new LockstepError(told as ErrorCode, error.details);
  return new LockstepError(
    'UNAVAILABLE',
    `${peer} does not answer as it should: ${error.details || error.message}`,
  );
}
