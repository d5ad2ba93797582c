import { mkdtemp, readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openCredentials } from '../../src/wire/credentials.ts';
import { startLockstep } from './lockstep-process.ts';

const parent = await mkdtemp(path.join(tmpdir(), 'certs-'));

test('certs init makes certificates that every process can start with, and keys for nobody else', async () => {
  const folder = path.join(parent, 'made');
  const { exitCode, stdout } = await startLockstep(
    ...['certs', 'init', folder, '--workers', '1', '--days', '2', '--json'],
  ).ended;
  expect(exitCode).toBe(0);
  const { names } = JSON.parse(stdout) as { names: string[] };
  expect(names).toEqual(['ca', 'coordinator', 'worker-1', 'reader', 'submitter', 'operator']);
  expect((await readdir(folder)).sort()).toEqual(
    names.flatMap((name) => [`${name}.crt`, `${name}.key`]).sort(),
  );

  const modeOf = async (file: string): Promise<number> => (await stat(path.join(folder, file))).mode & 0o777;
  expect(await modeOf('.')).toBe(0o700);
  for (const name of names) expect(await modeOf(`${name}.key`)).toBe(0o600);

  const identities = await Promise.all(
    names.slice(1).map(async (name) => {
      const file = (ending: string): string => path.join(folder, `${name}.${ending}`);
      const files = { ca: path.join(folder, 'ca.crt'), certificate: file('crt'), key: file('key') };
      const credentials = await openCredentials({ files });
      credentials.close();
      return credentials.identity;
    }),
  );
  expect(identities).toEqual([
    { kind: 'coordinator', name: 'coordinator' },
    { kind: 'worker', name: 'worker-1' },
    { kind: 'operator', name: 'reader', role: 'read' },
    { kind: 'operator', name: 'submitter', role: 'submit' },
    { kind: 'operator', name: 'operator', role: 'operate' },
  ]);

  const before = await readFile(path.join(folder, 'ca.key'), 'utf8');
  const again = await startLockstep('certs', 'init', folder).ended;
  expect(again.exitCode).toBe(64);
  expect(again.stderr).toMatch(/^lockstep: error\[USAGE\]: .*made is not empty .*nothing is overwritten/);
  expect(await readFile(path.join(folder, 'ca.key'), 'utf8')).toBe(before);
});

test.each([
  [['certs', 'init', path.join(parent, 'few'), '--workers', '0'], /whole number of at least 1/],
  [['certs', 'init', path.join(parent, 'many'), '--days', '9999'], /--days is 9999; give at most 3650/],
  [['certs', 'init', '--wrokers', '2'], /unknown option '--wrokers'.* see lockstep certs init --help/],
])('%j is refused in one line', async (args, message) => {
  const { exitCode, stderr } = await startLockstep(...args).ended;
  expect(exitCode).toBe(64);
  expect(stderr).toMatch(message);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
