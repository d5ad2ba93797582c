import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import util from 'node:util';
import { LockstepError } from '../core/errors.ts';
import type { EngineChoice, EngineName } from '../core/job/job-spec.ts';
import { registerEinsum } from './einsum.ts';
import { registerGradients } from './gradients.ts';
import { type Tf, tf } from './tf.ts';
import { registerWasmKernels } from './wasm/register-wasm-kernels.ts';

/** TensorFlow.js on the one backend that this process computes with. */
export interface Engine {
  readonly name: EngineName;
  readonly tf: Tf;
  /** The package that computes, with its version, e.g. `@tensorflow/tfjs-backend-wasm 4.22.0`. */
  readonly packageName: string;
  /** Whether the same inputs give the same bits on every run and every machine. */
  readonly deterministic: boolean;
}

export interface EngineReport {
  readonly name: EngineName;
  readonly available: boolean;
  /** One sentence: what computes, or why the engine cannot be used. */
  readonly reason: string;
}

interface EngineDescription {
  /** Packages that bring the engine, best first. */
  readonly packages: readonly string[];
  readonly deterministic: boolean;
  /** Called once the package has registered its backend, before the backend starts. */
  readonly prepare: (loaded: LoadedPackage) => Promise<void> | void;
}

const nothing = () => {};

/** Every engine, best first: the order of the automatic choice. */
const ENGINES: Readonly<Record<EngineName, EngineDescription>> = {
  tensorflow: {
    packages: ['@tensorflow/tfjs-node-gpu', '@tensorflow/tfjs-node'],
    deterministic: false,
    prepare: nothing,
  },
  wasm: {
    packages: ['@tensorflow/tfjs-backend-wasm'],
    deterministic: true,
    prepare: prepareWasm,
  },
  cpu: {
    packages: ['@tensorflow/tfjs-backend-cpu'],
    deterministic: true,
    prepare: () => registerEinsum(tf, 'cpu'),
  },
};

const ENGINE_NAMES = Object.keys(ENGINES) as EngineName[];

/**
 * Starts the engine of this name, or with `auto` the best one that starts.
 * A process has one engine: what is opened last computes everything from then on.
 * Throws UNAVAILABLE with the reason of each engine that was tried.
 */
export async function openEngine(choice: EngineChoice): Promise<Engine> {
  const reasons: string[] = [];
  for (const name of choice === 'auto' ? ENGINE_NAMES : [choice]) {
    try {
      return await startEngine(name);
    } catch (error) {
      reasons.push(`engine "${name}": ${reasonOf(error)}`);
    }
  }
  throw new LockstepError('UNAVAILABLE', `No engine can be started: ${reasons.join(' ')}`);
}

/** Tries every engine and says which ones would start. Leaves the best one running. */
export async function describeEngines(): Promise<EngineReport[]> {
  const reports: EngineReport[] = [];
  for (const name of ENGINE_NAMES.toReversed()) {
    try {
      const { packageName } = await startEngine(name);
      reports.unshift({ name, available: true, reason: `Computes with ${packageName}.` });
    } catch (error) {
      reports.unshift({ name, available: false, reason: reasonOf(error) });
    }
  }
  return reports;
}

async function startEngine(name: EngineName): Promise<Engine> {
  const { packages, deterministic, prepare } = ENGINES[name];
  tf.enableProdMode();
  const found = loadFirst(packages);
  await prepare(found);
  if (!(await tf.setBackend(name)))
    throw new Error(`${found.packageName} loads, but its backend does not start.`);
  await tf.ready();
  registerGradients(tf);
  return Object.freeze({ name, tf, packageName: found.packageName, deterministic });
}

interface LoadedPackage {
  readonly packageName: string;
  readonly file: string;
  readonly exports: unknown;
}

/** Optional packages may be installed beside Lockstep or in the project that uses it. */
function loadFirst(packages: readonly string[]): LoadedPackage {
  const resolvers = [import.meta.url, pathToFileURL(path.join(process.cwd(), 'package.json'))].map(
    createRequire,
  );
  for (const name of packages) {
    for (const resolver of resolvers) {
      const file = resolve(resolver, name);
      if (file === null) continue;
      if (name.includes('tfjs-node')) restoreRemovedNodeFunctions();
      const { version } = resolver(`${name}/package.json`) as { version: string };
      return { packageName: `${name} ${version}`, file, exports: resolver(name) };
    }
  }
  throw new Error(`${packages.join(' or ')} is not installed.`);
}

function resolve(resolver: NodeJS.Require, name: string): string | null {
  try {
    return resolver.resolve(name);
  } catch {
    return null;
  }
}

/** tfjs-node 4.22 calls two functions that Node 23 removed. */
function restoreRemovedNodeFunctions(): void {
  const legacy = util as unknown as Record<string, unknown>;
  legacy.isNullOrUndefined ??= (value: unknown) => value === null || value === undefined;
  legacy.isArray ??= Array.isArray;
}

/**
 * One thread, so that sums have one order; SIMD, so that they have the same order everywhere. What the backend lacks
 * for training is added, with the kernels of the cpu backend behind it.
 */
async function prepareWasm(loaded: LoadedPackage): Promise<void> {
  if (!(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT')))
    throw new Error('This machine has no WebAssembly SIMD.');
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  const { setWasmPaths } = loaded.exports as { setWasmPaths: (folder: string) => void };
  setWasmPaths(path.dirname(loaded.file) + path.sep);
  loadFirst(ENGINES.cpu.packages);
  registerWasmKernels(tf);
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const firstLine = message.split('\n')[0]!.trim();
  return firstLine.endsWith('.') ? firstLine : `${firstLine}.`;
}
