import { mkdtemp, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Identity } from '../../../src/core/access/identity.ts';
import type { CertificateAuthority, Lifetime } from '../../../src/wire/certificate-authority.ts';
import type { CredentialFiles } from '../../../src/wire/credential-files.ts';

const DAY_MS = 86_400_000;

/** From `fromDays` to `toDays` after now. */
export function days(fromDays: number, toDays: number): Lifetime {
  return {
    notBefore: new Date(Date.now() + fromDays * DAY_MS),
    notAfter: new Date(Date.now() + toDays * DAY_MS),
  };
}

/** Writes a certificate of `authority` to files of its own; `trusted` are the authorities that its holder trusts. */
export async function writeCertificate(options: {
  readonly authority: CertificateAuthority;
  readonly identity: Identity;
  readonly trusted?: readonly CertificateAuthority[];
  readonly lifetime?: Lifetime;
  /** Where the files are replaced; a new folder without. */
  readonly folder?: string;
}): Promise<CredentialFiles> {
  const { authority, identity, trusted = [authority], lifetime = days(-1, 1) } = options;
  const folder = options.folder ?? (await mkdtemp(path.join(tmpdir(), 'certificates-')));
  const { certificate, key } = await authority.issue(identity, lifetime);
  const ca = trusted.map((one) => one.certificate).join('');
  const files = { ca: 'ca.crt', certificate: 'own.crt', key: 'own.key' };
  const texts = { ca, certificate, key };
  for (const name of ['ca', 'certificate', 'key'] as const) {
    const target = path.join(folder, files[name]);
    await writeFile(`${target}.new`, texts[name]);
    await rename(`${target}.new`, target);
  }
  return {
    ca: path.join(folder, files.ca),
    certificate: path.join(folder, files.certificate),
    key: path.join(folder, files.key),
  };
}
