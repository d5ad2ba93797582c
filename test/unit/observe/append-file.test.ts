import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openAppendFile } from '../../../src/observe/append-file.ts';

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'lockstep-append-'));
afterAll(() => fs.rmSync(directory, { recursive: true, force: true }));

test('bytes land in the order of the calls, whoever waits for what', async () => {
  const file = path.join(directory, 'ordered');
  const appender = await openAppendFile(file, 8);
  await Promise.all(Array.from({ length: 200 }, (_, index) => appender.append(`${index},`)));
  await appender.flush();
  expect(fs.readFileSync(file, 'utf8')).toBe(Array.from({ length: 200 }, (_, index) => `${index},`).join(''));
  await appender.close();
});

test('append waits for the disk when the queue is full', async () => {
  const file = path.join(directory, 'bounded');
  const appender = await openAppendFile(file, 8);
  await appender.append('123456789');
  expect(fs.readFileSync(file, 'utf8')).toBe('123456789');
  await appender.close();
});

test('a disk that is full is reported by every call that follows', async () => {
  const appender = await openAppendFile('/dev/full');
  await appender.append('lost');
  await expect(appender.flush()).rejects.toMatchObject({ code: 'IO_FAILED' });
  await expect(appender.append('more')).rejects.toThrow('/dev/full cannot be written');
  await expect(appender.close()).rejects.toMatchObject({ code: 'IO_FAILED' });
});

test('a second writer continues where the first one ended', async () => {
  const file = path.join(directory, 'continued');
  for (const text of ['first ', 'second']) {
    const appender = await openAppendFile(file);
    await appender.append(text);
    await appender.close();
  }
  expect(fs.readFileSync(file, 'utf8')).toBe('first second');
});

test('nothing can be appended to a closed file', async () => {
  const appender = await openAppendFile(path.join(directory, 'closed'));
  await appender.close();
  await appender.close();
  await expect(appender.append('late')).rejects.toThrow('is closed');
});
