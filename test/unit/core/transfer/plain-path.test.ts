import { join, sep } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPlainId, isPlainPath } from '../../../../src/core/transfer/plain-path.ts';

test.each(['model/model.json', 'a b.csv', 'Größe.csv', '.hidden', '...'])('takes the path %j', (path) => {
  expect(isPlainPath(path)).toBe(true);
});

test.each([
  '',
  '/',
  '/etc/passwd',
  'a//b',
  'a/',
  '.',
  '..',
  '../a',
  'a/../b',
  'a\\b',
  'C:/a',
  'a\0b',
  'a\nb',
  'x'.repeat(201),
])('refuses the path %j', (path) => {
  expect(isPlainPath(path)).toBe(false);
});

test('a path that is taken stays inside of the folder', () => {
  const segment = fc.oneof(fc.constantFrom('.', '..', '', 'a', '/', '~'), fc.string({ maxLength: 4 }));
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 6 }), (segments) => {
      const path = segments.join('/');
      if (isPlainPath(path)) expect(join('/folder', path).startsWith(`/folder${sep}`)).toBe(true);
    }),
  );
});

test.each([
  ['digits-1a', true],
  ['a', true],
  ['', false],
  ['../a', false],
  ['A', false],
  ['a/b', false],
  ['a'.repeat(64), false],
])('says of the id %j that it is plain: %j', (id, isPlain) => {
  expect(isPlainId(id)).toBe(isPlain);
});
