import { Metadata } from '@grpc/grpc-js';
import fc from 'fast-check';
import { SignJWT } from 'jose';
import { expect, test } from 'vitest';
import type { JobGrant } from '../../../src/core/access/job-grant.ts';
import {
  createSigningKey,
  createTokenIssuer,
  jobTokenMetadata,
  jobTokenOf,
  verifyJobToken,
} from '../../../src/wire/job-tokens.ts';

const grant: JobGrant = { jobId: 'digits', generation: 3, rank: 0, workerId: 'p1', workerName: 'w1' };
const MINUTE = 60_000;
const START = Date.UTC(2026, 0, 1);
const key = await createSigningKey();

function issuerAt(clock: { ms: number }, keys = [key]) {
  return createTokenIssuer({ keys, lifetimeMs: 10 * MINUTE, settleMs: MINUTE, nowMs: () => clock.ms });
}

const token = await issuerAt({ ms: START }).issue(grant);
const keys = [key];

test('a token gives back what it was issued for', async () => {
  const arbitrary = fc.record({
    jobId: fc.string(),
    generation: fc.nat(),
    rank: fc.integer({ min: -1, max: 1_000 }),
    workerId: fc.string(),
    workerName: fc.string(),
  });
  const issuer = issuerAt({ ms: START });
  await fc.assert(
    fc.asyncProperty(arbitrary, async (any) => {
      expect(await verifyJobToken(await issuer.issue(any), { keys, nowMs: START })).toEqual(any);
    }),
    { numRuns: 50 },
  );
});

test('a token is good from its issue to its expiry, give or take the skew of two clocks', async () => {
  const at = (nowMs: number) => verifyJobToken(token, { keys, nowMs, clockSkewMs: 30_000 });
  expect(await at(START - 29_000)).toEqual(grant);
  expect(await at(START + 10 * MINUTE + 29_000)).toEqual(grant);
  expect(await at(START - 31_000)).toMatch(/of the future/);
  expect(await at(START + 10 * MINUTE + 31_000)).toMatch(/expired/);
});

test('a token with any character changed is refused', async () => {
  const characters = 'ABCabc019-_.';
  await fc.assert(
    fc.asyncProperty(fc.nat(token.length - 1), fc.constantFrom(...characters), async (at, character) => {
      const changed = token.slice(0, at) + character + token.slice(at + 1);
      fc.pre(changed !== token);
      // The last character holds four bits that no byte has.
      fc.pre(at !== token.length - 1);
      expect(typeof (await verifyJobToken(changed, { keys, nowMs: START }))).toBe('string');
    }),
    { numRuns: 200 },
  );
});

test('texts that are no tokens are refused with a sentence', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ maxLength: 3_000 }), async (text) => {
      expect(typeof (await verifyJobToken(text, { keys, nowMs: START }))).toBe('string');
    }),
  );
  expect(await verifyJobToken('a'.repeat(3_000), { keys, nowMs: START })).toMatch(/longer than 2048/);
});

test('a token without a signature, and one signed with the public key as a secret, are refused', async () => {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const payload = { ...grant, sub: 'w1', nbf: START / 1_000, exp: START / 1_000 + 600 };
  const none = `${part({ alg: 'none', typ: 'lockstep-job+jwt', kid: key.kid })}.${part(payload)}.`;
  expect(await verifyJobToken(none, { keys, nowMs: START })).toMatch(/malformed/);
  const symmetric = await new SignJWT(payload)
    .setProtectedHeader({ alg: 'HS256', typ: 'lockstep-job+jwt', kid: key.kid })
    .sign(Buffer.from(key.x, 'base64url'));
  expect(await verifyJobToken(symmetric, { keys, nowMs: START })).toMatch(/malformed/);
});

test.each([
  { typ: 'JWT' },
  { exp: undefined },
  { sub: undefined },
  { jobId: undefined },
  { generation: '3' },
  { generation: -1 },
  { rank: 0.5 },
])('a signed token with %j is refused', async ({ typ = 'lockstep-job+jwt', ...changes }) => {
  const payload = { ...grant, sub: 'w1', nbf: START / 1_000, exp: START / 1_000 + 600, ...changes };
  const odd = await new SignJWT(payload as object as Record<string, unknown>)
    .setProtectedHeader({ alg: 'EdDSA', typ, kid: key.kid })
    .sign({ ...key });
  expect(await verifyJobToken(odd, { keys, nowMs: START })).toMatch(/malformed/);
});

test('a new key is published before it signs, and the old one goes when its tokens have expired', async () => {
  const clock = { ms: START };
  const issuer = issuerAt(clock);
  const old = await issuer.issue(grant);
  expect(await issuer.rotate()).toBe(true);
  const published = issuer.publicKeys();
  expect(published).toHaveLength(2);
  expect(JSON.stringify(published)).not.toContain(key.d);

  const whileSettling = await issuer.issue(grant);
  expect(await verifyJobToken(whileSettling, { keys, nowMs: clock.ms })).toEqual(grant);
  clock.ms += MINUTE;
  const renewed = await issuer.issue(grant);
  expect(await verifyJobToken(renewed, { keys, nowMs: clock.ms })).toMatch(/not known here/);
  expect(await verifyJobToken(renewed, { keys: published, nowMs: clock.ms })).toEqual(grant);
  expect(await verifyJobToken(old, { keys: published, nowMs: clock.ms })).toEqual(grant);

  expect(await issuer.rotate()).toBe(false);
  clock.ms += 10 * MINUTE;
  expect(await issuer.rotate()).toBe(true);
  expect(issuer.publicKeys().map(({ kid }) => kid)).not.toContain(key.kid);
});

test('who takes over with the keys of the one before honours its tokens', async () => {
  const first = issuerAt({ ms: START });
  const second = issuerAt({ ms: START }, [...first.keys()]);
  expect(await verifyJobToken(await first.issue(grant), { keys: second.publicKeys(), nowMs: START })).toEqual(
    grant,
  );
});

test('a token travels in the metadata of a call', () => {
  expect(jobTokenOf(jobTokenMetadata(token))).toBe(token);
  expect(jobTokenOf(new Metadata())).toBeUndefined();
  const twice = jobTokenMetadata(token);
  twice.add('authorization', 'Bearer other');
  expect(jobTokenOf(twice)).toBeUndefined();
  const basic = new Metadata();
  basic.set('authorization', 'Basic abc');
  expect(jobTokenOf(basic)).toBeUndefined();
});
