// Bundles a benchmark and runs it: `node bench/run.mjs NAME [OPTIONS]` runs bench/NAME.ts.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const [name, ...options] = process.argv.slice(2);
if (!name) throw new Error('name a benchmark: node bench/run.mjs NAME');
// Inside of the repository, because packages are found from where a file lies.
const folder = path.join(root, `dist.bench-${process.pid}`);
try {
  const outfile = path.join(folder, 'bench', `${name}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: [`bench/${name}.ts`],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  const flags = (process.env.NODE_FLAGS ?? '').split(' ').filter(Boolean);
  const child = spawn(process.execPath, [...flags, outfile, ...options], { cwd: root, stdio: 'inherit' });
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name));
  const [status] = await once(child, 'exit');
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
