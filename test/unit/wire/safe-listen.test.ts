import fc from 'fast-check';
import { expect, test } from 'vitest';
import { insecureWarning, isLoopback, requireSafeListen } from '../../../src/wire/safe-listen.ts';

const OPEN = [
  '0.0.0.0:7070',
  '[::]:7070',
  ':7070',
  '10.1.2.3:0',
  'localhost.example.com:1',
  '127.0.0.1.example.com:1',
];

test.each([
  '127.0.0.1:0',
  '127.9.9.9:80',
  'localhost:7070',
  '[::1]:7070',
  '::1:7070',
  '[::ffff:127.0.0.1]:1',
])('%s needs no TLS: only this machine reaches it', (address) => {
  expect(requireSafeListen(address, null, false)).toBe('loopback');
  expect(requireSafeListen(address, null, true)).toBe('loopback');
});

test.each(OPEN)('%s is not listened on without TLS unless --insecure was typed', (address) => {
  expect(() => requireSafeListen(address, null, false)).toThrow(
    expect.objectContaining({ code: 'USAGE', message: expect.stringContaining(address) }),
  );
  expect(requireSafeListen(address, null, true)).toBe('insecure');
  expect(requireSafeListen(address, {}, false)).toBe('tls');
  expect(requireSafeListen(address, {}, true)).toBe('tls');
});

test('no IPv4 address outside 127.0.0.0/8 is taken for loopback', () => {
  fc.assert(
    fc.property(fc.ipV4(), (host) => {
      expect(isLoopback(host)).toBe(host.startsWith('127.'));
    }),
  );
});

test('the warning names the address and the metric', () => {
  expect(insecureWarning('0.0.0.0:7070')).toMatch(/--insecure: 0\.0\.0\.0:7070 .*lockstep_insecure/);
});
