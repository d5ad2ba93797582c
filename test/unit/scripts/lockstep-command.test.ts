import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const MAIN = "console.log('ran', process.argv.slice(2).join(' '));";
const BUILD = `
  import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
  appendFileSync('builds', 'built\\n');
  console.log('a line on standard output');
  mkdirSync('dist/cli', { recursive: true });
  writeFileSync('dist/cli/main.js', ${JSON.stringify(MAIN)});`;
const LOCK = JSON.stringify({ packages: {} });

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'command-'));
  cpSync(path.join(repository, 'bin'), path.join(root, 'bin'), { recursive: true });
  write('package.json', JSON.stringify({ type: 'module' }));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

function makeClone({ build = BUILD } = {}): void {
  for (const script of ['prepare-clone.mjs', 'clone-lock.mjs', 'clone-state.mjs']) {
    cpSync(path.join(repository, 'scripts', script), path.join(root, 'scripts', script));
  }
  write('scripts/build.mjs', build);
  write('src/index.ts', '');
  write('package-lock.json', LOCK);
  write('node_modules/.package-lock.json', LOCK);
}

/** What `npm ci` can install without a network. */
function writePackageWithLocalDependency(): void {
  const clone = { name: 'clone', version: '1.0.0', dependencies: { part: 'file:part' } };
  write('part/package.json', JSON.stringify({ name: 'part', version: '1.0.0' }));
  write('package.json', JSON.stringify({ ...clone, type: 'module' }));
  const packages = {
    '': clone,
    'node_modules/part': { resolved: 'part', link: true },
    part: { version: '1.0.0' },
  };
  write('package-lock.json', JSON.stringify({ ...clone, lockfileVersion: 3, requires: true, packages }));
}

function run(command: string, ...args: string[]): Promise<{ stdout: string; stderr: string }> {
  return promisify(execFile)(command, args, { cwd: tmpdir() });
}

const command = () => path.join(root, 'bin/lockstep');
const numBuilds = () => readFileSync(path.join(root, 'builds'), 'utf8').trim().split('\n').length;

describe('bin/lockstep', () => {
  it('just runs dist in a published package', async () => {
    write('dist/cli/main.js', MAIN);
    expect(await run(command(), 'run', 'job.yaml')).toEqual({ stdout: 'ran run job.yaml\n', stderr: '' });
  });

  it('builds a clone on standard error, then runs, and the next time only runs', async () => {
    makeClone();
    const ran = { stdout: 'ran --help\n' };
    expect(await run(command(), '--help')).toEqual({ ...ran, stderr: 'lockstep: building dist\n' });
    expect(await run(command(), '--help')).toEqual({ ...ran, stderr: '' });
  });

  it('builds once when two first calls run in parallel', async () => {
    makeClone();
    const outputs = await Promise.all([run(command(), 'a'), run(command(), 'b')]);
    expect(outputs.map(({ stdout }) => stdout)).toEqual(['ran a\n', 'ran b\n']);
    expect(numBuilds()).toBe(1);
  });

  it('installs with npm ci when node_modules is missing', async () => {
    makeClone();
    rmSync(path.join(root, 'node_modules'), { recursive: true });
    writePackageWithLocalDependency();
    const { stdout, stderr } = await run(command(), 'a');
    expect([stdout, stderr]).toEqual([
      'ran a\n',
      'lockstep: installing packages (npm ci)\nlockstep: building dist\n',
    ]);
    expect(existsSync(path.join(root, 'node_modules/part/package.json'))).toBe(true);
  });

  it('can be called through a symlink', async () => {
    makeClone();
    const link = path.join(root, 'elsewhere');
    symlinkSync(command(), link);
    expect((await run(link, 'a')).stdout).toBe('ran a\n');
  });

  it('says what the build said when it fails, and does not run', async () => {
    makeClone({ build: "console.error('src/a.ts:3: no such thing'); process.exit(1);" });
    await expect(run(command(), 'a')).rejects.toMatchObject({
      code: 69,
      stdout: '',
      stderr: expect.stringContaining('src/a.ts:3: no such thing'),
    });
  });
});
