import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createLogger } from '../../../src/observe/logger.ts';

test('writes lines of JSON from its level up, at once', () => {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'lockstep-log-'));
  const file = path.join(directory, 'logs', 'worker.log');
  const logger = createLogger({ level: 'info', process: 'worker', file });
  logger.debug('not this');
  logger.info({ step: 3 }, 'this');
  const lines = fs.readFileSync(file, 'utf8').trim().split('\n');
  fs.rmSync(directory, { recursive: true });
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'info', process: 'worker', step: 3, msg: 'this' });
});
