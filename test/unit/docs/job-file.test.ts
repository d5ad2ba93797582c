import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { jobDocument } from '../../../src/core/job/job-document.ts';

test('docs/job-file.md lists every field of a job file in its order, and no other', async () => {
  const page = await readFile(new URL('../../../docs/job-file.md', import.meta.url), 'utf8');
  const documented = [...page.matchAll(/^\| `([\w.]+)` \|/gm)].map(([, field]) => field);
  expect(documented).toEqual(fieldsOf(jobDocument));
});

/** Names of the fields from the top; a section is listed by its fields, in its place but after the simple ones. */
function fieldsOf(section: z.ZodObject): string[] {
  const simple: string[] = [];
  const nested: string[] = [];
  for (const [name, field] of Object.entries(section.shape)) {
    const inner = field instanceof z.ZodOptional ? field.unwrap() : field;
    if (inner instanceof z.ZodObject) nested.push(...fieldsOf(inner).map((path) => `${name}.${path}`));
    else simple.push(name);
  }
  return [...simple, ...nested];
}
