import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, nearestName } from '../../../../src/core/job/nearest-name.ts';

test('finds the name that was mistyped', () => {
  expect(nearestName('epoch', ['steps', 'epochs'])).toBe('epochs');
  expect(nearestName('NAME', ['name'])).toBe('name');
  expect(nearestName('verfiy', ['version', 'verify'])).toBe('verify');
});

test('suggests nothing for a name that is like no other', () => {
  expect(nearestName('colour', ['min', 'max'])).toBe(null);
  expect(nearestName('x', ['ab'])).toBe(null);
  expect(nearestName('anything', [])).toBe(null);
});

test('the edit distance is a metric', () => {
  const word = fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', 'c') });
  fc.assert(
    fc.property(word, word, word, (a, b, c) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, b) === 0).toBe(a === b);
      expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
    }),
  );
});

test('counts single edits', () => {
  expect(editDistance('', 'abc')).toBe(3);
  expect(editDistance('kitten', 'sitting')).toBe(3);
});
