import { InvalidArgumentError } from 'commander';

/** A whole number of at least 1, as an option's value. */
export function parseWholeNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1) throw new InvalidArgumentError('Give a whole number of at least 1.');
  return value;
}

/** A port, 0 to 65535, as an option's value. */
export function parsePort(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > 65_535) throw new InvalidArgumentError('Give a port from 0 to 65535.');
  return value;
}
