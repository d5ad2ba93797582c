import { Gauge } from 'prom-client';
import { afterEach, expect, test } from 'vitest';
import { createMetrics } from '../../../src/observe/metrics.ts';
import { type MetricsServer, startMetricsServer } from '../../../src/observe/metrics-server.ts';

let server: MetricsServer | undefined;
afterEach(() => server?.close());

async function start(options: { notReady?: () => string | null; onScrape?: () => void; port?: number } = {}) {
  const { registry } = createMetrics('worker');
  const { notReady = () => null, onScrape, port = 0 } = options;
  return await startMetricsServer({ host: '127.0.0.1', port, registry, notReady, onScrape });
}

test('serves the text format by default and OpenMetrics to those who accept it', async () => {
  server = await start();
  const url = `http://127.0.0.1:${server.port}/metrics`;
  const text = await fetch(url);
  expect(text.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(await text.text()).toContain('# TYPE lockstep_worker_samples_total counter');
  const open = await fetch(url, {
    headers: { accept: 'application/openmetrics-text; version=1.0.0,text/plain;q=0.5' },
  });
  expect(open.headers.get('content-type')).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8');
  expect((await open.text()).endsWith('# EOF\n')).toBe(true);
});

test('is alive at once, and ready or not with the reason', async () => {
  let reason: string | null = 'needs 2 workers, 1 ready';
  server = await start({ notReady: () => reason });
  const url = `http://127.0.0.1:${server.port}`;
  expect((await fetch(`${url}/livez`)).status).toBe(200);
  const before = await fetch(`${url}/readyz`);
  expect([before.status, await before.text()]).toEqual([503, 'needs 2 workers, 1 ready\n']);
  reason = null;
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
});

test('answers other paths and methods with an error', async () => {
  server = await start();
  const url = `http://127.0.0.1:${server.port}`;
  expect((await fetch(`${url}/secrets`)).status).toBe(404);
  expect((await fetch(`${url}/metrics`, { method: 'POST', body: 'x' })).status).toBe(405);
});

test('says so when the metrics cannot be collected, and goes on', async () => {
  let broken = true;
  server = await start({
    onScrape: () => {
      if (broken) throw new Error('no clock');
    },
  });
  const url = `http://127.0.0.1:${server.port}/metrics`;
  const failed = await fetch(url);
  expect([failed.status, await failed.text()]).toEqual([
    500,
    'The metrics could not be collected: no clock\n',
  ]);
  broken = false;
  expect((await fetch(url)).status).toBe(200);
});

test('names the address that is taken', async () => {
  server = await start();
  const second = start({ port: server.port });
  await expect(second).rejects.toMatchObject({ code: 'PORT_TAKEN' });
  await expect(second).rejects.toThrow(`127.0.0.1:${server.port}`);
});

test('close ends connections, also one that waits for an answer', async () => {
  const { registry } = createMetrics('worker');
  const own = await startMetricsServer({ host: '127.0.0.1', port: 0, registry, notReady: () => null });
  const url = `http://127.0.0.1:${own.port}`;
  const asked = new Promise<void>((resolve) => {
    const collect = () => new Promise<void>(() => resolve());
    new Gauge({ name: 'endless', help: 'Never collected.', registers: [registry], collect });
  });
  const answer = fetch(`${url}/metrics`);
  const refused = expect(answer).rejects.toThrow();
  await asked;
  await own.close();
  await refused;
  await expect(fetch(`${url}/livez`)).rejects.toThrow();
});
