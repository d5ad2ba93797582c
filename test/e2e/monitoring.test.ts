import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { filledIn, queriesOf, readDashboards } from '../setup/dashboard-files.ts';
import { freePort } from '../setup/nats-server.ts';
import { prometheusMissing, promtool } from '../setup/prometheus-programs.ts';
import { startPrometheus } from '../setup/prometheus-server.ts';
import { selectorsOf } from '../setup/promql.ts';
import { PROMETHEUS_FOLDER, RULE_FILES, readRules } from '../setup/rule-files.ts';
import { copyExample, startLockstep, temporaryFolder } from './lockstep-process.ts';
import { listeningPorts } from './worker-metric.ts';

/** Longer than the test takes, whatever the machine; it is interrupted. */
const MANY_EPOCHS = ['epochs: 10', 'epochs: 100000'] as const;
/** Series that a run without a straggler does not have. */
const NOT_IN_A_GOOD_RUN = 'lockstep_stragglers_total';

it('every query of the dashboards and rules has data from a run that Prometheus scrapes', async (context) => {
  if (prometheusMissing) return context.skip(prometheusMissing);
  const folder = await temporaryFolder();
  const port = await freePort();
  const job = await copyExample('digits', folder, { job: MANY_EPOCHS });
  const run = startLockstep(
    'run',
    job,
    '--runs',
    `${folder}/runs`,
    '--workers',
    '2',
    '--http-port',
    `${port}`,
  );
  onTestFinished(async () => {
    run.interrupt();
    await run.ended;
  });
  const coordinator = `127.0.0.1:${port}`;
  const workers = await until(async () => {
    const found = await workerAddresses(await run.processes());
    return found.length === 2 ? found : null;
  });
  const graphics = await serveGraphicsMetrics();
  const prometheus = await startPrometheus({
    folder,
    ruleFiles: RULE_FILES.map((name) => PROMETHEUS_FOLDER + name),
    targets: { 'lockstep-coordinator': [coordinator], 'lockstep-worker': workers, dcgm: [graphics] },
  });
  onTestFinished(() => prometheus.stop());

  let withoutData = wantedQueries();
  await until(async () => {
    const counts = await Promise.all(withoutData.map(prometheus.count));
    withoutData = withoutData.filter((_, index) => counts[index] === 0);
    return withoutData.length === 0 || null;
  }, 45_000).catch(() => {});
  expect(withoutData).toEqual([]);

  const { groups } = await prometheus.ask<{ groups: { rules: { name: string; health: string }[] }[] }>(
    'rules',
  );
  const unwell = groups.flatMap(({ rules }) => rules).filter(({ health }) => health !== 'ok');
  expect(unwell).toEqual([]);
  // Those that judge the speed of the machine are let be.
  const { alerts } = await prometheus.ask<{ alerts: { state: string; labels: { alertname: string } }[] }>(
    'alerts',
  );
  const firing = alerts.filter(({ state }) => state === 'firing').map(({ labels }) => labels.alertname);
  expect(firing.filter((name) => !/Straggler|Goodput/.test(name))).toEqual([]);
  for (const address of [coordinator, ...workers]) {
    const page = await (await fetch(`http://${address}/metrics`)).text();
    expect(await promtool(['check', 'metrics'], folder, page)).toEqual({ exitCode: 0, output: '' });
  }
}, 120_000);

/** Each query of a panel, of a variable and of a recording rule, and each series that an alert looks at. */
function wantedQueries(): string[] {
  const dashboards = readDashboards();
  const variables = dashboards.flatMap(({ templating }) =>
    templating.list.flatMap(({ query }) => {
      const text = (query as { query?: string }).query ?? '';
      return /^label_values\((.*), \w+\)$/.exec(text)?.slice(1).map(filledIn) ?? [];
    }),
  );
  const rules = readRules().flatMap(({ record, expr }) =>
    record ? [record] : selectorsOf(expr).map(({ metric }) => metric),
  );
  const panels = dashboards.flatMap(queriesOf).map(([, query]) => query);
  const wanted = [...new Set([...panels, ...variables, ...rules])];
  return wanted.filter((query) => query !== NOT_IN_A_GOOD_RUN);
}

async function workerAddresses(pids: readonly number[]): Promise<string[]> {
  const ports = (await Promise.all(pids.map(listeningPorts))).flat();
  const addresses = [...new Set(ports)].map((port) => `127.0.0.1:${port}`);
  const pages = await Promise.all(
    addresses.map(async (address) => {
      // Some of the ports speak gRPC.
      const response = await fetch(`http://${address}/metrics`).catch(() => null);
      return response?.ok ? response.text() : '';
    }),
  );
  return addresses.filter((_, index) => pages[index]!.includes('lockstep_worker_info{'));
}

/** What NVIDIA's exporter says of a GPU, for machines that have none. */
async function serveGraphicsMetrics(): Promise<string> {
  const names = ['GPU_UTIL', 'FB_USED', 'POWER_USAGE', 'GPU_TEMP'];
  const page = names.map(
    (name) => `# TYPE DCGM_FI_DEV_${name} gauge\nDCGM_FI_DEV_${name}{gpu="0",Hostname="node"} 40\n`,
  );
  const server = createServer((_, response) => response.end(page.join('')));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function until<T>(probe: () => Promise<T | null>, limitMs = 60_000): Promise<T> {
  for (const begin = Date.now(); Date.now() - begin < limitMs; await sleep(500)) {
    const found = await probe();
    if (found !== null) return found;
  }
  throw new Error('it did not come');
}
