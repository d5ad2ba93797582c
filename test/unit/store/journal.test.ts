import { appendFile, mkdtemp, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFileStore } from '../../../src/store/file-store.ts';
import { encodeLine, readJournal } from '../../../src/store/journal.ts';

let directory: string;
let journal: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'journal-'));
  journal = join(directory, 'journal.jsonl');
});
afterEach(() => rm(directory, { recursive: true }));

const RECORDS = [
  { key: 'a', revision: 1, value: { text: 'é\n' } },
  { key: 'b', revision: 2 },
];

test('a journal cut anywhere gives the records of its whole lines, and a warning for the rest', async () => {
  const lines = [encodeLine(RECORDS), encodeLine(RECORDS.slice(1)), encodeLine([])];
  const whole = Buffer.concat(lines);
  const ends = lines.map((_, index) => Buffer.concat(lines.slice(0, index + 1)).length);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: whole.length }), async (cut) => {
      await writeFile(journal, whole.subarray(0, cut));
      const warnings: string[] = [];
      const { records, validBytes } = await readJournal(journal, (message) => warnings.push(message));
      const numWhole = ends.filter((end) => end <= cut).length;
      expect(records).toEqual([RECORDS, RECORDS.slice(1), []].slice(0, numWhole).flat());
      expect(validBytes).toBe(numWhole === 0 ? 0 : ends[numWhole - 1]);
      expect(warnings).toHaveLength(cut === validBytes ? 0 : 1);
    }),
  );
});

test('any changed byte before the last line is refused, and names the line', async () => {
  const lines = [encodeLine(RECORDS), encodeLine(RECORDS), encodeLine(RECORDS)];
  const whole = Buffer.concat(lines);
  const inSecond = fc.integer({ min: lines[0]!.length, max: lines[0]!.length + lines[1]!.length - 2 });
  await fc.assert(
    fc.asyncProperty(inSecond, fc.integer({ min: 1, max: 255 }), async (position, difference) => {
      const damaged = Buffer.from(whole);
      damaged[position]! ^= difference;
      await writeFile(journal, damaged);
      await expect(readJournal(journal, () => {})).rejects.toMatchObject({
        code: 'IO_FAILED',
        message: `${journal}:2 is damaged; restore the file from a backup`,
      });
    }),
  );
});

test('a store cuts a torn tail off, says so, and writes on behind what is whole', async () => {
  const first = await openFileStore({ directory });
  const revision = await first.put('a', 1, null);
  await first.close();
  await appendFile(journal, encodeLine(RECORDS).subarray(0, 20));

  const warnings: string[] = [];
  const second = await openFileStore({ directory, warn: (message) => warnings.push(message) });
  expect(warnings).toEqual([`${journal}:2 was not written to its end and is dropped (20 bytes)`]);
  await second.put('a', 2, revision);
  await second.close();

  const third = await openFileStore({ directory, warn: (message) => warnings.push(message) });
  expect((await third.get('a'))!.value).toBe(2);
  await third.close();
  expect(warnings).toHaveLength(1);
});

test('a store with a damaged journal is refused and leaves no lock behind', async () => {
  await writeFile(journal, Buffer.concat([Buffer.from('0000000000000000 []\n'), encodeLine(RECORDS)]));
  await expect(openFileStore({ directory })).rejects.toMatchObject({ code: 'IO_FAILED' });
  await truncate(journal);
  await (await openFileStore({ directory })).close();
});

test('a journal stays in proportion to what it leads to', async () => {
  const store = await openFileStore({ directory, compactAboveBytes: 1_000 });
  let revision: number | null = null;
  for (let value = 0; value < 300; value++) revision = await store.put('a', value, revision);
  await store.close();
  expect((await stat(journal)).size).toBeLessThan(1_100);
  expect(await readdir(directory)).toEqual(['journal.jsonl']);
  const again = await openFileStore({ directory });
  expect(await again.get('a')).toEqual({ value: 299, revision });
  await again.close();
});

test('a revision is never given twice, also when the document that had it is gone from the journal', async () => {
  const first = await openFileStore({ directory });
  await first.put('a', 1, null);
  const newest = await first.put('b', 1, null);
  await first.close();
  const second = await openFileStore({ directory, compactAboveBytes: 1 });
  await second.remove('b', newest);
  await second.close();
  const third = await openFileStore({ directory });
  expect(await third.list('')).toEqual(['a']);
  expect(await third.put('c', 1, null)).toBeGreaterThan(newest);
  await third.close();
});
