// Makes a clone ready to run: packages and dist/. Node built-ins only: nothing may be installed yet.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { withCloneLock } from './clone-lock.mjs';
import { isBuilt, isInstalled, markInstalled } from './clone-state.mjs';

/**
 * Installs and builds what is missing or out of date; a clone that is up to date costs a walk over its sources.
 * Says each thing it does in one line on standard error. Throws an Error that says what failed and how.
 */
export async function prepareClone(root) {
  if (isInstalled(root) && isBuilt(root)) return;
  await withCloneLock(root, {
    onWait: sayWaiting,
    work: () => {
      installIfNeeded(root);
      buildIfNeeded(root);
    },
  });
}

/** Installs the packages that package-lock.json names unless they are there; like `prepareClone` otherwise. */
export async function installPackages(root) {
  if (isInstalled(root)) return;
  await withCloneLock(root, {
    onWait: sayWaiting,
    work: () => installIfNeeded(root),
  });
}

function installIfNeeded(root) {
  if (!isInstalled(root)) {
    say('installing packages (npm ci)');
    command(root, 'npm', ['ci', '--include=dev', '--no-audit', '--no-fund']);
  }
  markInstalled(root);
}

function buildIfNeeded(root) {
  if (isBuilt(root)) return;
  say('building dist');
  command(root, process.execPath, ['scripts/build.mjs']);
}

/** Keeps standard output clean, and shows what a command printed only when it fails. */
function command(root, program, args) {
  const result = spawnSync(program, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  if (result.error?.code === 'ENOENT')
    throw new Error(`${program} is not on the PATH; install Node.js with npm`);
  if (result.error) throw result.error;
  if (result.status !== 0) {
    throw new Error(
      `${program} ${args.join(' ')} failed in ${root}\n${result.stdout}${result.stderr}`.trimEnd(),
    );
  }
}

function sayWaiting() {
  say('waiting for another lockstep that installs or builds');
}

function say(line) {
  process.stderr.write(`lockstep: ${line}\n`);
}
