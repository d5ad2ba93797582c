import { COORDINATOR_METRICS } from './coordinator-metrics.ts';
import type { MetricDefinition } from './metric-definition.ts';
import { POOL_METRICS } from './pool-metrics.ts';
import { WORKER_METRICS } from './worker-metrics.ts';

/** Every metric of Lockstep, by the name of its handle. `docs/metrics.md` shows this table. */
export const METRICS = { ...COORDINATOR_METRICS, ...POOL_METRICS, ...WORKER_METRICS } as const;

/** The catalogue as a Markdown table, for `docs/metrics.md`. */
export function metricsTable(): string {
  const rows = Object.values<MetricDefinition>(METRICS).map(
    ({ name, type, process, labels, help }) =>
      `| \`${name}\` | ${type} | ${process} | ${describeLabels(labels)} | ${help} |`,
  );
  return ['| name | type | process | labels | meaning |', '|---|---|---|---|---|', ...rows].join('\n');
}

function describeLabels(labels: MetricDefinition['labels']): string {
  const described = Object.entries(labels).map(([label, values]) =>
    values === 'open' ? `\`${label}\`` : `\`${label}\`: ${values.join(', ')}`,
  );
  return described.join('; ');
}
