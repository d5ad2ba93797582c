// Writes Grafana's dashboards, and the rules for Prometheus as the operator's resource; with --check says what is stale.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { buildDashboard } from './dashboards/build-dashboard.mjs';
import { training } from './dashboards/training.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const RULES = ['recording-rules.yaml', 'alerting-rules.yaml'];

function generate() {
  return {
    'deploy/grafana/dashboards/lockstep-training.json': `${JSON.stringify(buildDashboard(training), null, 2)}\n`,
    'deploy/prometheus/prometheus-rule.yaml': prometheusRule(),
  };
}

function prometheusRule() {
  const groups = RULES.flatMap((file) => parse(read(`deploy/prometheus/${file}`)).groups);
  const resource = {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: { name: 'lockstep', namespace: 'lockstep-system' },
    spec: { groups },
  };
  return `# Written by scripts/generate-monitoring.mjs from the files beside it.\n${stringify(resource, { lineWidth: 0 })}`;
}

function read(file) {
  try {
    return readFileSync(path.join(root, file), 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return '';
    throw error;
  }
}

for (const [file, text] of Object.entries(generate())) {
  if (read(file) === text) continue;
  if (process.argv.includes('--check')) {
    console.error(`${file}: not what its sources give; run npm run generate`);
    process.exitCode = 1;
  } else {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
}
