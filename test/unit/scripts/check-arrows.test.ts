import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findViolations } from '../../../scripts/check-arrows.mjs';

let src: string;

beforeEach(() => {
  src = mkdtempSync(path.join(tmpdir(), 'arrows-'));
});

afterEach(() => {
  rmSync(src, { recursive: true });
});

function plant(file: string, ...lines: string[]): void {
  mkdirSync(path.dirname(path.join(src, file)), { recursive: true });
  writeFileSync(path.join(src, file), `${lines.join('\n')}\n`);
}

describe('the arrow checker', () => {
  it.each([
    [
      'observe/page.ts',
      "import { openStore } from '../store/file-store.ts';",
      'imports src/store/file-store.ts',
    ],
    ['store/a.ts', "import type { Metrics } from '../observe/metrics.ts';", 'imports src/observe/metrics.ts'],
    ['core/plan/a.ts', "export { b } from '../../engine/b.ts';", 'imports src/engine/b.ts'],
    ['core/plan/a.ts', "import '../../data/b.ts';", 'imports src/data/b.ts'],
    ['kernels/a.ts', "import { b } from '../engine/b.ts';", 'imports src/engine/b.ts'],
    ['worker/a.ts', "const b = await import('../coordinator/b.ts');", 'imports src/coordinator/b.ts'],
    ['worker/a.ts', "import { fit } from '../index.ts';", 'imports src/index.ts'],
    ['index.ts', "export { Worker } from './worker/worker.ts';", 'imports src/worker/worker.ts'],
    ['data/a.ts', "import { b } from '../../bench/b.ts';", 'imports src/../bench/b.ts'],
    ['core/a.ts', "import { readFile } from 'node:fs/promises';", 'imports node:fs/promises'],
    ['core/a.ts', "import pino from 'pino';", 'imports pino'],
    ['core/a.ts', 'const now = Date.now();', 'uses Date.now'],
    ['core/a.ts', 'const now = new Date();', 'uses new Date('],
    ['core/a.ts', 'const draw = Math.random();', 'uses Math.random'],
    ['core/a.ts', 'const now = performance.now();', 'uses performance.'],
    ['core/a.ts', 'setTimeout(retry, 10);', 'uses setTimeout'],
    ['engine/losses.ts', "import * as tf from '@tensorflow/tfjs-core';", 'loads @tensorflow/tfjs-core'],
    ['worker/a.ts', "const tf = require('@tensorflow/tfjs-core');", 'loads @tensorflow/tfjs-core'],
    ['store/a.ts', 'const home = process.env.HOME;', 'reads process.env'],
    ['extras/a.ts', "import { b } from '../core/b.ts';", 'src/extras has no arrows'],
  ])('finds what is wrong in %s: %s', (file, line, problem) => {
    plant(file, '// A first line.', line);
    expect(findViolations(src)).toEqual([expect.stringContaining(`src/${file}:2: ${problem}`)]);
  });

  it('finds an import that spans lines', () => {
    plant('launch/a.ts', 'import {', '  one,', '  two,', "} from '../data/b.ts';");
    expect(findViolations(src)).toEqual([
      expect.stringMatching(/^src\/launch\/a\.ts:1: imports src\/data\/b\.ts/),
    ]);
  });

  it('lets everything through that the design allows', () => {
    plant('core/a.ts', "import { z } from 'zod';", "import { b } from './b.ts';");
    plant(
      'engine/tf.ts',
      "const core = require('@tensorflow/tfjs-core') as typeof import('@tensorflow/tfjs-core');",
    );
    plant('engine/losses.ts', "import type { Tensor } from '@tensorflow/tfjs-core';");
    plant(
      'collective/a.ts',
      "import { method } from '../wire/method.ts';",
      "import { c } from '../gen/lockstep.js';",
    );
    plant('worker/load-program.ts', "import * as lockstep from '../index.ts';");
    plant('index.ts', "export { defineProgram } from './worker/program.ts';");
    plant('config.ts', 'const environment = process.env;');
    plant('cli/run.ts', "import { start } from '../coordinator/main.ts';", 'const home = process.env.HOME;');
    plant('launch/a.ts', 'const now = Date.now();', "import { spawn } from 'node:child_process';");
    expect(findViolations(src)).toEqual([]);
  });

  it('does not take a comment for code', () => {
    plant(
      'core/a.ts',
      '/**',
      ' * Unlike Date.now(), and',
      " * import 'pino', ",
      ' */',
      'const a = 1; // not process.env',
    );
    expect(findViolations(src)).toEqual([]);
  });
});
