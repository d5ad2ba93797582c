import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';
import { LockstepError } from '../core/errors.ts';
import { openMetricsText } from './open-metrics.ts';

export interface MetricsServerOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly registry: Pick<Registry, 'metrics'>;
  /** Null when the process can do its work, else the reason why not. */
  readonly notReady: () => string | null;
  /** Makes the server that answers; plain HTTP without it. */
  readonly createServer?: ((handle: http.RequestListener) => http.Server) | undefined;
  /** Called before metrics are collected, to bring those up to date that change by the clock alone. */
  readonly onScrape?: (() => void) | undefined;
}

export interface MetricsServer {
  readonly host: string;
  readonly port: number;
  /** Resolves when nothing listens and no connection is left. */
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

const PLAIN = 'text/plain; charset=utf-8';
const PROMETHEUS = 'text/plain; version=0.0.4; charset=utf-8';
const OPEN_METRICS = 'application/openmetrics-text; version=1.0.0; charset=utf-8';

/** A scraper or two and a probe need few; more is a mistake or an attack. */
const NUM_CONNECTIONS = 64;

/**
 * Serves `/metrics`, `/livez` and `/readyz` over HTTP or what `createServer` makes of it.
 * Throws PORT_TAKEN when the address is in use and IO_FAILED when it cannot be listened on.
 */
export async function startMetricsServer(options: MetricsServerOptions): Promise<MetricsServer> {
  const { createServer = http.createServer } = options;
  const server = createServer(async (request, response) => {
    const { status, contentType, body } = await answer(request, options);
    response.writeHead(status, { 'content-type': contentType, 'cache-control': 'no-store' }).end(body);
  });
  server.maxConnections = NUM_CONNECTIONS;
  await listen(server, options);
  const { port } = server.address() as AddressInfo;
  return { host: options.host, port, close: () => close(server) };
}

async function answer(request: http.IncomingMessage, options: MetricsServerOptions): Promise<Answer> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'Only GET is answered here.');
  switch (request.url?.split('?')[0]) {
    case '/metrics':
      return await metrics(request.headers.accept ?? '', options);
    case '/livez':
      return plain(200, 'alive');
    case '/readyz': {
      const reason = options.notReady();
      return reason === null ? plain(200, 'ready') : plain(503, reason);
    }
    default:
      return plain(404, 'There are /metrics, /livez and /readyz here.');
  }
}

async function metrics(accept: string, { registry, onScrape }: MetricsServerOptions): Promise<Answer> {
  try {
    onScrape?.();
    const body = await registry.metrics();
    return accept.includes('application/openmetrics-text')
      ? { status: 200, contentType: OPEN_METRICS, body: openMetricsText(body) }
      : { status: 200, contentType: PROMETHEUS, body };
  } catch (error) {
    return plain(
      500,
      `The metrics could not be collected: ${error instanceof Error ? error.message : error}`,
    );
  }
}

function plain(status: number, text: string): Answer {
  return { status, contentType: PLAIN, body: `${text}\n` };
}

function listen(server: http.Server, { host, port }: MetricsServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)));
    server.listen({ host, port }, resolve);
  });
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): LockstepError {
  if (error.code === 'EADDRINUSE') {
    const advice = 'Stop what listens there, choose another port, or 0 for a free one.';
    return new LockstepError(
      'PORT_TAKEN',
      `Metrics cannot listen on ${host}:${port}: it is in use. ${advice}`,
    );
  }
  return new LockstepError('IO_FAILED', `Metrics cannot listen on ${host}:${port}: ${error.message}.`);
}

function close(server: http.Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
