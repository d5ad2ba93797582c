import { expect, it } from 'vitest';
import { createMetricsRecorder } from '../../../src/coordinator/record-metrics.ts';
import { createMetrics } from '../../../src/observe/metrics.ts';
import { stepRecord } from '../observe/samples.ts';

it('counts a straggler by its rank when it is found, and not again when it recovers', async () => {
  const metrics = createMetrics('coordinator');
  const recorder = createMetricsRecorder(metrics);
  const straggler = { workerId: 'c', rank: 2, seconds: 0.4, medianSeconds: 0.1 };
  const time = '2026-11-24T12:00:00.000Z';
  recorder.onEvent({ time, kind: 'straggler_found', ...straggler }, 0);
  recorder.onEvent({ time, kind: 'straggler_recovered', ...straggler }, 1);
  expect(await metrics.registry.metrics()).toContain('lockstep_stragglers_total{rank="2"} 1');
});

it("says how much of the newest step's all-reduce was hidden", async () => {
  const metrics = createMetrics('coordinator');
  const recorder = createMetricsRecorder(metrics);
  recorder.onStep({ ...stepRecord, hiddenShare: 0.75 }, 0, 0);
  recorder.onStep({ ...stepRecord, hiddenShare: 0.5 }, 0, 1);
  expect(await metrics.registry.metrics()).toContain('lockstep_all_reduce_hidden_ratio 0.5');
});
