import { dataInvalid } from './data-invalid.ts';
import type { Named, OneOrNamed } from './source.ts';

/** Names of an input and of a target that the program did not name. */
export const DEFAULT_NAMES = { features: 'input', target: 'target' } as const;

/** Brings one unnamed thing, or several by name, into a list; `convert` completes each of them. */
export function toNamed<T extends string | number | readonly unknown[], U>(
  option: keyof typeof DEFAULT_NAMES,
  given: OneOrNamed<T>,
  convert: (value: T) => U,
): readonly Named<U>[] {
  const named = isRecord(given)
    ? Object.entries<T>(given).map(([name, value]) => ({ name, from: convert(value) }))
    : [{ name: DEFAULT_NAMES[option], from: convert(given) }];
  if (named.length === 0) throw dataInvalid(`${option} is empty; name at least one.`);
  for (const { name, from } of named) {
    if (Array.isArray(from) && from.length === 0)
      throw dataInvalid(`${option}: "${name}" is an empty list; name at least one.`);
  }
  return named;
}

function isRecord<T>(given: OneOrNamed<T>): given is Readonly<Record<string, T>> {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}
