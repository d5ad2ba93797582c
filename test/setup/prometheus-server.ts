import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringify } from 'yaml';
import { freePort } from './nats-server.ts';
import { PROMETHEUS } from './prometheus-programs.ts';

export interface PrometheusOptions {
  /** Where its configuration and its data go; must be there. */
  readonly folder: string;
  readonly ruleFiles: readonly string[];
  /** Addresses to scrape every second, by scrape job. */
  readonly targets: Readonly<Record<string, readonly string[]>>;
}

export interface PrometheusServer {
  /** What the HTTP API answers to a GET, such as 'query'. Throws with its error. */
  ask<T>(endpoint: string, parameters?: Readonly<Record<string, string>>): Promise<T>;
  /** The number of series that a query gives now. */
  count(query: string): Promise<number>;
  stop(): Promise<void>;
}

/** A real Prometheus on a port of its own. */
export async function startPrometheus(options: PrometheusOptions): Promise<PrometheusServer> {
  const { folder, ruleFiles, targets } = options;
  const port = await freePort();
  const config = path.join(folder, 'prometheus.yaml');
  await writeFile(
    config,
    stringify({
      global: { scrape_interval: '1s', scrape_timeout: '1s', evaluation_interval: '1s' },
      rule_files: ruleFiles,
      scrape_configs: Object.entries(targets).map(([name, addresses]) => ({
        job_name: name,
        static_configs: [{ targets: addresses }],
      })),
    }),
  );
  const child = spawn(
    PROMETHEUS!,
    [
      `--config.file=${config}`,
      `--storage.tsdb.path=${path.join(folder, 'tsdb')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--log.level=error',
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.removeListener('exit', end));
  const url = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${url}/-/ready`).catch(() => null))?.ok) {
    if (child.exitCode !== null) throw new Error(`prometheus ended with status ${child.exitCode}`);
    await sleep(50);
  }
  const ask = async <T>(endpoint: string, parameters = {}): Promise<T> => {
    const response = await fetch(`${url}/api/v1/${endpoint}?${new URLSearchParams(parameters)}`);
    const answer = (await response.json()) as { status: string; error?: string; data: T };
    if (answer.status !== 'success') throw new Error(`${JSON.stringify(parameters)}: ${answer.error}`);
    return answer.data;
  };
  return {
    ask,
    count: async (query) => (await ask<{ result: unknown[] }>('query', { query })).result.length,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
