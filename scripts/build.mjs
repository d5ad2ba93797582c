// Builds dist/ from src/: `npm run build`.
import { rename, rm, utimes } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const entryPoints = [
  'src/cli/main.ts',
  'src/coordinator/main.ts',
  'src/worker/main.ts',
  'src/worker/trainer-thread.ts',
  'src/index.ts',
];

/**
 * Bundles every entry point into `dist/<same path>.js`. The new folder takes the place of the old one
 * only when it is complete, so a failed build leaves the old one and parallel builds do not mix.
 */
export async function build() {
  const { build: bundle } = await import('esbuild');
  const begin = new Date();
  const unfinished = path.join(root, `dist.tmp-${process.pid}`);
  try {
    await bundle({
      absWorkingDir: root,
      entryPoints,
      outdir: unfinished,
      outbase: 'src',
      bundle: true,
      splitting: true,
      // One level below dist/, like every entry: '../coordinator/main.js' means the same from both.
      chunkNames: 'chunks/[name]-[hash]',
      format: 'esm',
      platform: 'node',
      target: 'node20',
      packages: 'external',
      sourcemap: true,
      logLevel: 'warning',
    });
    // Tells bin/lockstep that what changed after this moment may not be in dist/.
    await utimes(unfinished, begin, begin);
    await replaceFolder(unfinished, path.join(root, 'dist'));
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function replaceFolder(source, target) {
  const replaced = `${target}.old-${process.pid}`;
  for (;;) {
    await rename(target, replaced).catch(ignoring('ENOENT'));
    await rm(replaced, { recursive: true, force: true });
    try {
      return await rename(source, target);
    } catch (error) {
      // Another build put its folder there between the two renames: replace that one too.
      ignoring('ENOTEMPTY', 'EEXIST')(error);
    }
  }
}

function ignoring(...codes) {
  return (error) => {
    if (!codes.includes(error.code)) throw error;
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // esbuild has printed what is wrong and where.
  await build().catch((error) => {
    if (!error.errors) console.error(error);
    process.exitCode = 1;
  });
}
