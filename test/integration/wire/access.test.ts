import { connect } from 'node:tls';
import { Client, credentials as grpcCredentials } from '@grpc/grpc-js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Identity } from '../../../src/core/access/identity.ts';
import type { JobGrant } from '../../../src/core/access/job-grant.ts';
import { createCertificateAuthority } from '../../../src/wire/certificate-authority.ts';
import { type Credentials, openCredentials, TLS_CHANNEL_OPTIONS } from '../../../src/wire/credentials.ts';
import { createSigningKey, createTokenIssuer, jobTokenMetadata } from '../../../src/wire/job-tokens.ts';
import {
  type Call,
  type GuardedServer,
  outcomeOf,
  outcomeOver,
  startGuardedServer,
} from './guarded-server.ts';
import { days, writeCertificate } from './trial-certificates.ts';

const authority = await createCertificateAuthority(days(-2, 2));
const stranger = await createCertificateAuthority(days(-2, 2));
const key = await createSigningKey();
const issuer = createTokenIssuer({ keys: [key] });

const opened: Credentials[] = [];
async function open(identity: Identity, options: Partial<Parameters<typeof writeCertificate>[0]> = {}) {
  const files = await writeCertificate({ authority, identity, ...options });
  const credentials = await openCredentials({ files });
  opened.push(credentials);
  return credentials;
}

const operator = (role: 'read' | 'submit' | 'operate'): Identity => ({ kind: 'operator', name: 'ann', role });
const serverCredentials = await open({ kind: 'worker', name: 'w1' });
const w2 = await open({ kind: 'worker', name: 'w2' });
const w3 = await open({ kind: 'worker', name: 'w3' });

let server: GuardedServer;
let now = Date.now;
beforeAll(async () => {
  server = await startGuardedServer({
    credentials: serverCredentials,
    keys: issuer.publicKeys,
    expected: () => ({ jobId: 'digits', generation: 5 }),
    nowMs: () => now(),
  });
});
beforeEach(() => {
  now = Date.now;
});
afterAll(() => {
  server.close();
  for (const credentials of opened) credentials.close();
});

/** The outcome of a call, and what it set off on the server. */
async function call(options: Omit<Call, 'address'>) {
  const [numHandled, numAudited] = [server.handled.length, server.audit.length];
  const outcome = await outcomeOf({ address: server.address, ...options });
  return { outcome, handled: server.handled.slice(numHandled), audit: server.audit.slice(numAudited) };
}

const grant: JobGrant = { jobId: 'digits', generation: 5, rank: 1, workerId: 'p2', workerName: 'w2' };

async function pull(
  options: { changes?: Partial<JobGrant>; credentials?: Credentials; request?: object } = {},
) {
  const token = await issuer.issue({ ...grant, ...options.changes });
  return await call({
    credentials: (options.credentials ?? w2).channel('worker'),
    method: 'pull',
    request: options.request ?? { jobId: 'digits', generation: 5, rank: 1, workerId: 'p2' },
    metadata: jobTokenMetadata(token),
  });
}

describe('connections', () => {
  const expectNobodyHeard = ({ outcome, handled, audit }: Awaited<ReturnType<typeof call>>): void => {
    expect(outcome).toMatch(/^14 UNAVAILABLE/);
    expect(handled).toEqual([]);
    expect(audit).toEqual([]);
  };

  test('a worker with a certificate of the authority is served', async () => {
    const { outcome, handled } = await call({ credentials: w2.channel('worker', 'w1'), method: 'session' });
    expect(outcome).toBe('OK');
    expect(handled).toEqual(['session']);
  });

  test('nothing is warned of when a peer is called by its IP address', async () => {
    const warnings: string[] = [];
    const note = ({ message }: Error): number => warnings.push(message);
    process.on('warning', note);
    await call({ credentials: w2.channel('worker', 'w1'), method: 'session' });
    process.off('warning', note);
    expect(warnings).toEqual([]);
  });

  test('a client without a certificate is refused', async () => {
    const credentials = grpcCredentials.createSsl(serverCredentials.current().ca, null, null, {
      checkServerIdentity: () => undefined,
    });
    expectNobodyHeard(await call({ credentials, method: 'session' }));
  });

  test('a certificate of another authority is refused', async () => {
    const credentials = await open(
      { kind: 'operator', name: 'eve', role: 'operate' },
      { authority: stranger, trusted: [authority, stranger] },
    );
    expectNobodyHeard(await call({ credentials: credentials.channel('worker'), method: 'watch' }));
  });

  test('an expired certificate is refused', async () => {
    const { key: ownKey, certificate } = await authority.issue(operator('operate'), days(-2, -1));
    const credentials = grpcCredentials.createSsl(
      Buffer.from(authority.certificate),
      Buffer.from(ownKey),
      Buffer.from(certificate),
      { checkServerIdentity: () => undefined },
    );
    expectNobodyHeard(await call({ credentials, method: 'watch' }));
  });

  test('TLS 1.2 is refused', async () => {
    const { ca, certificate, key: ownKey } = w2.current();
    const [host, port] = server.address.split(':');
    const tlsVersion = (maxVersion: 'TLSv1.2' | 'TLSv1.3'): Promise<string> =>
      new Promise((resolve) => {
        const socket = connect(
          {
            ...{ host, port: Number(port), ca, cert: certificate, key: ownKey, maxVersion },
            ...{ ALPNProtocols: ['h2'], checkServerIdentity: () => undefined },
          },
          () => {
            resolve(socket.getProtocol() ?? 'none');
            socket.destroy();
          },
        );
        socket.on('error', (error: NodeJS.ErrnoException) => resolve(`${error.code}`));
      });
    expect(await tlsVersion('TLSv1.2')).toBe('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION');
    expect(await tlsVersion('TLSv1.3')).toBe('TLSv1.3');
  });

  test('plaintext on a TLS port is refused', async () => {
    expectNobodyHeard(await call({ credentials: grpcCredentials.createInsecure(), method: 'session' }));
  });

  test('a client does not talk to a server of another kind, of another name, or of another authority', async () => {
    expectNobodyHeard(await call({ credentials: w2.channel('coordinator'), method: 'session' }));
    expectNobodyHeard(await call({ credentials: w2.channel('worker', 'w3'), method: 'session' }));
    const naive = await open({ kind: 'worker', name: 'w4' }, { trusted: [stranger, authority] });
    const betrayed = await startGuardedServer({
      credentials: await open(
        { kind: 'worker', name: 'w1' },
        { authority: stranger, trusted: [authority, stranger] },
      ),
    });
    try {
      const target = { address: betrayed.address, method: 'session' } as const;
      expect(await outcomeOf({ ...target, credentials: naive.channel('worker', 'w1') })).toBe('OK');
      expect(await outcomeOf({ ...target, credentials: w2.channel('worker', 'w1') })).toMatch(
        /^14 UNAVAILABLE/,
      );
    } finally {
      betrayed.close();
    }
  });

  test('a certificate that expires while its connection is open makes no further calls', async () => {
    const reader = await open(operator('read'));
    const client = new Client(server.address, reader.channel('worker'), TLS_CHANNEL_OPTIONS);
    try {
      expect(await outcomeOver(client, { method: 'watch' })).toBe('OK');
      now = () => Date.now() + 2 * 86_400_000;
      expect(await outcomeOver(client, { method: 'watch' })).toMatch(/^16 UNAUTHENTICATED/);
    } finally {
      client.close();
    }
  });

  test('a certificate that names no identity proves none', async () => {
    const { key: ownKey, certificate } = await authority.issue(
      { kind: 'worker', name: 'NOT A NAME' },
      days(-1, 1),
      ['w1.example'],
    );
    const credentials = grpcCredentials.createSsl(
      Buffer.from(authority.certificate),
      Buffer.from(ownKey),
      Buffer.from(certificate),
      { checkServerIdentity: () => undefined },
    );
    const { outcome, handled, audit } = await call({ credentials, method: 'session' });
    expect(outcome).toMatch(/^16 UNAUTHENTICATED/);
    expect(handled).toEqual([]);
    expect(audit).toMatchObject([{ identity: null, decision: 'refused', code: 'UNAUTHENTICATED' }]);
  });
});

describe('roles', () => {
  test('a role that is too small is refused, and the refusal is in the audit log', async () => {
    const reader = await open(operator('read'));
    const { outcome, handled, audit } = await call({
      credentials: reader.channel('worker'),
      method: 'stopJob',
    });
    expect(outcome).toMatch(/^7 PERMISSION_DENIED: .*needs the role submit, not read/);
    expect(handled).toEqual([]);
    expect(audit).toEqual([
      {
        method: '/lockstep.v1.ControlService/StopJob',
        peer: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
        identity: 'lockstep://operator/ann?role=read',
        decision: 'refused',
        code: 'PERMISSION_DENIED',
        reason: expect.any(String),
      },
    ]);
  });

  test('a role that suffices is let through, and that is in the audit log too', async () => {
    const submitter = await open(operator('submit'));
    const { outcome, handled, audit } = await call({
      credentials: submitter.channel('worker'),
      method: 'stopJob',
    });
    expect(outcome).toBe('OK');
    expect(handled).toEqual(['stopJob']);
    expect(audit).toMatchObject([{ identity: 'lockstep://operator/ann?role=submit', decision: 'allowed' }]);
  });

  test('a worker does not stop jobs, and an operator does not pose as a worker', async () => {
    const asOperator = await call({ credentials: w2.channel('worker'), method: 'stopJob' });
    expect(asOperator.outcome).toMatch(/^7 PERMISSION_DENIED/);
    const boss = await open(operator('operate'));
    const asWorker = await call({ credentials: boss.channel('worker'), method: 'session' });
    expect(asWorker.outcome).toMatch(/^7 PERMISSION_DENIED/);
    expect([...asOperator.handled, ...asWorker.handled]).toEqual([]);
  });
});

describe('job tokens', () => {
  test('the token of this worker, job and generation is honoured, and the audit log says for what it stood', async () => {
    const { outcome, handled, audit } = await pull();
    expect(outcome).toBe('OK');
    expect(handled).toEqual(['pull']);
    expect(audit).toMatchObject([
      {
        identity: 'lockstep://worker/w2',
        decision: 'allowed',
        jobId: 'digits',
        generation: 5,
        workerId: 'p2',
      },
    ]);
  });

  const expectRefused = (
    { outcome, handled, audit }: Awaited<ReturnType<typeof call>>,
    status: RegExp,
  ): void => {
    expect(outcome).toMatch(status);
    expect(handled).toEqual([]);
    expect(audit.at(-1)).toMatchObject({ decision: 'refused' });
  };

  test('a call without a token is refused', async () => {
    expectRefused(await call({ credentials: w2.channel('worker'), method: 'pull' }), /^16 UNAUTHENTICATED/);
  });

  test('the token of another worker is refused', async () => {
    expectRefused(await pull({ credentials: w3 }), /^7 PERMISSION_DENIED.*made for worker w2/);
  });

  test('the token of another job is refused', async () => {
    expectRefused(await pull({ changes: { jobId: 'moons' } }), /^7 PERMISSION_DENIED.*for job moons/);
  });

  test('the token of an older generation is refused', async () => {
    expectRefused(await pull({ changes: { generation: 4 } }), /^9 FAILED_PRECONDITION.*of generation 4/);
  });

  test('an expired token is refused', async () => {
    now = () => Date.now() + 11 * 60_000;
    expectRefused(await pull(), /^16 UNAUTHENTICATED.*expired/);
  });

  test('a token of a key that nobody published is refused', async () => {
    const forged = await createTokenIssuer({ keys: [await createSigningKey()] }).issue(grant);
    const metadata = jobTokenMetadata(forged);
    expectRefused(
      await call({ credentials: w2.channel('worker'), method: 'pull', metadata }),
      /^16 UNAUTHENTICATED.*not known/,
    );
  });

  test.each([
    { jobId: 'moons', generation: 5, rank: 1, workerId: 'p2' },
    { jobId: 'digits', generation: 4, rank: 1, workerId: 'p2' },
    { jobId: 'digits', generation: 5, rank: 0, workerId: 'p2' },
    { jobId: 'digits', generation: 5, rank: 1, workerId: 'p3' },
  ])('a request that claims other than its token is refused: %j', async (request) => {
    expectRefused(await pull({ request }), /^7 PERMISSION_DENIED: the message says/);
  });
});
