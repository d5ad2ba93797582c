import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Identity } from '../core/access/identity.ts';
import type { Role } from '../core/access/role.ts';
import { LockstepError } from '../core/errors.ts';
import { createCertificateAuthority, type KeyedCertificate } from '../wire/certificate-authority.ts';
import { parseWholeNumber } from './option-values.ts';

interface InitOptions {
  readonly workers: number;
  readonly host: readonly string[];
  readonly days: number;
  readonly json?: true;
}

/** The certificates of a folder by the names of their files, less `.crt` and `.key`. */
type Certificates = Readonly<Record<string, KeyedCertificate>>;

export function certsCommand(): Command {
  const init = new Command('init')
    .summary('make a small authority and certificates for trying TLS out')
    .description(
      'Makes a certificate authority, and certificates of a coordinator, of workers, and of an operator for each ' +
        'role. For trying TLS out: whoever has ca.key can be anybody.',
    )
    .argument('[dir]', 'folder to make; must be empty or not exist', 'certs')
    .option('--workers <n>', 'number of workers, each with a certificate of its own', parseWholeNumber, 4)
    .option('--host <name...>', 'names and IP addresses of the coordinator, for browsers', [
      'localhost',
      '127.0.0.1',
      '::1',
    ])
    .option('--days <n>', 'how long the certificates are valid', parseWholeNumber, 90)
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExample:\n  lockstep certs init certs --workers 2 --host coordinator.example')
    .action(initCertificates);
  return new Command('certs')
    .description('make certificates for TLS between coordinator, workers and this command')
    .addCommand(init);
}

async function initCertificates(directory: string, options: InitOptions): Promise<void> {
  for (const name of ['workers', 'days'] as const) {
    if (options[name] <= MAX[name]) continue;
    throw new LockstepError('USAGE', `--${name} is ${options[name]}; give at most ${MAX[name]}`);
  }
  const present = await readdir(directory).catch(() => []);
  if (present.length > 0) {
    const advice = 'nothing is overwritten; give a new folder';
    throw new LockstepError('USAGE', `${directory} is not empty (it has ${present[0]}); ${advice}`);
  }
  const certificates = await makeCertificates(options);
  try {
    await writeCertificates(directory, certificates);
  } catch (error) {
    throw new LockstepError('IO_FAILED', `${directory} cannot be written: ${(error as Error).message}`);
  }
  const names = Object.keys(certificates);
  if (options.json) process.stdout.write(`${JSON.stringify({ directory, names, days: options.days })}\n`);
  else process.stdout.write(story(directory, names, options));
}

const DAY_MS = 86_400_000;
/** A machine whose clock is behind takes the certificates at once. */
const CLOCK_SKEW_MS = 600_000;
const MAX = { workers: 1_000, days: 3_650 } as const;
const OPERATORS: Readonly<Record<string, Role>> = {
  reader: 'read',
  submitter: 'submit',
  operator: 'operate',
};

async function makeCertificates({ workers, host, days }: InitOptions): Promise<Certificates> {
  const now = Date.now();
  const lifetime = { notBefore: new Date(now - CLOCK_SKEW_MS), notAfter: new Date(now + days * DAY_MS) };
  const authority = await createCertificateAuthority(lifetime);
  const identities: Record<string, Identity> = { coordinator: { kind: 'coordinator', name: 'coordinator' } };
  for (let number = 1; number <= workers; number++) {
    identities[`worker-${number}`] = { kind: 'worker', name: `worker-${number}` };
  }
  for (const [name, role] of Object.entries(OPERATORS)) identities[name] = { kind: 'operator', name, role };

  const certificates: Record<string, KeyedCertificate> = { ca: authority };
  for (const [name, identity] of Object.entries(identities)) {
    const hosts = identity.kind === 'coordinator' ? host : [];
    certificates[name] = await authority.issue(identity, lifetime, hosts);
  }
  return certificates;
}

/** Keys are readable by their owner alone, and so is the folder. */
async function writeCertificates(directory: string, certificates: Certificates): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await chmod(directory, 0o700);
  for (const [name, { certificate, key }] of Object.entries(certificates)) {
    await writeFile(join(directory, `${name}.key`), key, { mode: 0o600, flag: 'wx' });
    await writeFile(join(directory, `${name}.crt`), certificate, { mode: 0o644, flag: 'wx' });
  }
}

function story(directory: string, names: readonly string[], { days }: InitOptions): string {
  return `Wrote ${names.length} certificates, valid for ${days} days, to ${directory}:
  ca.crt                             goes everywhere
  coordinator.crt and .key           to the coordinator
  worker-1.crt and .key, and so on   to one worker each
  reader, submitter, operator        to people: they may read; submit too; do everything
  ca.key                             to nobody: whoever has it can be anybody
`;
}
