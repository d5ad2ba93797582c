import { LockstepError } from '../core/errors.ts';

/** Characters of an offending value that a message shows. */
const MAX_SHOWN = 40;

/** The error for data that is missing, malformed or does not fit; the message says where, what and what to do. */
export function dataInvalid(message: string): LockstepError {
  return new LockstepError('DATA_INVALID', message);
}

/** A value as a message shows it: quoted where it is text, and never long. */
export function show(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN)}...`;
}

/** `1 row`, `2 rows`, `1,797 rows`. */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}
