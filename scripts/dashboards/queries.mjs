// Pieces of queries. The dashboard's variables choose the coordinator and the workers of one job.

/** Series of the job's coordinator. */
export const C = '{instance=~"$coordinator"}';
/** Series of the job's workers. */
export const W = '{instance=~"$worker"}';
/** Series of all of its processes. */
export const ALL = '{instance=~"$coordinator|$worker"}';

export const coordinator = (matcher) => `{instance=~"$coordinator", ${matcher}}`;
export const worker = (matcher) => `{instance=~"$worker", ${matcher}}`;
export const rate = (series) => `rate(${series}[$__rate_interval])`;

/** Of what a histogram of the coordinator counted in the last minutes. */
export const quantile = (q, metric) => `histogram_quantile(${q}, ${rate(`${metric}_bucket${C}`)})`;
export const mean = (metric) => `${rate(`${metric}_sum${C}`)} / ${rate(`${metric}_count${C}`)}`;

/** Share of the time in which training stood still. */
export const LOST = `${rate(`lockstep_recovery_seconds_sum${C}`)} + ignoring (part) ${rate(
  `lockstep_checkpoint_seconds_sum${coordinator('part="stall"')}`,
)}`;
