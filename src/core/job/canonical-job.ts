import type { JobSpec } from './job-spec.ts';

/** The job as JSON with sorted keys and no spaces: equal jobs give equal texts, so a hash of it identifies the job. */
export function canonicalJob(job: JobSpec): string {
  return canonicalJson(job);
}

function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}
