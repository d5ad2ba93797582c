import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { unknownInQuery } from '../../setup/catalogue-check.ts';
import { PROMETHEUS_FOLDER, readRules, recordedNames } from '../../setup/rule-files.ts';

const operations = readFileSync(new URL('../../../docs/operations.md', import.meta.url), 'utf8');
const rules = readRules();
const alerts = rules.flatMap((rule) => (rule.alert ? [{ ...rule, alert: rule.alert }] : []));
const recorded = recordedNames();

describe('rules for Prometheus', () => {
  it.each(rules.map((rule) => [rule.record ?? rule.alert!, rule.expr]))(
    '%s asks only for metrics, labels and values that are served',
    (_, query) => {
      expect(unknownInQuery(query, recorded)).toEqual([]);
    },
  );

  it('notices what is not served', () => {
    expect(unknownInQuery('lockstep_steps', recorded)).toEqual(['lockstep_steps']);
    expect(unknownInQuery('lockstep_step{phase="data"}', recorded)).toEqual(['lockstep_step{phase}']);
    expect(unknownInQuery('sum(lockstep_job_state{state=~"running|done"})', recorded)).toEqual([
      'lockstep_job_state{state="done"}',
    ]);
    expect(() => unknownInQuery('rate(lockstep_step[5m]', recorded)).toThrow('cannot be parsed');
  });

  it('give each series and each alert a name of its own', () => {
    const names = rules.flatMap(({ record }) => record ?? []);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(alerts.map(({ alert }) => alert)).size).toBe(alerts.length);
  });
});

describe('alerts', () => {
  it.each(alerts.map((rule) => [rule.alert, rule]))(
    '%s has a section in the runbook and says so',
    (name, rule) => {
      expect(operations.split('\n')).toContain(`### ${name}`);
      expect(rule.annotations).toMatchObject({ runbook: `docs/operations.md#${name.toLowerCase()}` });
      expect(['critical', 'warning']).toContain(rule.labels?.severity);
      expect(rule.annotations?.summary).toContain('{{ $labels.');
    },
  );

  it('are all that the runbook has sections for', () => {
    const sections = [...operations.matchAll(/^### (Lockstep\w+)$/gm)].map(([, name]) => name);
    expect(sections.toSorted()).toEqual(alerts.map(({ alert }) => alert).toSorted());
  });

  it('each fire in one test case and do not in another place or time', () => {
    const { tests } = parse(readFileSync(`${PROMETHEUS_FOLDER}rules.test.yaml`, 'utf8'));
    const cases = tests.flatMap((test: { alert_rule_test: unknown[] }) => test.alert_rule_test);
    const firing = cases.filter((each: { exp_alerts: unknown[] }) => each.exp_alerts.length > 0);
    const names = new Set(firing.map((each: { alertname: string }) => each.alertname));
    expect([...names].toSorted()).toEqual(alerts.map(({ alert }) => alert).toSorted());
  });
});
