import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Identity } from '../core/access/identity.ts';
import { LockstepError } from '../core/errors.ts';
import { certificateIdentity } from './peer-identity.ts';

/** Paths of PEM files. */
export interface CredentialFiles {
  /** Certificates of the authorities that peers' certificates must come from; several while one replaces another. */
  readonly ca: string;
  /** This process's certificate, followed by those between it and the authority, if any. */
  readonly certificate: string;
  /** The private key of the certificate. */
  readonly key: string;
}

/** What the files held when they were last in order. */
export interface CredentialSet {
  readonly ca: Buffer;
  readonly certificate: Buffer;
  readonly key: Buffer;
  readonly identity: Identity;
  /** When the certificate expires, milliseconds since 1970. */
  readonly expiresAtMs: number;
}

/**
 * Reads the files and holds them against one another, so that what is wrong is told here and not by a failing handshake.
 * Throws IO_FAILED for a file that cannot be read, and USAGE for one that holds something else, for a key of another
 * certificate, and for a certificate that has expired, names no identity, or is not of the authority.
 */
export async function readCredentials(files: CredentialFiles, nowMs: number): Promise<CredentialSet> {
  const [ca, certificate, key] = await Promise.all([
    readPem(files.ca),
    readPem(files.certificate),
    readPem(files.key),
  ]);
  const authorities = certificatesIn(ca, files.ca);
  const chain = certificatesIn(certificate, files.certificate);
  const own = chain[0]!;
  checkKey(own, key, files);
  const expiresAtMs = Date.parse(own.validTo);
  if (!(nowMs < expiresAtMs)) throw wrong(files.certificate, `expired on ${own.validTo}; make a new one`);
  checkIssuer(chain, authorities, files);
  const identity = certificateIdentity(own.subjectAltName);
  if (identity === null) {
    const names = own.subjectAltName ?? 'none';
    throw wrong(
      files.certificate,
      `must name one lockstep:// URI among its alternative names; it has ${names}`,
    );
  }
  return Object.freeze({ ca, certificate, key, identity, expiresAtMs });
}

async function readPem(path: string): Promise<Buffer> {
  return await readFile(path).catch((error: Error) => {
    throw new LockstepError('IO_FAILED', `${path} cannot be read: ${error.message}`);
  });
}

const PEM_CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

function certificatesIn(pem: Buffer, path: string): X509Certificate[] {
  const blocks = pem.toString('latin1').match(PEM_CERTIFICATE) ?? [];
  if (blocks.length === 0) throw wrong(path, 'holds no PEM certificate');
  try {
    return blocks.map((block) => new X509Certificate(block));
  } catch (error) {
    throw wrong(path, `holds a damaged certificate: ${(error as Error).message}`);
  }
}

function checkKey(own: X509Certificate, key: Buffer, files: CredentialFiles): void {
  let isOfCertificate: boolean;
  try {
    isOfCertificate = own.checkPrivateKey(createPrivateKey(key));
  } catch (error) {
    throw wrong(files.key, `holds no private key without a passphrase: ${(error as Error).message}`);
  }
  if (!isOfCertificate) throw wrong(files.key, `is not the key of the certificate in ${files.certificate}`);
}

/** Each certificate of the chain is signed by the next one, and the last by an authority. */
function checkIssuer(
  chain: readonly X509Certificate[],
  authorities: readonly X509Certificate[],
  files: CredentialFiles,
): void {
  const isSignedBy = (certificate: X509Certificate, issuer: X509Certificate): boolean =>
    certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  const isWhole = chain.every((certificate, index) =>
    (index + 1 < chain.length ? [chain[index + 1]!, ...authorities] : authorities).some((issuer) =>
      isSignedBy(certificate, issuer),
    ),
  );
  if (!isWhole) throw wrong(files.certificate, `was not issued by an authority in ${files.ca}`);
}

function wrong(path: string, problem: string): LockstepError {
  return new LockstepError('USAGE', `${path}: ${problem}`);
}
