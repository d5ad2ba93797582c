// Puts together what a container image holds: `node scripts/stage-image.mjs FOLDER [--with PACKAGE@VERSION]`.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Sources and scripts stay out: without them the command takes itself for an installed package. */
const CONTENT = ['bin', 'dist', 'examples', 'LICENSE', 'package.json'];
/** Needed to install, not to run. */
const FOR_NPM = ['package-lock.json', '.npmrc'];

/**
 * Builds, copies and installs into `folder`, which must be new or empty, for this platform. `extraPackage`, such as an engine
 * that is optional, runs its install scripts; nothing else does.
 */
async function stage(folder, extraPackage) {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Error(`${folder} is not empty`);
  await build();
  mkdirSync(folder, { recursive: true });
  for (const name of [...CONTENT, ...FOR_NPM]) {
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  }
  npm(folder, 'ci', '--omit=dev', '--omit=peer', '--ignore-scripts');
  if (extraPackage) npm(folder, 'install', '--no-save', '--omit=dev', extraPackage);
  for (const name of FOR_NPM) rmSync(path.join(folder, name));
}

function npm(folder, ...args) {
  const options = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  const { status, error } = spawnSync('npm', [...args, ...options], { cwd: folder, stdio: 'inherit' });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed: ${error?.message ?? `status ${status}`}`);
}

const [folder, option, extraPackage] = process.argv.slice(2);
if (!folder || (option !== undefined && (option !== '--with' || !extraPackage))) {
  console.error('usage: node scripts/stage-image.mjs FOLDER [--with PACKAGE@VERSION]');
  process.exit(64);
}
await stage(path.resolve(folder), extraPackage);
