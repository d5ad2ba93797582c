import { execFile, spawnSync } from 'node:child_process';
import { chmod, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { ROOT, temporaryFolder } from './lockstep-process.ts';

const run = promisify(execFile);
/** As the Dockerfile has it. */
const USER = 10_001;

it('what goes into the image trains as a user who owns none of it and changes none of it', async () => {
  const folder = await temporaryFolder();
  const staged = path.join(folder, 'opt');
  const home = path.join(folder, 'tmp');
  await run(process.execPath, [path.join(ROOT, 'scripts/stage-image.mjs'), staged], { cwd: ROOT });
  const before = await listing(staged);
  expect(before).not.toContain('scripts');
  expect(before).not.toContain('src');

  await mkdir(home);
  // Another user gets to the folder, whose parents are this one's alone.
  await chmod(path.dirname(folder), 0o711);
  for (const each of [folder, home]) await chmod(each, 0o777);
  const isRoot = process.getuid?.() === 0;
  const { stdout } = await run(
    process.execPath,
    [
      path.join(staged, 'bin/lockstep'),
      'run',
      path.join(staged, 'examples/digits'),
      '--workers',
      '2',
      '--json',
    ],
    {
      cwd: home,
      env: { PATH: process.env.PATH, HOME: home, TMPDIR: home, NODE_ENV: 'production' },
      ...(isRoot ? { uid: USER, gid: USER } : {}),
    },
  );
  expect(JSON.parse(stdout)).toMatchObject({ status: 'succeeded' });
  expect(await listing(staged)).toEqual(before);
}, 180_000);

it('a folder that is not empty is not built into', async () => {
  const folder = await temporaryFolder();
  await mkdir(path.join(folder, 'something'));
  const { status, stderr } = spawnSync(process.execPath, ['scripts/stage-image.mjs', folder], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(status).not.toBe(0);
  expect(stderr).toContain('is not empty');
});

function listing(folder: string): Promise<string[]> {
  return readdir(folder, { recursive: true });
}
