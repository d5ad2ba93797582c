import { expect, test } from 'vitest';
import { benchRecord } from '../../../bench/bench-record.ts';
import { performanceChart } from '../../../bench/chart.ts';
import { figuresOf } from '../../../bench/publish.ts';
import type { BenchResults } from '../../../bench/results.ts';

const machine = {
  ...{ cpu: 'A <fast> & small CPU', numCores: 2, memoryGigabytes: 4, system: 'linux', load: 0.1 },
  ...{ node: 'v20.0.0', torch: '2.0' },
};

function recordOf(name: string, ours: number) {
  const rounds = [{ ours, peer: 100 }];
  return benchRecord({ name, unit: 'samples/s', better: 'more', against: 'PyTorch', rounds });
}

const results: BenchResults = {
  ...{ date: '2026-01-02', machine },
  records: [
    recordOf('mlp-1-rank', 95),
    recordOf('cnn-1-rank', 80),
    recordOf('a-figure-without-a-target', 50),
  ],
  failures: [{ name: 'joiner', problem: 'ended with exit code 1' }],
};

test('says of each target whether it is reached, missed or not measured, and which benchmark failed', () => {
  const text = figuresOf(results);
  expect(text).toMatch(/MLP, one rank \| at least 0.9 x \| 0.95 x .* reached \|/);
  expect(text).toMatch(/CNN, one rank \| at least 1 x \| 0.80 x .* \*\*missed\*\* \|/);
  expect(text).toMatch(/CNN, two ranks \| at least 1.25 x \| not measured/);
  expect(text).toContain('`a-figure-without-a-target` | 50.0 samples/s | 100 samples/s | 0.50 x | PyTorch');
  expect(text).toContain('`joiner` failed: ended with exit code 1.');
});

test('draws a bar for each ratio that has a target, in colours for light and dark, as well-formed text', () => {
  const svg = performanceChart(results);
  expect(svg.match(/<rect class="bar/g)).toHaveLength(2);
  expect(svg.match(/<rect class="bar missed/g)).toHaveLength(1);
  expect(svg).toContain('prefers-color-scheme: dark');
  expect(svg).toContain('A &lt;fast&gt; &amp; small CPU');
});
