import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { ERROR_CODES } from '../../../src/core/errors.ts';

const page = await readFile(new URL('../../../docs/errors.md', import.meta.url), 'utf8');

/** Code and body of each section that is named after a code. */
const sections = page
  .split(/^## /m)
  .slice(1)
  .map((section) => {
    const [code, ...body] = section.split('\n');
    return { code: code!, body: body.join('\n').trim() };
  });

test('docs/errors.md has one section for each error code, and none for anything else', () => {
  expect(sections.map(({ code }) => code)).toEqual(Object.keys(ERROR_CODES));
});

test.each(sections)(
  'docs/errors.md gives $code the exit code that the command gives it',
  ({ code, body }) => {
    const { exitCode } = ERROR_CODES[code as keyof typeof ERROR_CODES];
    expect(/^Exit code (\d+)\. /.exec(body)?.[1]).toBe(`${exitCode}`);
  },
);

test.each(sections)('docs/errors.md says in one paragraph what $code means', ({ body }) => {
  expect(body.length).toBeGreaterThan(80);
  expect(body).not.toContain('\n\n');
});

test('the table of docs/errors.md lists every exit code once', () => {
  const listed = [...page.matchAll(/^\| (\d+) \|/gm)].map(([, exitCode]) => Number(exitCode));
  const given = new Set([0, ...Object.values(ERROR_CODES).map(({ exitCode }) => exitCode)]);
  expect(listed).toEqual([...given].sort((a, b) => a - b));
});
