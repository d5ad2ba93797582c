// Compiles src/kernels/assembly to src/gen/kernels.ts: `node scripts/build-kernels.mjs`; with `--check` only says
// whether it is current.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = fileURLToPath(new URL('..', import.meta.url));
const sourceFolder = 'src/kernels/assembly';
const output = path.join(root, 'src/gen/kernels.ts');

// No runtime: the kernels allocate nothing. The limits are those of any shared memory that they may be given.
const options =
  '-O3 --noAssert --runtime stub --use abort= --importMemory --noExportMemory --sharedMemory --initialMemory 1 --maximumMemory 65536 --enable simd,threads';

async function compile() {
  let wasm;
  const { error, stderr } = await asc.main(
    [`${sourceFolder}/index.ts`, ...options.split(' '), '--outFile', 'kernels.wasm'],
    {
      readFile: (name, base) => read(path.resolve(root, base, name)),
      writeFile: (_name, contents) => {
        wasm = contents;
      },
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`${sourceFolder} does not compile\n${stderr}`);
  return Buffer.from(wasm);
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function moduleOf(wasm) {
  const lines = wasm.toString('base64').match(/.{1,100}/g);
  return [
    '// Generated from src/kernels/assembly by npm run generate.',
    '/** A WebAssembly module, as base64. */',
    `export const KERNELS_WASM =\n${lines.map((line) => `  '${line}'`).join(' +\n')};`,
    '',
  ].join('\n');
}

const wasm = await compile();
const generated = moduleOf(wasm);
if (!process.argv.includes('--check')) {
  writeFileSync(output, generated);
  console.log(`src/gen/kernels.ts: ${wasm.length} bytes of WebAssembly`);
} else if (generated !== readFileSync(output, 'utf8')) {
  console.error(`src/gen/kernels.ts: not what ${sourceFolder} gives; run npm run generate`);
  process.exitCode = 1;
}
