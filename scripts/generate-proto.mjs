// Generates src/gen from proto/: `node scripts/generate-proto.mjs`; with `--check` only says whether it is current.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const protoFolder = 'proto/lockstep/v1';
const genFolder = path.join(root, 'src/gen');
const outputs = ['lockstep.js', 'lockstep.d.ts'];

// No JSON conversion and no verification: messages are made and read by typed code alone. Numbers instead of
// Long objects: every 64-bit field of ours stays below 2^53.
const generatorOptions =
  '-t static-module -w es6 --no-verify --no-convert --no-delimited --no-typeurl --no-service --force-number'.split(
    ' ',
  );

function generate(folder) {
  const code = path.join(folder, 'lockstep.js');
  const protos = readdirSync(path.join(root, protoFolder)).filter((name) => name.endsWith('.proto'));
  const inputs = protos.sort().map((name) => `${protoFolder}/${name}`);
  protobufjs('pbjs', [...generatorOptions, '-o', code, ...inputs]);
  writeFileSync(code, forNode(readFileSync(code, 'utf8')));
  protobufjs('pbts', ['-o', path.join(folder, 'lockstep.d.ts'), code]);
}

function protobufjs(program, args) {
  const script = path.join(root, 'node_modules/protobufjs-cli/bin', program);
  execFileSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });
}

/** Node.js finds a file of a package by its full name only, and gives a CommonJS module as default import. */
function forNode(code) {
  const written = 'import * as $protobuf from "protobufjs/minimal"';
  if (!code.includes(written)) throw new Error(`pbjs no longer writes: ${written}`);
  return code.replace(written, 'import $protobuf from "protobufjs/minimal.js"');
}

function isCurrent(folder, name) {
  return readFileSync(path.join(folder, name), 'utf8') === readFileSync(path.join(genFolder, name), 'utf8');
}

const folder = mkdtempSync(path.join(tmpdir(), 'lockstep-proto-'));
try {
  generate(folder);
  if (process.argv.includes('--check')) {
    const stale = outputs.filter((name) => !isCurrent(folder, name));
    if (stale.length > 0) {
      console.error(`src/gen/${stale.join(', src/gen/')}: not what proto/ gives; run npm run generate`);
      process.exitCode = 1;
    }
  } else {
    cpSync(folder, genFolder, { recursive: true });
  }
} finally {
  rmSync(folder, { recursive: true });
}
