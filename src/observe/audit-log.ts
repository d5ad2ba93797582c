import type { AccessRecord } from '../core/access/access-record.ts';
import { LockstepError } from '../core/errors.ts';
import type { JsonLinesWriter } from './json-lines-writer.ts';

export interface AuditLogOptions {
  readonly writer: Pick<JsonLinesWriter, 'append'>;
  /** Hears of lines that have to wait for a disk that cannot be written. */
  readonly onProblem: (problem: LockstepError) => void;
  /** Milliseconds since 1970. */
  readonly nowMs?: (() => number) | undefined;
}

/**
 * Keeps who asked for what and what was decided: one JSON object a line, with its time as `at`. A line is with the
 * operating system when the returned function returns. It never throws: a full disk stops no training.
 */
export function createAuditLog(options: AuditLogOptions): (record: AccessRecord) => void {
  const { writer, onProblem, nowMs = Date.now } = options;
  return (record) => {
    try {
      writer.append({ at: new Date(nowMs()).toISOString(), ...record });
    } catch (error) {
      if (!(error instanceof LockstepError)) throw error;
      onProblem(error);
    }
  };
}
