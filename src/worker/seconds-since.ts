import { performance } from 'node:perf_hooks';

/** Seconds since `began`, a reading of `performance.now()`. */
export function secondsSince(began: number): number {
  return (performance.now() - began) / 1000;
}
