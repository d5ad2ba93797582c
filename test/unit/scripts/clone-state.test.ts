import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isBuilt, isInstalled, markInstalled } from '../../../scripts/clone-state.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'clone-'));
  write('package-lock.json', lock({ 'node_modules/a': { version: '1.0.0' } }));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

function lock(packages: Record<string, object>): string {
  return JSON.stringify({ packages: { '': { name: 'lockstep' }, ...packages } });
}

function changedAt(file: string, seconds: number): void {
  utimesSync(path.join(root, file), seconds, seconds);
}

describe('isInstalled', () => {
  it('is false without node_modules, and after an install that was broken off', () => {
    expect(isInstalled(root)).toBe(false);
    write('node_modules/a/package.json', '{}');
    expect(isInstalled(root)).toBe(false);
  });

  it('is true after an install until the lock file changes', () => {
    write('node_modules/a/package.json', '{}');
    markInstalled(root);
    expect(isInstalled(root)).toBe(true);
    write('package-lock.json', lock({ 'node_modules/a': { version: '1.0.1' } }));
    expect(isInstalled(root)).toBe(false);
  });

  it('accepts what npm install put there by hand, also after the lock file has changed', () => {
    write('node_modules/.package-lock.json', lock({ 'node_modules/a': { version: '1.0.0' } }));
    expect(isInstalled(root)).toBe(true);
    const both = lock({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } });
    write('package-lock.json', both);
    expect(isInstalled(root)).toBe(false);
    write('node_modules/.package-lock.json', both);
    expect(isInstalled(root)).toBe(true);
  });

  it('does not miss optional packages of other platforms', () => {
    const other = { 'node_modules/b-darwin': { version: '1.0.0', optional: true } };
    write('package-lock.json', lock({ 'node_modules/a': { version: '1.0.0' }, ...other }));
    write('node_modules/.package-lock.json', lock({ 'node_modules/a': { version: '1.0.0' } }));
    expect(isInstalled(root)).toBe(true);
  });
});

describe('isBuilt', () => {
  beforeEach(() => {
    for (const file of ['src/a/b.ts', 'proto/a.proto', 'scripts/build.mjs', 'dist/index.js']) write(file, '');
    for (const file of [
      'src/a/b.ts',
      'src/a',
      'src',
      'proto/a.proto',
      'proto',
      'scripts/build.mjs',
      'package-lock.json',
    ]) {
      changedAt(file, 1000);
    }
    changedAt('dist', 2000);
  });

  it('is true when dist is newer than all that it is made from', () => {
    expect(isBuilt(root)).toBe(true);
  });

  it('is false without dist', () => {
    rmSync(path.join(root, 'dist'), { recursive: true });
    expect(isBuilt(root)).toBe(false);
  });

  it.each(['src/a/b.ts', 'proto/a.proto', 'scripts/build.mjs', 'package-lock.json'])(
    'is false when %s is newer',
    (file) => {
      changedAt(file, 3000);
      expect(isBuilt(root)).toBe(false);
    },
  );

  it('is false when a source was deleted', () => {
    rmSync(path.join(root, 'src/a/b.ts'));
    expect(isBuilt(root)).toBe(false);
  });
});
