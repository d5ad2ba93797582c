import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { MetricDefinition } from '../../../src/observe/metric-definition.ts';
import { METRICS, metricsTable } from '../../../src/observe/metrics-catalogue.ts';

const DOC = fileURLToPath(new URL('../../../docs/metrics.md', import.meta.url));
const definitions = Object.values<MetricDefinition>(METRICS);

test('docs/metrics.md shows the catalogue; `npx vitest run test/unit/observe/metrics-catalogue.test.ts -u` rewrites it', async () => {
  const doc = fs.readFileSync(DOC, 'utf8');
  const section = /(<!-- metrics:begin -->\n)[\s\S]*?(<!-- metrics:end -->)/;
  expect(doc).toMatch(section);
  const expected = doc.replace(
    section,
    (_, begin: string, end: string) => `${begin}\n${metricsTable()}\n\n${end}`,
  );
  await expect(expected).toMatchFileSnapshot(DOC);
});

test('every metric that the page names is in the catalogue', () => {
  const names = new Set(definitions.map(({ name }) => name));
  const named = fs.readFileSync(DOC, 'utf8').match(/lockstep_[a-z_]+[a-z]/g)!;
  const unknown = named.filter(
    (name) => !names.has(name) && !names.has(name.replace(/_(sum|count|bucket)$/, '')),
  );
  expect(unknown).toEqual([]);
});

test('names follow the rules of Prometheus: a prefix, units last, `_total` on counters and on nothing else', () => {
  const names = definitions.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, type, process, buckets } of definitions) {
    expect(name).toMatch(
      process === 'worker' ? /^lockstep_worker_[a-z_]+$/ : /^lockstep_(?!worker_)[a-z_]+$/,
    );
    expect(name.endsWith('_total')).toBe(type === 'counter');
    expect(name).not.toMatch(/_(seconds|bytes|ratio)_(?!total$)/);
    expect(buckets !== undefined).toBe(type === 'histogram');
    expect([...(buckets ?? [])].sort((a, b) => a - b)).toEqual([...(buckets ?? [])]);
  }
});
