import type { MetricDefinition } from '../../src/observe/metric-definition.ts';
import { METRICS } from '../../src/observe/metrics-catalogue.ts';
import { selectorsOf } from './promql.ts';

/** What a scrape adds to every series. */
const TARGET_LABELS = ['job', 'instance', 'namespace', 'pod'];
/** What is served beside the catalogue: Prometheus' own and prom-client's for Node.js. */
const NOT_OURS = /^(up|process_\w+|nodejs_\w+|DCGM_FI_\w+)$/;

const series = new Map<string, MetricDefinition>(
  Object.values<MetricDefinition>(METRICS).flatMap((metric) =>
    metric.type === 'histogram'
      ? ['_bucket', '_sum', '_count'].map((ending) => [metric.name + ending, metric] as const)
      : [[metric.name, metric] as const],
  ),
);

/**
 * What a query asks for that no process serves: metrics that are neither in the catalogue nor among `recorded`, labels
 * that a metric has not, and values that a closed label never takes.
 */
export function unknownInQuery(query: string, recorded: ReadonlySet<string>): string[] {
  return selectorsOf(query).flatMap(({ metric, matchers }) => {
    if (recorded.has(metric) || NOT_OURS.test(metric)) return [];
    const definition = series.get(metric);
    if (!definition) return [metric];
    return matchers.flatMap(({ label, operator, value }) => {
      if (TARGET_LABELS.includes(label)) return [];
      const values = label === 'le' && metric.endsWith('_bucket') ? 'open' : definition.labels[label];
      if (values === undefined) return [`${metric}{${label}}`];
      if (values === 'open' || value.includes('$')) return [];
      const asked = operator.endsWith('~') ? value.split('|') : [value];
      return asked.filter((each) => !values.includes(each)).map((each) => `${metric}{${label}="${each}"}`);
    });
  });
}
