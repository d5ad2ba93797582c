/** Quantities as people read them: three or four digits that mean something, and a unit. */

export function countText(count: number): string {
  return Math.round(count).toLocaleString('en-US');
}

/** A loss or a metric, with four significant digits. */
export function scoreText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e6)) return value.toExponential(2);
  return size >= 1e4 ? countText(value) : String(Number(value.toPrecision(4)));
}

/** A share from 0 to 1, e.g. `98.1 %`. */
export function percentText(share: number, numDecimals = 1): string {
  return `${(share * 100).toFixed(numDecimals)} %`;
}

/** A time as a clock shows it: `42 s`, `3:10`, `1:02:03`, and days where hours say little. */
export function durationText(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole >= 100 * 3600) return whole < 1000 * 86_400 ? `${Math.round(whole / 86_400)} days` : 'years';
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  const rest = twoDigits(whole % 60);
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${twoDigits(minutes)}:${rest}`;
}

/** A short time, with up to three significant digits: `0.41 ms`, `31.2 ms`, `1.23 s`. */
export function briefText(seconds: number): string {
  const [value, unit] = seconds < 0.9995 ? [seconds * 1000, 'ms'] : [seconds, 's'];
  const numDecimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
  return `${value.toFixed(numDecimals)} ${unit}`;
}

export function bytesText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const value = bytes / 1000 ** power;
  return `${power === 0 ? value : value.toPrecision(3)} ${units[power]}`;
}

/** `1 worker`, `4 workers`. */
export function pluralText(count: number, noun: string): string {
  return `${countText(count)} ${noun}${count === 1 ? '' : 's'}`;
}
