// What a clone lacks before its command can run. Node built-ins only: nothing may be installed yet.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const BUILD_INPUTS = ['src', 'proto', 'package-lock.json', 'scripts/build.mjs'];
const STAMP = 'node_modules/.lockstep-installed';

/** Whether node_modules holds what package-lock.json asks for, whoever installed it. */
export function isInstalled(root) {
  const lock = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
  return read(root, STAMP) === digest(lock) || hasLockedPackages(root, JSON.parse(lock));
}

/** Remembers the lock file that node_modules follows, so that the next look is a quick one. */
export function markInstalled(root) {
  writeFileSync(path.join(root, STAMP), digest(readFileSync(path.join(root, 'package-lock.json'))));
}

/** Whether dist/ was built after the last change of everything that it is made from. */
export function isBuilt(root) {
  const dist = path.join(root, 'dist');
  // The build gives dist/ the time when it began to read, so a change during a build counts as later.
  return existsSync(dist) && statSync(dist).mtimeMs > lastChange(root);
}

function lastChange(root) {
  return Math.max(...BUILD_INPUTS.map((input) => newest(path.join(root, input))));
}

/** A folder's own time counts too: it tells of files that were deleted. */
function newest(file) {
  const status = statSync(file, { throwIfNoEntry: false });
  if (!status) return 0;
  if (!status.isDirectory()) return status.mtimeMs;
  return readdirSync(file).reduce(
    (latest, name) => Math.max(latest, newest(path.join(file, name))),
    status.mtimeMs,
  );
}

/** Compares with npm's own record of what it installed; it writes that last, so half an install has none. */
function hasLockedPackages(root, lock) {
  const record = read(root, 'node_modules/.package-lock.json');
  if (record === null) return false;
  const installed = JSON.parse(record).packages;
  return Object.entries(lock.packages).every(([place, wanted]) => {
    if (place === '') return true;
    const found = installed[place];
    return found ? found.version === wanted.version : Boolean(wanted.optional || wanted.devOptional);
  });
}

function read(root, file) {
  try {
    return readFileSync(path.join(root, file), 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return null;
  }
}

function digest(text) {
  return createHash('sha256').update(text).digest('hex');
}
