import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { MetricDefinition, MetricsProcess } from './metric-definition.ts';
import { METRICS } from './metrics-catalogue.ts';

type Catalogue = typeof METRICS;

/** The values that a metric's labels may take, known to the compiler. */
type LabelsOf<D extends MetricDefinition> = {
  readonly [L in keyof D['labels']]: D['labels'][L] extends readonly (infer V)[] ? V : string | number;
};

/** A labelled metric takes its labels first; a plain one takes the value alone. */
type Observer<D extends MetricDefinition, Value extends unknown[]> = keyof D['labels'] extends never
  ? (...value: Value) => void
  : (labels: LabelsOf<D>, ...value: Value) => void;

export interface CounterHandle<D extends MetricDefinition> {
  readonly inc: Observer<D, [value?: number]>;
}

export interface GaugeHandle<D extends MetricDefinition> {
  readonly set: Observer<D, [value: number]>;
  /** Forgets all series, so that a rank that is gone leaves none behind. */
  reset(): void;
}

export interface HistogramHandle<D extends MetricDefinition> {
  readonly observe: Observer<D, [value: number]>;
}

type HandleOf<D extends MetricDefinition> = D['type'] extends 'counter'
  ? CounterHandle<D>
  : D['type'] extends 'gauge'
    ? GaugeHandle<D>
    : HistogramHandle<D>;

/** The handles of one process's metrics, by their names in the catalogue. */
export type MetricHandles<P extends MetricsProcess> = {
  readonly [K in keyof Catalogue as Catalogue[K]['process'] extends P ? K : never]: HandleOf<Catalogue[K]>;
};

export type Metrics<P extends MetricsProcess> = MetricHandles<P> & { readonly registry: Registry };

/** Default metrics of prom-client that `promtool check metrics` rejects: gauges whose names end in `_total`. */
const REJECTED_DEFAULTS = [
  'nodejs_active_handles_total',
  'nodejs_active_requests_total',
  'nodejs_active_resources_total',
];

/** The metrics of Node.js alone, for a process that has none of its own. */
export function createNodeRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  for (const name of REJECTED_DEFAULTS) registry.removeSingleMetric(name);
  return registry;
}

/** Makes the metrics of a process, on a registry of their own, together with those of Node.js unless `ofNode` is false. */
export function createMetrics<P extends MetricsProcess>(process: P, { ofNode = true } = {}): Metrics<P> {
  const registry = ofNode ? createNodeRegistry() : new Registry();
  const entries = Object.entries<MetricDefinition>(METRICS)
    .filter(([, definition]) => definition.process === process)
    .map(([key, definition]) => [key, createHandle(definition, registry)]);
  return Object.freeze({ registry, ...Object.fromEntries(entries) }) as Metrics<P>;
}

/** Counters and histograms start at zero for every closed label value: a rate needs a first sample to start from. */
function createHandle(definition: MetricDefinition, registry: Registry): Counter | Gauge | Histogram {
  const { name, help, type, labels, buckets } = definition;
  const configuration = { name, help, labelNames: Object.keys(labels), registers: [registry] };
  if (type === 'gauge') return new Gauge(configuration);
  if (type === 'counter') {
    const counter = new Counter(configuration);
    for (const values of closedLabels(labels)) counter.inc(values, 0);
    return counter;
  }
  const histogram = new Histogram({ ...configuration, buckets: [...buckets!] });
  for (const values of closedLabels(labels)) histogram.zero(values);
  return histogram;
}

/** Every combination of label values; none where a label is open. */
function closedLabels(labels: MetricDefinition['labels']): Record<string, string>[] {
  return Object.entries(labels).reduce<Record<string, string>[]>(
    (combinations, [label, values]) =>
      values === 'open'
        ? []
        : combinations.flatMap((combination) => values.map((value) => ({ ...combination, [label]: value }))),
    [{}],
  );
}
