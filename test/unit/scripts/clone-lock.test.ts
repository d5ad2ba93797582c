import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withCloneLock } from '../../../scripts/clone-lock.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'clone-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

it('lets one caller at a time work, and says once that the others wait', async () => {
  let numAtWork = 0;
  let mostAtWork = 0;
  let numWaits = 0;
  const work = async () => {
    mostAtWork = Math.max(mostAtWork, ++numAtWork);
    await new Promise((resolve) => setTimeout(resolve, 20));
    numAtWork--;
  };
  const onWait = () => numWaits++;
  await Promise.all([1, 2, 3].map(() => withCloneLock(root, { work, onWait })));
  expect([mostAtWork, numWaits]).toEqual([1, 2]);
});

it('is free again when its holder is killed', async () => {
  const module = new URL('../../../scripts/clone-lock.mjs', import.meta.url).href;
  const hold = `
    import { withCloneLock } from '${module}';
    await withCloneLock(process.argv[1], { onWait() {}, work: () => new Promise(() => console.log('held')) });`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', hold, root]);
  await once(holder.stdout, 'data');
  const result = await withCloneLock(root, { work: () => 'worked', onWait: () => holder.kill('SIGKILL') });
  expect([result, holder.signalCode ?? (await once(holder, 'exit'))[1]]).toEqual(['worked', 'SIGKILL']);
});

it('is free again when the work fails', async () => {
  const failing = () => Promise.reject(new Error('no network'));
  const unexpected = () => {
    throw new Error('the lock is still held');
  };
  await expect(withCloneLock(root, { work: failing, onWait: unexpected })).rejects.toThrow('no network');
  expect(await withCloneLock(root, { work: () => 'worked', onWait: unexpected })).toBe('worked');
});
