// Runs a program so that no process that it starts can hide. Node built-ins and Linux's /proc only.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';

/** Inherited by every process that the program starts. */
const MARK = 'LOCKSTEP_CHAOS_MARK';

/** Runs a program to its end; what it leaves running is counted, and killed. */
export function runMarked(program, args) {
  const mark = `${MARK}=${randomUUID()}`;
  const [name, value] = mark.split('=');
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env: { ...process.env, [name]: value },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const text = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr']) {
      child[stream].setEncoding('utf8').on('data', (part) => {
        text[stream] += part;
      });
    }
    // A process that is left over keeps the pipes open, so it is killed before the output is complete.
    const processesLeft = new Promise((found) => {
      child.once('exit', () => found(killMarked(mark)));
    });
    child.once('error', reject);
    child.once('close', async (exitCode) => {
      resolve({ exitCode, ...text, processesLeft: (await processesLeft).length });
    });
  });
}

/** Kills the processes with this mark in their environment; returns their ids. */
async function killMarked(mark) {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const marked = [];
  for (const id of ids) {
    const environment = await readFile(`/proc/${id}/environ`, 'latin1').catch(() => '');
    if (environment.split('\0').includes(mark)) marked.push(Number(id));
  }
  for (const id of marked) {
    try {
      process.kill(id, 'SIGKILL');
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  }
  return marked;
}
