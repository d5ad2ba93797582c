// Holds the arrows between the parts of src/ and the purity of src/core: `node scripts/check-arrows.mjs`.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const library = ['core', 'version.ts', 'clock.ts'];
const assembly = [
  ...library,
  ...['gen', 'kernels', 'wire', 'collective', 'engine', 'data', 'store', 'launch', 'observe', 'config.ts'],
];

/** What each part, a folder or a file right in src/, may import besides itself. */
const ARROWS = {
  core: [],
  'version.ts': [],
  'clock.ts': [],
  gen: [],
  kernels: ['core', 'gen'],
  wire: ['core', 'gen'],
  collective: [...library, 'kernels', 'wire', 'gen'],
  engine: [...library, 'gen', 'kernels'],
  data: library,
  store: library,
  observe: library,
  // It starts processes and tells them what to do through their configuration.
  launch: [...library, 'config.ts'],
  'config.ts': ['core'],
  'index.ts': ['core', 'data', 'engine', 'worker/program.ts'],
  coordinator: assembly,
  worker: assembly,
  cli: [...assembly, 'coordinator', 'worker'],
};

/** Single files that may import a single file more. */
const EXCEPTIONS = { 'worker/load-program.ts': ['index.ts'] };

/** Two copies of TensorFlow.js break tensors, so few files load it; its types are free. */
const TENSORFLOW_LOADERS = ['engine/tf.ts', 'engine/open-engine.ts'];

const CORE_PACKAGES = ['zod'];
const IMPURE = /\b(?:Date\.now|new Date\(|Math\.random|performance\.|setTimeout|setInterval|setImmediate)/;

const STATIC_IMPORT = /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm;
const DYNAMIC_IMPORT = /(typeof\s+)?\b(?:import|require)\(\s*'([^']+)'/g;

/** Every broken rule under `src` as "file:line: what is wrong". */
export function findViolations(src) {
  return readdirSync(src, { recursive: true })
    .map((name) => name.replaceAll(path.sep, '/'))
    .filter((name) => name.endsWith('.ts') && !name.startsWith('gen/'))
    .sort()
    .flatMap((file) => fileViolations(file, withoutComments(readFileSync(path.join(src, file), 'utf8'))));
}

function fileViolations(file, code) {
  const found = [
    ...importsOf(code).map((imported) => [imported.index, importViolation(file, imported)]),
    ...[...code.matchAll(new RegExp(IMPURE, 'g'))].map((match) => [match.index, impurity(file, match[0])]),
    ...[...code.matchAll(/\bprocess\.env\b/g)].map((match) => [match.index, environmentRead(file)]),
  ];
  return found
    .filter(([, problem]) => problem !== null)
    .sort(([left], [right]) => left - right)
    .map(([index, problem]) => `src/${file}:${code.slice(0, index).split('\n').length}: ${problem}`);
}

function importsOf(code) {
  return [STATIC_IMPORT, DYNAMIC_IMPORT].flatMap((pattern) =>
    [...code.matchAll(pattern)].map((match) => ({
      index: match.index,
      isType: Boolean(match[1]),
      name: match[2],
    })),
  );
}

function importViolation(file, { name, isType }) {
  if (name.startsWith('.')) return arrowViolation(file, path.posix.join(path.posix.dirname(file), name));
  return packageViolation(file, name, isType);
}

function arrowViolation(file, target) {
  const from = partOf(file);
  const to = partOf(target);
  const allowed = [...(ARROWS[from] ?? []), ...(EXCEPTIONS[file] ?? [])];
  if (!ARROWS[from]) return `src/${from} has no arrows; name it in scripts/check-arrows.mjs`;
  if (from === to || allowed.includes(to) || allowed.includes(target)) return null;
  return `imports src/${target}; ${from} may import only ${allowed.join(', ') || 'itself'}`;
}

function packageViolation(file, name, isType) {
  if (partOf(file) === 'core' && !CORE_PACKAGES.includes(name)) {
    return `imports ${name}; core may import only ${CORE_PACKAGES.join(', ')}`;
  }
  if (name.startsWith('@tensorflow/') && !isType && !TENSORFLOW_LOADERS.includes(file)) {
    return `loads ${name}; only src/${TENSORFLOW_LOADERS.join(', src/')} may (types are free)`;
  }
  return null;
}

function impurity(file, what) {
  return partOf(file) === 'core' ? `uses ${what}; core has no clock, timers or randomness` : null;
}

function environmentRead(file) {
  if (file === 'config.ts' || partOf(file) === 'cli') return null;
  return 'reads process.env; only src/config.ts and src/cli may';
}

function partOf(file) {
  return file.split('/')[0];
}

/** Blanks comments and keeps every line; good enough for formatted code, where no string holds a comment's start. */
function withoutComments(code) {
  return code
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|\s)\/\/.*$/gm, '$1');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const violations = findViolations(fileURLToPath(new URL('../src', import.meta.url)));
  for (const violation of violations) console.error(violation);
  if (violations.length > 0) process.exitCode = 1;
}
