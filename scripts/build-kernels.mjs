// Compiles the folders `assembly` to src/gen: `node scripts/build-kernels.mjs`; with `--check` only says whether
// what is there is current.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = fileURLToPath(new URL('..', import.meta.url));
const MODULES = [
  {
    sourceFolder: 'src/kernels/assembly',
    output: 'src/gen/kernels.ts',
    name: 'KERNELS_WASM',
    // The limits are those of any shared memory that they may be given.
    memory: '--sharedMemory --initialMemory 1 --maximumMemory 65536 --enable simd,threads',
  },
  {
    // A module is made for memory of one kind.
    sourceFolder: 'src/kernels/assembly',
    output: 'src/gen/unshared-kernels.ts',
    name: 'UNSHARED_KERNELS_WASM',
    memory: '--initialMemory 1 --enable simd',
  },
  {
    sourceFolder: 'src/engine/wasm/assembly',
    output: 'src/gen/engine-kernels.ts',
    name: 'ENGINE_KERNELS_WASM',
    memory: '--initialMemory 1 --enable simd',
  },
];

// No runtime: the kernels allocate nothing.
const options = '-O3 --noAssert --runtime stub --use abort= --importMemory --noExportMemory';

async function compile({ sourceFolder, memory }) {
  let wasm;
  const { error, stderr } = await asc.main(
    [`${sourceFolder}/index.ts`, ...options.split(' '), ...memory.split(' '), '--outFile', 'kernels.wasm'],
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

function moduleOf({ sourceFolder, name }, wasm) {
  const lines = wasm.toString('base64').match(/.{1,100}/g);
  return [
    `// Generated from ${sourceFolder} by npm run generate.`,
    '/** A WebAssembly module, as base64. */',
    `export const ${name} =\n${lines.map((line) => `  '${line}'`).join(' +\n')};`,
    '',
  ].join('\n');
}

for (const module of MODULES) {
  const { sourceFolder, output } = module;
  const wasm = await compile(module);
  const generated = moduleOf(module, wasm);
  const file = path.join(root, output);
  if (!process.argv.includes('--check')) {
    writeFileSync(file, generated);
    console.log(`${output}: ${wasm.length} bytes of WebAssembly`);
  } else if (generated !== read(file)) {
    console.error(`${output}: not what ${sourceFolder} gives; run npm run generate`);
    process.exitCode = 1;
  }
}
