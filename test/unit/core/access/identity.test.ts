import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Identity, identityUri, parseIdentity } from '../../../../src/core/access/identity.ts';
import { ROLES } from '../../../../src/core/access/role.ts';

const name = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,62}$/);
const identity: fc.Arbitrary<Identity> = fc.oneof(
  fc.record({ kind: fc.constantFrom('coordinator' as const, 'worker' as const), name }),
  fc.record({ kind: fc.constant('operator' as const), name, role: fc.constantFrom(...ROLES) }),
);

test('an identity is read back from its URI', () => {
  fc.assert(
    fc.property(identity, (who) => {
      expect(parseIdentity(identityUri(who))).toEqual(who);
    }),
  );
});

test.each([
  '',
  'lockstep://worker/',
  'lockstep://worker/W1',
  'lockstep://worker/-w',
  `lockstep://worker/${'a'.repeat(64)}`,
  'lockstep://worker/w1?role=operate',
  'lockstep://operator/ann',
  'lockstep://operator/ann?role=',
  'lockstep://operator/ann?role=root',
  'lockstep://operator/ann?role=read&role=operate',
  'lockstep://operator/ann?role=operate\n',
  'lockstep://admin/ann',
  'https://worker/w1',
  ' lockstep://worker/w1',
  'lockstep://worker/w1/w2',
])('%j is no identity', (uri) => {
  expect(parseIdentity(uri)).toBeNull();
});

test('whatever is taken for an identity has exactly the URI that it was read from', () => {
  const nearly = fc
    .tuple(identity.map(identityUri), fc.nat(80), fc.string({ maxLength: 3 }))
    .map(([uri, at, text]) => uri.slice(0, at) + text + uri.slice(at));
  fc.assert(
    fc.property(nearly, (uri) => {
      const who = parseIdentity(uri);
      if (who) expect(identityUri(who)).toBe(uri);
    }),
  );
});
