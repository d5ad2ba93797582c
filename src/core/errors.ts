/**
 * The closed set of operating errors. Each code has one exit code and one paragraph in docs/errors.md.
 * A broken invariant is not an operating error: it throws a plain `Error` and crashes loudly.
 */
export const ERROR_CODES = {
  USAGE: { exitCode: 64, summary: 'The command line was wrong.' },
  JOB_INVALID: { exitCode: 64, summary: 'The job file breaks a rule.' },
  PROGRAM_INVALID: { exitCode: 65, summary: 'The program does not load, throws, or exports something else.' },
  DATA_INVALID: { exitCode: 65, summary: 'A dataset is missing, malformed, or does not fit the job.' },
  MODEL_INVALID: { exitCode: 65, summary: 'The model cannot be trained with this loss or on this engine.' },
  NOT_FINITE: { exitCode: 65, summary: 'The loss or a gradient became NaN or infinite.' },
  RETRIES_EXHAUSTED: { exitCode: 65, summary: 'The same step was aborted too many times in a row.' },
  RUN_INVALID: { exitCode: 65, summary: 'A run folder is missing, incomplete, or fails verification.' },
  CHECKPOINT_INVALID: { exitCode: 65, summary: 'A checkpoint is damaged or belongs to another job.' },
  UNAVAILABLE: { exitCode: 69, summary: 'A service or an engine that is needed is not there.' },
  WORKERS_LOST: { exitCode: 69, summary: 'Too few workers stayed alive to go on.' },
  INTERNAL: { exitCode: 70, summary: 'Lockstep broke one of its own rules; please report it.' },
  IO_FAILED: { exitCode: 74, summary: 'A file or a socket could not be read or written.' },
  PORT_TAKEN: { exitCode: 74, summary: 'An address to listen on is in use.' },
  STALE: { exitCode: 70, summary: 'A message belongs to another job, generation or step.' },
  CONFLICT: { exitCode: 75, summary: 'Somebody else holds or changed this state; try again.' },
  INTERRUPTED: { exitCode: 130, summary: 'The run was stopped on request, after a checkpoint.' },
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/**
 * An operating error. `message` names what was wrong, where, the offending value and what to do;
 * `stack` of a user's program travels in `details` so that a terminal can show it once.
 */
export class LockstepError extends Error {
  readonly code: ErrorCode;
  readonly details: string | undefined;

  constructor(code: ErrorCode, message: string, details?: string) {
    super(message);
    this.name = 'LockstepError';
    this.code = code;
    this.details = details;
  }
}
