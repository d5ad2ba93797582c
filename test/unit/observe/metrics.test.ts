import { expect, test } from 'vitest';
import type { MetricDefinition, MetricsProcess } from '../../../src/observe/metric-definition.ts';
import { createMetrics } from '../../../src/observe/metrics.ts';
import { METRICS } from '../../../src/observe/metrics-catalogue.ts';
import { openMetricsText } from '../../../src/observe/open-metrics.ts';

test.each<MetricsProcess>(['coordinator', 'pool', 'worker'])(
  'a %s has its own metrics and no others',
  async (process) => {
    const { registry } = createMetrics(process);
    const ours = registry.getMetricsAsArray().filter(({ name }) => name.startsWith('lockstep_'));
    const catalogue = Object.values<MetricDefinition>(METRICS).filter(
      (definition) => definition.process === process,
    );
    expect(ours.map(({ name }) => name).sort()).toEqual(catalogue.map(({ name }) => name).sort());
  },
);

test('two processes in one program do not share series', async () => {
  const [first, second] = [createMetrics('coordinator'), createMetrics('coordinator')];
  first.samples.inc(64);
  expect(await first.registry.metrics()).toContain('lockstep_samples_total 64');
  expect(await second.registry.metrics()).toContain('lockstep_samples_total 0');
});

test('a counter shows zero for every value of its labels before anything happened', async () => {
  const { registry, aborts } = createMetrics('coordinator');
  aborts.inc({ reason: 'member_lost' });
  const text = await registry.metrics();
  expect(text).toContain('lockstep_aborts_total{reason="member_lost"} 1');
  expect(text).toContain('lockstep_aborts_total{reason="timeout"} 0');
  expect(text).toContain('lockstep_checkpoint_seconds_count{part="stall"} 0');
});

test('a labelled gauge shows nothing until it is set, and nothing after a reset', async () => {
  const { registry, heartbeatAgeSeconds } = createMetrics('coordinator');
  expect(await registry.metrics()).not.toContain('lockstep_heartbeat_age_seconds{');
  heartbeatAgeSeconds.set({ rank: 3 }, 0.5);
  expect(await registry.metrics()).toContain('lockstep_heartbeat_age_seconds{rank="3"} 0.5');
  heartbeatAgeSeconds.reset();
  expect(await registry.metrics()).not.toContain('lockstep_heartbeat_age_seconds{');
});

test('no gauge has a name that ends like a counter', async () => {
  const text = await createMetrics('worker').registry.metrics();
  expect(text.match(/^# TYPE \S+_total gauge$/gm)).toBeNull();
  expect(text).toContain('process_cpu_seconds_total');
});

test('OpenMetrics names families of counters without `_total`, keeps it on samples, and ends with a mark', async () => {
  const { registry, samples } = createMetrics('coordinator');
  samples.inc(3);
  const text = openMetricsText(await registry.metrics());
  expect(text).toContain('# TYPE lockstep_samples counter\nlockstep_samples_total 3\n');
  expect(text).toContain('# HELP lockstep_samples Training');
  expect(text).not.toMatch(/^$\n/m);
  expect(text.endsWith('\n# EOF\n')).toBe(true);
  expect(await registry.metrics()).toContain('# TYPE lockstep_samples_total counter');
});
