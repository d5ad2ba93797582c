import { X509Certificate } from 'node:crypto';
import type { PeerCertificate } from 'node:tls';
import { expect, test } from 'vitest';
import { createCertificateAuthority } from '../../../src/wire/certificate-authority.ts';
import { certificateIdentity, peerIdentity } from '../../../src/wire/peer-identity.ts';

const worker = { kind: 'worker', name: 'w1' };

test('the identity is found among other alternative names', () => {
  expect(certificateIdentity('URI:lockstep://worker/w1')).toEqual(worker);
  expect(
    certificateIdentity('DNS:w1.example, IP Address:10.0.0.1, URI:lockstep://worker/w1, email:a@b'),
  ).toEqual(worker);
  expect(certificateIdentity('URI:lockstep://operator/ann?role=submit')).toEqual({
    kind: 'operator',
    name: 'ann',
    role: 'submit',
  });
});

test.each([
  undefined,
  '',
  'DNS:lockstep://worker/w1',
  'DNS:w1.example',
  'URI:https://w1.example',
  'URI:lockstep://worker/w1, URI:lockstep://worker/w2',
  'URI:lockstep://worker/w1, URI:https://w1.example',
  'DNS:"a, URI:lockstep://worker/w1"',
  'DNS:"a, URI:lockstep://worker/w1, b"',
  'DNS:"a\\", URI:lockstep://worker/w1, b"',
  'URI:"lockstep://worker/w1"',
])('alternative names %j prove no identity', (names) => {
  expect(certificateIdentity(names)).toBeNull();
});

test('a host name that reads like a second entry smuggles no identity in', async () => {
  const lifetime = { notBefore: new Date(0), notAfter: new Date(Date.now() + 1e9) };
  const authority = await createCertificateAuthority(lifetime);
  const { certificate } = await authority.issue({ kind: 'worker', name: 'NONE' }, lifetime, [
    'a, URI:lockstep://operator/eve?role=operate, DNS:b',
  ]);
  const { subjectAltName } = new X509Certificate(certificate);
  expect(subjectAltName).toContain('lockstep://operator/eve?role=operate');
  expect(certificateIdentity(subjectAltName)).toBeNull();
});

test('a call proves an identity until its certificate expires', () => {
  const call = (certificate?: Partial<PeerCertificate>) => ({
    getAuthContext: () => (certificate ? { sslPeerCertificate: certificate as PeerCertificate } : {}),
  });
  const certificate = { subjectaltname: 'URI:lockstep://worker/w1', valid_to: 'Jan  2 00:00:00 2026 GMT' };
  expect(peerIdentity(call(certificate), Date.UTC(2026, 0, 1))).toEqual(worker);
  expect(peerIdentity(call(certificate), Date.UTC(2026, 0, 2))).toBeNull();
  expect(peerIdentity(call({ ...certificate, valid_to: 'some day' }), 0)).toBeNull();
  expect(peerIdentity(call(), 0)).toBeNull();
});
