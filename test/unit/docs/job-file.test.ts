import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { JOB_SECTIONS, jobDocument } from '../../../src/core/job/job-document.ts';

test('docs/job-file.md lists every field of a job file in its order, and no other', async () => {
  const page = await readFile(new URL('../../../docs/job-file.md', import.meta.url), 'utf8');
  const documented = [...page.matchAll(/^\| `([\w.]+)` \|/gm)].map(([, field]) => field);
  const sections = Object.entries(JOB_SECTIONS);
  const simple = Object.keys(jobDocument.shape).filter((field) => !Object.hasOwn(JOB_SECTIONS, field));
  const nested = sections.flatMap(([name, { shape }]) =>
    Object.keys(shape).map((field) => `${name}.${field}`),
  );
  expect(documented).toEqual([...simple, ...nested]);
});
