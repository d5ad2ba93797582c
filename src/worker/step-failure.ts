import { LinkError } from '../collective/link-error.ts';
import { LockstepError } from '../core/errors.ts';
import type { Failure } from '../core/step/vote.ts';
import type { ReducedSummary } from './trainer-protocol.ts';

/** How many sample rows a message names; a bad batch of thousands would fill the terminal. */
const MAX_NAMED_ROWS = 64;

/** What went wrong, as it travels. A link that failed names the peer at its other end; `workerIds` are by rank. */
export function failureOf(error: unknown, workerIds: readonly string[] = []): Failure {
  if (error instanceof LockstepError) {
    return { code: error.code, message: error.message, details: error.details ?? '' };
  }
  if (error instanceof LinkError) {
    const suspects = workerIds.slice(error.rank, error.rank + 1);
    return { code: 'UNAVAILABLE', message: error.message, details: '', suspects };
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { code: 'UNAVAILABLE', message, details: stack ?? '' };
}

/** The failure of a step whose reduced vector is not finite, naming the rows of the dataset that were in its batch. */
export function notFinite(step: number, { loss }: ReducedSummary, rows: readonly number[]): Failure {
  const named = rows.slice(0, MAX_NAMED_ROWS).join(', ');
  const more = rows.length > MAX_NAMED_ROWS ? ` and ${rows.length - MAX_NAMED_ROWS} more` : '';
  const what = Number.isFinite(loss) ? 'a gradient is not finite' : `the loss is ${loss}`;
  return {
    code: 'NOT_FINITE',
    message:
      `${what} at step ${step}; its global batch holds the dataset rows ${named}${more}; ` +
      'look for extreme values there, lower the learning rate, or normalise the inputs',
    details: '',
  };
}
