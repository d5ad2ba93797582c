import { access, constants, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { availableParallelism, freemem, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { ERROR_CODES } from '../core/errors.ts';
import { describeEngines } from '../engine/open-engine.ts';
import { openFileStore } from '../store/file-store.ts';
import { VERSION } from '../version.ts';

/** One thing that was looked at. */
interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

const OLDEST_NODE = 20;
const GIB = 1024 ** 3;

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('say what this machine offers: Node, cores, engines, GPU, ports, store')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      '\nExit code 0 when jobs can run here, 69 when something that every job needs is missing.',
    )
    .action(doctor);
}

async function doctor({ json }: { json?: true }): Promise<void> {
  const [engines, gpu, port, store] = await Promise.all([
    describeEngines(),
    findGpu(),
    tryPort(),
    tryStore(),
  ]);
  const checks = [checkNode(), port, store];
  const ok = checks.every((check) => check.ok) && engines.some((engine) => engine.available);
  const cores = availableParallelism();
  if (json) {
    const memoryBytes = { total: totalmem(), free: freemem() };
    process.stdout.write(
      `${JSON.stringify({ ok, version: VERSION, cores, memoryBytes, gpu, checks, engines })}\n`,
    );
  } else {
    const lines = [
      `Lockstep ${VERSION}`,
      ...checks.map(({ name, ok: isRight, detail }) => line(isRight, name, detail)),
      line(
        true,
        'cores',
        `${cores}, ${(totalmem() / GIB).toFixed(1)} GiB of memory, ${(freemem() / GIB).toFixed(1)} free`,
      ),
      line(gpu !== null, 'GPU', gpu ?? 'no NVIDIA device found; jobs run on the CPU'),
      ...engines.map(({ name, available, reason }) => line(available, `engine ${name}`, reason)),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  }
  process.exitCode = ok ? 0 : ERROR_CODES.UNAVAILABLE.exitCode;
}

function line(ok: boolean, name: string, detail: string): string {
  return `${ok ? 'yes' : ' no'}  ${name.padEnd(18)} ${detail}`;
}

function checkNode(): Check {
  const major = Number(process.versions.node.split('.')[0]);
  return {
    name: 'Node',
    ok: major >= OLDEST_NODE,
    detail: `${process.version}, at least ${OLDEST_NODE} is needed`,
  };
}

async function findGpu(): Promise<string | null> {
  const device = '/dev/nvidia0';
  return access(device).then(
    () => device,
    () => null,
  );
}

/** Whether a port on loopback can be listened on. */
function tryPort(): Promise<Check> {
  const name = 'loopback port';
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve({ name, ok: false, detail: error.message }));
    server.listen(0, '127.0.0.1', () => {
      server.close(() => resolve({ name, ok: true, detail: 'can be listened on' }));
    });
  });
}

/** Whether the embedded store can be written where runs go. */
async function tryStore(): Promise<Check> {
  const name = 'store';
  try {
    await access('.', constants.W_OK);
    const directory = await mkdtemp(join(tmpdir(), 'lockstep-doctor-'));
    try {
      const store = await openFileStore({ directory });
      await store.put('doctor', { ok: true }, null);
      await store.close();
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
    return { name, ok: true, detail: 'the embedded store works and this folder can be written' };
  } catch (error) {
    return { name, ok: false, detail: (error as Error).message };
  }
}
