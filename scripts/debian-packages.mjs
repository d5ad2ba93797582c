// Installs the programs that some tests start, where that is possible. Node built-ins only.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** Debian calls the packages as it calls the programs. */
const PROGRAMS = ['nats-server', 'prometheus', 'chromium'];

/**
 * Installs with apt-get what is missing, if this is root on Debian or alike. Says by name what is still missing:
 * tests that need it are skipped.
 */
export function installDebianPackages() {
  const missing = PROGRAMS.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  if (process.getuid?.() === 0 && isInstalled('apt-get')) {
    aptGet('update');
    for (const name of missing) {
      console.log(`installing the Debian package ${name}`);
      aptGet('install', '--yes', '--no-install-recommends', name);
    }
  }
  for (const name of missing.filter((name) => !isInstalled(name))) {
    console.log(`${name} is not installed; tests that need it are skipped`);
  }
}

function isInstalled(program) {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.some((folder) => isExecutable(path.join(folder, program)));
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Offline it gives up soon; a failure is shown and leaves the program missing. */
function aptGet(...args) {
  const quick = ['-q', '-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=30'];
  const result = spawnSync('apt-get', [...quick, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    // Runlevel 1: a package that brings a service must not start it.
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
  });
  if (result.status !== 0) console.log(`apt-get ${args.join(' ')} failed:\n${result.stderr}`.trimEnd());
}
