import { expect, test } from 'vitest';
import { parseDuration, parseListOf, parseSeed } from '../../../src/cli/option-values.ts';

test.each([
  ['500ms', 500],
  ['5s', 5_000],
  ['1m', 60_000],
  ['1.5s', 1_500],
  ['24h', 86_400_000],
])('reads the duration %s as %d ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

test.each(['', '5', 's', '0s', '-1s', '5 s', '1e3s', '5sec', '0.1ms', '25h', '1m30s', '٣s'])(
  'refuses the duration "%s"',
  (text) => {
    expect(() => parseDuration(text)).toThrow('Give a duration of at most a day, such as 500ms, 5s or 1m.');
  },
);

test.each(['', '-1', '1.5', '0x10', '9007199254740992', 'one'])('refuses the seed "%s"', (text) => {
  expect(() => parseSeed(text)).toThrow('Give a whole number from 0 to');
});

test('reads a list of known names, and names the unknown one with the list', () => {
  const parse = parseListOf(['kill', 'stop', 'partition']);
  expect(parse('stop, kill')).toEqual(['stop', 'kill']);
  expect(() => parse('kill,explode')).toThrow('"explode" is none of kill, stop, partition.');
  expect(() => parse('')).toThrow('"" is none of kill, stop, partition.');
  expect(() => parse('kill,kill')).toThrow('Name each once.');
});
