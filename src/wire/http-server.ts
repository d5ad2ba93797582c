import http from 'node:http';
import https from 'node:https';
import { type AccessRecord, accessRecord } from '../core/access/access-record.ts';
import { type Decision, decideRole } from '../core/access/decide-access.ts';
import { pathRole } from '../core/access/method-access.ts';
import type { Credentials } from './credentials.ts';
import { requestIdentity } from './peer-identity.ts';

export interface HttpServerOptions {
  readonly handle: http.RequestListener;
  /** Null serves plain HTTP, without any question; see `requireSafeListen`. */
  readonly credentials: Credentials | null;
  readonly audit: (record: AccessRecord) => void;
  /** Milliseconds since 1970. */
  readonly nowMs?: (() => number) | undefined;
}

/** Browsers and scrapers do not all speak TLS 1.3. */
const MIN_TLS_VERSION = 'TLSv1.2';

/**
 * An HTTP server that does not listen yet. With credentials it speaks TLS alone, takes up new certificates, and asks
 * for a client certificate: without one of an operator there are only the paths of probes.
 */
export function createHttpServer(options: HttpServerOptions): http.Server {
  const { credentials, handle } = options;
  if (credentials === null) return http.createServer(handle);
  const context = (): https.ServerOptions => {
    const { ca, certificate, key } = credentials.current();
    return { ca, cert: certificate, key, minVersion: MIN_TLS_VERSION };
  };
  const server = https.createServer({ ...context(), requestCert: true, rejectUnauthorized: false });
  server.on('request', (request, response) => {
    const decision = decide(request, options);
    if (decision.isAllowed) handle(request, response);
    else refuse(response, decision);
  });
  const forget = credentials.onReload(() => server.setSecureContext(context()));
  server.once('close', forget);
  return server;
}

function decide(request: http.IncomingMessage, { audit, nowMs = Date.now }: HttpServerOptions): Decision {
  const path = request.url?.split('?')[0] ?? '';
  const needed = pathRole(path);
  const identity = requestIdentity(request, nowMs());
  const decision = decideRole(identity, needed);
  const { remoteAddress, remotePort } = request.socket;
  const question = { method: `${request.method} ${path}`, identity };
  if (needed !== null) audit(accessRecord(question, `${remoteAddress}:${remotePort}`, decision));
  return decision;
}

const STATUS_CODES = { UNAUTHENTICATED: 401, PERMISSION_DENIED: 403, FAILED_PRECONDITION: 409 } as const;

function refuse(response: http.ServerResponse, decision: Decision & { isAllowed: false }): void {
  response.writeHead(STATUS_CODES[decision.code], { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${decision.reason}\n`);
}
