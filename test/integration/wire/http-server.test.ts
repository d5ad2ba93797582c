import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AccessRecord } from '../../../src/core/access/access-record.ts';
import type { Identity } from '../../../src/core/access/identity.ts';
import { createMetrics } from '../../../src/observe/metrics.ts';
import { startMetricsServer } from '../../../src/observe/metrics-server.ts';
import {
  type CertificateAuthority,
  createCertificateAuthority,
} from '../../../src/wire/certificate-authority.ts';
import { type Credentials, openCredentials } from '../../../src/wire/credentials.ts';
import { createHttpServer } from '../../../src/wire/http-server.ts';
import { days, writeCertificate } from './trial-certificates.ts';

const authority = await createCertificateAuthority(days(-1, 1));
const stranger = await createCertificateAuthority(days(-1, 1));

let credentials: Credentials;
let server: ReturnType<typeof createHttpServer>;
const audit: AccessRecord[] = [];
const handled: string[] = [];

beforeAll(async () => {
  const identity: Identity = { kind: 'coordinator', name: 'c1' };
  credentials = await openCredentials({ files: await writeCertificate({ authority, identity }) });
  server = createHttpServer({
    credentials,
    audit: (record) => audit.push(record),
    handle: (request, response) => {
      handled.push(request.url!);
      response.end();
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => {
  audit.length = 0;
  handled.length = 0;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
  credentials.close();
});

async function statusOf(
  path: string,
  client: { identity?: Identity; issuer?: CertificateAuthority; port?: number } = {},
): Promise<number> {
  const { identity, issuer = authority, port = (server.address() as AddressInfo).port } = client;
  const own = identity && (await issuer.issue(identity, days(-1, 1)));
  return await new Promise((resolve, reject) => {
    const options: https.RequestOptions = {
      ...{ host: '127.0.0.1', port, path, agent: false, ca: authority.certificate },
      ...(own && { cert: own.certificate, key: own.key }),
      checkServerIdentity: () => undefined,
    };
    https
      .get(options, (response) => {
        response.resume();
        resolve(response.statusCode!);
      })
      .on('error', reject);
  });
}

test('an operator reads, and the audit log says so', async () => {
  expect(await statusOf('/metrics?x=1', { identity: { kind: 'operator', name: 'ann', role: 'read' } })).toBe(
    200,
  );
  expect(handled).toEqual(['/metrics?x=1']);
  expect(audit).toMatchObject([{ method: 'GET /metrics', decision: 'allowed' }]);
});

test('without a certificate, or with one of a stranger, there are the paths of probes and nothing else', async () => {
  expect(await statusOf('/livez')).toBe(200);
  expect(await statusOf('/readyz')).toBe(200);
  expect(audit).toEqual([]);
  expect(await statusOf('/metrics')).toBe(401);
  const eve: Identity = { kind: 'operator', name: 'eve', role: 'operate' };
  expect(await statusOf('/', { identity: eve, issuer: stranger })).toBe(401);
  expect(handled).toEqual(['/livez', '/readyz']);
  expect(audit).toMatchObject([{ code: 'UNAUTHENTICATED' }, { code: 'UNAUTHENTICATED' }]);
});

test('a worker is known and may not', async () => {
  expect(await statusOf('/metrics', { identity: { kind: 'worker', name: 'w1' } })).toBe(403);
  expect(handled).toEqual([]);
});

test('metrics are served over TLS to those who may read', async () => {
  const { registry } = createMetrics('coordinator');
  const metrics = await startMetricsServer({
    ...{ host: '127.0.0.1', port: 0, registry, notReady: () => null },
    createServer: (handle) =>
      createHttpServer({ handle, credentials, audit: (record) => audit.push(record) }),
  });
  try {
    const reader: Identity = { kind: 'operator', name: 'ann', role: 'read' };
    expect(await statusOf('/metrics', { identity: reader, port: metrics.port })).toBe(200);
    expect(await statusOf('/metrics', { port: metrics.port })).toBe(401);
    expect(await statusOf('/readyz', { port: metrics.port })).toBe(200);
  } finally {
    await metrics.close();
  }
});

test('plain HTTP gets no answer from a TLS port', async () => {
  const { port } = server.address() as AddressInfo;
  await expect(fetch(`http://127.0.0.1:${port}/livez`)).rejects.toThrow();
  expect(handled).toEqual([]);
});
