import type { ErrorCode } from '../errors.ts';
import type { Failure } from './vote.ts';

const FATAL_CODES: readonly ErrorCode[] = ['NOT_FINITE', 'PROGRAM_INVALID', 'DATA_INVALID', 'MODEL_INVALID'];

/** True for failures that would come again whoever redid the step. */
export function isFatal({ code }: Failure): boolean {
  return FATAL_CODES.includes(code);
}
