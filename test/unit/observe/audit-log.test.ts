import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { LockstepError } from '../../../src/core/errors.ts';
import { createAuditLog } from '../../../src/observe/audit-log.ts';
import { openJsonLinesWriter, readJsonLines } from '../../../src/observe/json-lines-writer.ts';

const record = {
  method: 'GET /metrics',
  peer: '10.0.0.7:41000',
  identity: 'lockstep://operator/ann?role=read',
  decision: 'allowed',
} as const;

test('each decision is a line with its time, behind those of the process before', async () => {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'audit-')), 'audit.jsonl');
  for (const nowMs of [0, 1_000]) {
    const writer = await openJsonLinesWriter(file);
    createAuditLog({ writer, onProblem: () => {}, nowMs: () => nowMs })(record);
    expect((await readJsonLines(file)).values.at(-1)).toMatchObject(record);
    await writer.close();
  }
  expect((await readJsonLines(file)).values).toEqual([
    { at: '1970-01-01T00:00:00.000Z', ...record },
    { at: '1970-01-01T00:00:01.000Z', ...record },
  ]);
});

test('a disk that is full is told and stops nobody', () => {
  const onProblem = vi.fn();
  const full = new LockstepError('IO_FAILED', 'audit.jsonl cannot be written: no space left.');
  const append = (): void => {
    throw full;
  };
  createAuditLog({ writer: { append }, onProblem })(record);
  expect(onProblem).toHaveBeenCalledExactlyOnceWith(full);
});
