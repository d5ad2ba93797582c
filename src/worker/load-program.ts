import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import { LockstepError } from '../core/errors.ts';
import { tf } from '../engine/tf.ts';
import * as lockstep from '../index.ts';
import { originalStack } from './original-stack.ts';
import type { Program } from './program.ts';

/** What `require` gives a bundled program for the packages that must exist once only. */
const SHARED_MODULES: Readonly<Record<string, unknown>> = {
  lockstep,
  '@tensorflow/tfjs': tf,
  '@tensorflow/tfjs-core': tf,
  '@tensorflow/tfjs-layers': tf,
};

/**
 * Runs a bundled program (CommonJS, from `bundleProgram`) and returns its default export.
 * Throws PROGRAM_INVALID, with the program's own stack, when it throws or exports something else.
 */
export async function loadProgram(file: string): Promise<Program> {
  const code = await readFile(file, 'utf8');
  const fallback = createRequire(resolve(file));
  const require = (name: string): unknown => SHARED_MODULES[name] ?? fallback(name);
  const module = { exports: {} as { default?: unknown } };
  await runProgram('the program throws while it loads', code, () => {
    compileFunction(code, ['module', 'exports', 'require'], { filename: file })(
      module,
      module.exports,
      require,
    );
  });
  return checkProgram(module.exports.default);
}

/** Calls a part of the program; what it throws becomes PROGRAM_INVALID with the program's own stack. */
export async function runProgram<T>(what: string, code: string, run: () => T | Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof LockstepError) throw error;
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    throw new LockstepError('PROGRAM_INVALID', `${what}: ${message}`, originalStack(stack ?? message, code));
  }
}

/** What is thrown while the program trains: PROGRAM_INVALID where a line of the program threw it, else as it is. */
export function blameProgram(error: unknown, code: string): unknown {
  if (error instanceof LockstepError || !(error instanceof Error)) return error;
  const stack = error.stack ?? '';
  const thrower = stack.split('\n').find((line) => /^\s*at /.test(line)) ?? '';
  if (!/program\.cjs:\d+/.test(thrower)) return error;
  return new LockstepError(
    'PROGRAM_INVALID',
    `the program throws while it trains: ${error.message}`,
    originalStack(stack, code),
  );
}

const PARTS: readonly (keyof Program)[] = ['dataset', 'model', 'loss', 'optimizer'];

function checkProgram(exported: unknown): Program {
  if (typeof exported !== 'object' || exported === null) {
    throw new LockstepError(
      'PROGRAM_INVALID',
      `the program's default export is ${exported === undefined ? 'missing' : typeof exported}; ` +
        'write "export default defineProgram({ dataset, model, loss, optimizer })"',
    );
  }
  const program = exported as Partial<Program>;
  const missing = PARTS.filter((part) => program[part] === undefined);
  if (missing.length > 0) {
    throw new LockstepError('PROGRAM_INVALID', `the program's default export lacks ${missing.join(', ')}`);
  }
  for (const part of ['dataset', 'model'] as const) {
    if (typeof program[part] !== 'function') {
      throw new LockstepError(
        'PROGRAM_INVALID',
        `the program's ${part} is ${typeof program[part]}, not a function`,
      );
    }
  }
  return program as Program;
}
