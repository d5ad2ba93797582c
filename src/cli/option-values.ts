import { InvalidArgumentError } from 'commander';

const MAX_PORT = 65_535;

/** A whole number of at least 1, as an option's value. */
export function parseWholeNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1) throw new InvalidArgumentError('Give a whole number of at least 1.');
  return value;
}

/** A port, 0 to 65535, as an option's value. */
export function parsePort(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > MAX_PORT) throw new InvalidArgumentError('Give a port from 0 to 65535.');
  return value;
}

/** HOST:PORT, as an option's value. */
export function parseAddress(text: string): string {
  const [, host, port] = /^([^\s/]+):(\d{1,5})$/.exec(text) ?? [];
  if (!host || Number(port) > MAX_PORT)
    throw new InvalidArgumentError('Give HOST:PORT, such as 127.0.0.1:7600.');
  return text;
}

const UNITS_MS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 } as const;
const MAX_DURATION_MS = 24 * 3_600_000;

/** A duration such as `500ms`, `5s`, `1.5m` or `1h`, more than 0 and at most a day, in whole milliseconds. */
export function parseDuration(text: string): number {
  const [, number, unit] = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(text) ?? [];
  const value = Math.round(Number(number) * UNITS_MS[unit as keyof typeof UNITS_MS]);
  if (!(value >= 1 && value <= MAX_DURATION_MS))
    throw new InvalidArgumentError('Give a duration of at most a day, such as 500ms, 5s or 1m.');
  return value;
}

/** A whole number of at least 0, exact as a float64, as an option's value. */
export function parseSeed(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value))
    throw new InvalidArgumentError('Give a whole number from 0 to 9007199254740991.');
  return value;
}

/** Makes a parser for a list with commas of some of `names`, each given once. */
export function parseListOf<const Name extends string>(names: readonly Name[]): (text: string) => Name[] {
  return (text) => {
    const words = text.split(',').map((word) => word.trim());
    const unknown = words.find((word) => !names.includes(word as Name));
    if (unknown !== undefined) {
      throw new InvalidArgumentError(`"${unknown}" is none of ${names.join(', ')}.`);
    }
    if (new Set(words).size < words.length) throw new InvalidArgumentError('Name each once.');
    return words as Name[];
  };
}
