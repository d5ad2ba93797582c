// Runs one step of a check as a child process. Node built-ins only.
import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The folder of the clone. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** The command line of a program that an installed package brings. */
export function packageProgram(name, ...args) {
  return [path.join(root, 'node_modules/.bin', name), ...args];
}

/** The command line of a script of this folder. */
export function script(name, ...args) {
  return [process.execPath, path.join(root, 'scripts', name), ...args];
}

/**
 * Runs every step, `width` at once, and prints one line for each as it ends, with what a failing one printed.
 * A step is `{ name, command: [program, ...args] }`; an outcome is `{ name, isOk }`.
 */
export async function runSteps(steps, width = 1) {
  const waiting = [...steps];
  const outcomes = [];
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let step = waiting.shift(); step; step = waiting.shift()) outcomes.push(await runStep(step));
    }),
  );
  return outcomes;
}

async function runStep({ name, command }) {
  const begin = performance.now();
  const { isOk, output } = await capture(command);
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  console.log(`${isOk ? 'ok    ' : 'FAILED'} ${seconds.padStart(6)} s  ${name}`);
  if (!isOk) console.log(output.trimEnd());
  return { name, isOk };
}

function capture([program, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.on('error', (error) => resolve({ isOk: false, output: `${program}: ${error.message}` }));
    child.on('close', (code) => resolve({ isOk: code === 0, output }));
  });
}
