import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { openJsonLinesWriter, readJsonLines } from '../../../src/observe/json-lines-writer.ts';

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'lockstep-lines-'));
afterAll(() => fs.rmSync(directory, { recursive: true, force: true }));

async function write(file: string, values: readonly unknown[]): Promise<void> {
  const writer = await openJsonLinesWriter(file);
  for (const value of values) await writer.append(value);
  await writer.close();
}

test('what was written is read, wherever the writer died', async () => {
  const file = path.join(directory, 'torn.jsonl');
  const anyValues = fc.array(fc.jsonValue(), { maxLength: 8 });
  const property = fc.asyncProperty(anyValues, fc.nat(), async (values, anyCut) => {
    fs.rmSync(file, { force: true });
    await write(file, values);
    const bytes = fs.readFileSync(file);
    const cut = anyCut % (bytes.length + 1);
    fs.truncateSync(file, cut);
    const numWhole = bytes.subarray(0, cut).filter((byte) => byte === 0x0a).length;
    const wholeBytes = bytes.subarray(0, cut).lastIndexOf(0x0a) + 1;
    const expected = JSON.parse(JSON.stringify(values.slice(0, numWhole)));
    expect(await readJsonLines(file)).toEqual({ values: expected, tornBytes: cut - wholeBytes });

    await write(file, ['next']);
    expect(await readJsonLines(file)).toEqual({ values: [...expected, 'next'], tornBytes: 0 });
  });
  await fc.assert(property, { numRuns: 50 });
});

test('a broken line that is not the last is an error with its number', async () => {
  const file = path.join(directory, 'edited.jsonl');
  fs.writeFileSync(file, '{"step":1}\n{"step":\n{"step":3}\n');
  const read = readJsonLines(file);
  await expect(read).rejects.toMatchObject({ code: 'RUN_INVALID' });
  await expect(read).rejects.toThrow(`${file}:2: not a line of JSON`);
});

test('a file that is missing is an error that names it', async () => {
  const file = path.join(directory, 'missing.jsonl');
  await expect(readJsonLines(file)).rejects.toMatchObject({ code: 'IO_FAILED' });
});

test.each([
  ['removed', (file: string) => fs.rmSync(file)],
  ['moved away', (file: string) => fs.renameSync(file, `${file}.elsewhere`)],
  ['replaced', (file: string) => fs.writeFileSync(`${file}.new`, '') ?? fs.renameSync(`${file}.new`, file)],
])('a file that was %s is not called durable, and can be closed', async (_, lose) => {
  const file = path.join(directory, 'lost.jsonl');
  const writer = await openJsonLinesWriter(file);
  writer.append(1);
  await writer.sync();
  lose(file);
  writer.append(2);
  await expect(writer.sync()).rejects.toThrow(`${file} cannot be written: it was removed or moved.`);
  await writer.close();
});
