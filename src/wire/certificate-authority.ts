import { generateKeyPair, randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { promisify } from 'node:util';
import forge from 'node-forge';
import { type Identity, identityUri } from '../core/access/identity.ts';

/** A certificate and its private key as PEM texts. */
export interface KeyedCertificate {
  readonly certificate: string;
  readonly key: string;
}

export interface Lifetime {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** Issues certificates for trying Lockstep out, and for its tests. */
export interface CertificateAuthority extends KeyedCertificate {
  /** A certificate for both ends of TLS. `hosts` are names and IP addresses that browsers check. */
  issue(identity: Identity, lifetime: Lifetime, hosts?: readonly string[]): Promise<KeyedCertificate>;
}

const KEY_BITS = 2048;

/** A new authority with a key of its own. Its certificate can issue no further authorities. */
export async function createCertificateAuthority(lifetime: Lifetime): Promise<CertificateAuthority> {
  const subject = [
    { name: 'commonName', value: `Lockstep trial authority ${randomBytes(4).toString('hex')}` },
  ];
  const keys = await newKeys();
  const own = { subject, signingKey: forge.pki.privateKeyFromPem(keys.privateKey) };
  const certificate = sign(own, { subject, publicKey: keys.publicKey, lifetime }, [
    { name: 'basicConstraints', critical: true, cA: true, pathLenConstraint: 0 },
    { name: 'keyUsage', critical: true, keyCertSign: true, cRLSign: true },
    { name: 'subjectKeyIdentifier' },
  ]);
  return {
    certificate,
    key: keys.privateKey,
    issue: async (identity, leafLifetime, hosts = []) => {
      const { publicKey, privateKey } = await newKeys();
      const leaf = {
        subject: [{ name: 'commonName', value: `${identity.kind} ${identity.name}` }],
        publicKey,
        lifetime: leafLifetime,
      };
      const extensions = [
        { name: 'basicConstraints', critical: true, cA: false },
        { name: 'keyUsage', critical: true, digitalSignature: true },
        { name: 'extKeyUsage', serverAuth: true, clientAuth: true },
        {
          name: 'subjectAltName',
          altNames: [{ type: URI, value: identityUri(identity) }, ...hosts.map(hostName)],
        },
      ];
      return { certificate: sign(own, leaf, extensions), key: privateKey };
    },
  };
}

/** Kinds of alternative names in RFC 5280, section 4.2.1.6. */
const DNS = 2;
const URI = 6;
const IP = 7;

function hostName(host: string): object {
  return isIP(host) ? { type: IP, ip: host } : { type: DNS, value: host };
}

async function newKeys(): Promise<{ publicKey: string; privateKey: string }> {
  return await promisify(generateKeyPair)('rsa', {
    modulusLength: KEY_BITS,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}

type Name = forge.pki.CertificateField[];

function sign(
  issuer: { readonly subject: Name; readonly signingKey: forge.pki.rsa.PrivateKey },
  leaf: { readonly subject: Name; readonly publicKey: string; readonly lifetime: Lifetime },
  extensions: object[],
): string {
  const certificate = forge.pki.createCertificate();
  certificate.serialNumber = positiveSerial();
  certificate.publicKey = forge.pki.publicKeyFromPem(leaf.publicKey);
  certificate.validity.notBefore = leaf.lifetime.notBefore;
  certificate.validity.notAfter = leaf.lifetime.notAfter;
  certificate.setSubject(leaf.subject);
  certificate.setIssuer(issuer.subject);
  certificate.setExtensions(extensions);
  certificate.sign(issuer.signingKey, forge.md.sha256.create());
  return forge.pki.certificateToPem(certificate);
}

/** 16 random bytes, the first of which leaves the number positive and without leading zeros. */
function positiveSerial(): string {
  return `4${randomBytes(16).toString('hex').slice(1)}`;
}
