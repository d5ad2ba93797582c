import { expect, it } from 'vitest';
import { prometheusMissing, promtool } from '../../setup/prometheus-programs.ts';
import { PROMETHEUS_FOLDER, RULE_FILES } from '../../setup/rule-files.ts';

it('rules are valid for Prometheus', async (context) => {
  if (prometheusMissing) return context.skip(prometheusMissing);
  expect(await promtool(['check', 'rules', ...RULE_FILES], PROMETHEUS_FOLDER)).toMatchObject({ exitCode: 0 });
});

it('every alert fires in its case and not in the one beside it', async (context) => {
  if (prometheusMissing) return context.skip(prometheusMissing);
  const { exitCode, output } = await promtool(['test', 'rules', 'rules.test.yaml'], PROMETHEUS_FOLDER);
  expect(output).toContain('SUCCESS');
  expect(exitCode).toBe(0);
});

it('the configuration for one machine is valid and finds its rules', async (context) => {
  if (prometheusMissing) return context.skip(prometheusMissing);
  const { exitCode, output } = await promtool(['check', 'config', 'prometheus.yaml'], PROMETHEUS_FOLDER);
  expect(output).toContain('2 rule files found');
  expect(exitCode).toBe(0);
});
