import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export const PROMETHEUS_FOLDER = fileURLToPath(new URL('../../deploy/prometheus/', import.meta.url));
export const RULE_FILES = ['recording-rules.yaml', 'alerting-rules.yaml'] as const;

export interface Rule {
  readonly record?: string;
  readonly alert?: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface RuleGroup {
  readonly name: string;
  readonly rules: readonly Rule[];
}

export function readRuleGroups(): RuleGroup[] {
  return RULE_FILES.flatMap((file) => parse(readFileSync(PROMETHEUS_FOLDER + file, 'utf8')).groups);
}

export function readRules(): Rule[] {
  return readRuleGroups().flatMap(({ rules }) => rules);
}

/** The names that recording rules give. */
export function recordedNames(): ReadonlySet<string> {
  return new Set(readRules().flatMap(({ record }) => record ?? []));
}
