import { copyFile, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from '@grpc/grpc-js';
import { afterEach, expect, test, vi } from 'vitest';
import type { Identity } from '../../../src/core/access/identity.ts';
import { createCertificateAuthority } from '../../../src/wire/certificate-authority.ts';
import type { CredentialFiles } from '../../../src/wire/credential-files.ts';
import { type Credentials, openCredentials, TLS_CHANNEL_OPTIONS } from '../../../src/wire/credentials.ts';
import { outcomeOf, outcomeOver, startGuardedServer } from './guarded-server.ts';
import { days, writeCertificate } from './trial-certificates.ts';

const before = await createCertificateAuthority(days(-1, 1));
const after = await createCertificateAuthority(days(-1, 1));
const w1: Identity = { kind: 'worker', name: 'w1' };
const w2: Identity = { kind: 'worker', name: 'w2' };

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function open(files: CredentialFiles, onProblem?: (problem: Error) => void): Promise<Credentials> {
  const credentials = await openCredentials({ files, onProblem });
  closers.push(credentials.close);
  return credentials;
}

async function serve(credentials: Credentials) {
  const server = await startGuardedServer({ credentials });
  closers.push(server.close);
  return server;
}

const newFolder = (): Promise<string> => mkdtemp(path.join(tmpdir(), 'rotation-'));

test('server and client change to another authority without a restart, and the open connection stays', async () => {
  const [serverFolder, clientFolder] = [await newFolder(), await newFolder()];
  const trusted = [before, after];
  const files = await writeCertificate({ authority: before, identity: w1, trusted, folder: serverFolder });
  const clientFiles = await writeCertificate({
    authority: before,
    identity: w2,
    trusted,
    folder: clientFolder,
  });
  const [serverCredentials, clientCredentials] = [await open(files), await open(clientFiles)];
  const server = await serve(serverCredentials);
  const channel = clientCredentials.channel('worker', 'w1');
  const longLived = new Client(server.address, channel, {
    'grpc.use_local_subchannel_pool': 1,
    ...TLS_CHANNEL_OPTIONS,
  });
  closers.push(() => longLived.close());
  expect(await outcomeOver(longLived, { method: 'session' })).toBe('OK');

  await writeCertificate({ authority: after, identity: w1, trusted: [after], folder: serverFolder });
  expect(await serverCredentials.reload()).toBe(true);

  expect(await outcomeOver(longLived, { method: 'session' })).toBe('OK');
  const newConnection = { address: server.address, credentials: channel, method: 'session' } as const;
  expect(await outcomeOf(newConnection)).toMatch(/^14 UNAVAILABLE/);

  await writeCertificate({ authority: after, identity: w2, trusted: [after], folder: clientFolder });
  expect(await clientCredentials.reload()).toBe(true);
  expect(await outcomeOf(newConnection)).toBe('OK');
});

test('files that change are found without being asked for', async () => {
  const folder = await newFolder();
  const files = await writeCertificate({ authority: before, identity: w1, folder });
  const credentials = await openCredentials({ files, reloadMs: 20 });
  closers.push(credentials.close);
  const reloaded = new Promise((resolve) => credentials.onReload(resolve));
  await writeCertificate({ authority: before, identity: w1, folder });
  await reloaded;
});

test('new files that do not fit are told once, and the old ones stay in use', async () => {
  const folder = await newFolder();
  const files = await writeCertificate({ authority: before, identity: w1, folder });
  const onProblem = vi.fn();
  const credentials = await open(files, onProblem);
  const old = credentials.current();
  const server = await serve(credentials);
  const peer = await open(await writeCertificate({ authority: before, identity: w2 }));
  const stillServes = async () => {
    expect(credentials.current()).toBe(old);
    const call = {
      address: server.address,
      credentials: peer.channel('worker', 'w1'),
      method: 'session',
    } as const;
    expect(await outcomeOf(call)).toBe('OK');
  };

  const other = await writeCertificate({ authority: before, identity: w1 });
  await copyFile(other.key, files.key);
  expect(await credentials.reload()).toBe(false);
  expect(await credentials.reload()).toBe(false);
  expect(onProblem).toHaveBeenCalledTimes(1);
  expect(onProblem.mock.lastCall?.[0].message).toContain(
    `${files.key}: is not the key of the certificate in`,
  );
  await stillServes();

  await writeCertificate({ authority: before, identity: w2, folder });
  expect(await credentials.reload()).toBe(false);
  expect(onProblem.mock.lastCall?.[0].message).toContain('is of worker w2 now');
  await stillServes();
});

test.each<[string, (files: CredentialFiles) => Promise<unknown>, RegExp]>([
  ['a missing file', async () => {}, /cannot be read/],
  ['no certificate', (files) => writeFile(files.certificate, 'nothing'), /holds no PEM certificate/],
  [
    'a damaged certificate',
    (files) => writeFile(files.ca, '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'),
    /damaged/,
  ],
  ['no key', (files) => writeFile(files.key, 'nothing'), /no private key/],
  ['another authority', (files) => writeFile(files.ca, after.certificate), /not issued by an authority in/],
])('credentials with %s are not opened, and the file is named', async (name, damage, message) => {
  const written = await writeCertificate({ authority: before, identity: w1 });
  await damage(written);
  const files = name === 'a missing file' ? { ...written, key: `${written.key}.missing` } : written;
  await expect(openCredentials({ files })).rejects.toThrow(message);
});

test('credentials of an expired certificate are not opened', async () => {
  const files = await writeCertificate({ authority: before, identity: w1, lifetime: days(-2, -1) });
  await expect(openCredentials({ files })).rejects.toThrow(/own\.crt: expired on/);
});
