import type { PeerCertificate } from 'node:tls';
import {
  type ChannelCredentials,
  type ChannelOptions,
  experimental,
  type ServerCredentials,
} from '@grpc/grpc-js';
import type { Identity, IdentityKind } from '../core/access/identity.ts';
import { LockstepError } from '../core/errors.ts';
import { type CredentialFiles, type CredentialSet, readCredentials } from './credential-files.ts';
import { certificateIdentity } from './peer-identity.ts';
import { ReloadingServerCredentials } from './reloading-server-credentials.ts';

/** This process's certificate, for whatever it serves and calls. New files are taken up while it runs. */
export interface Credentials {
  readonly identity: Identity;
  /** For gRPC servers: TLS 1.3, and a client certificate of the authority is a must. */
  readonly server: ServerCredentials;
  /** For gRPC clients that call peers of this kind and, where it is given, this name. */
  channel(kind: IdentityKind, name?: string): ChannelCredentials;
  /** What the files held when they were last in order. */
  current(): CredentialSet;
  /** Calls `listener` with what is read anew, until the returned function is called. */
  onReload(listener: (set: CredentialSet) => void): () => void;
  /** Reads the files now; whether they held something new that is in order. */
  reload(): Promise<boolean>;
  close(): void;
}

export interface CredentialsOptions {
  readonly files: CredentialFiles;
  /** How often the files are read. */
  readonly reloadMs?: number | undefined;
  /** Hears once what is wrong with new files; the old ones stay in use, also beyond their expiry. */
  readonly onProblem?: ((problem: LockstepError) => void) | undefined;
  /** Milliseconds since 1970. */
  readonly nowMs?: (() => number) | undefined;
}

const RELOAD_MS = 10_000;

/**
 * Belongs to every client that calls with `channel`: TLS forbids IP addresses as server names, Node.js warns of
 * them, and no name is compared anyway.
 */
export const TLS_CHANNEL_OPTIONS: ChannelOptions = { 'grpc.ssl_target_name_override': 'lockstep' };

/** Loads credentials from files. Throws what `readCredentials` throws. */
export async function openCredentials(options: CredentialsOptions): Promise<Credentials> {
  const { files, reloadMs = RELOAD_MS, onProblem = () => {}, nowMs = Date.now } = options;
  let set = await readCredentials(files, nowMs());
  let newestProblem = '';
  const listeners = new Set<(set: CredentialSet) => void>();
  const { identity } = set;
  const server = new ReloadingServerCredentials(contextOf(set));
  const provider = certificateProvider(() => set, listeners);
  listeners.add((renewed) => server.replace(contextOf(renewed)));

  const reload = async (): Promise<boolean> => {
    try {
      const read = await readCredentials(files, nowMs());
      checkSameIdentity(read.identity, identity, files);
      newestProblem = '';
      if (isSameSet(read, set)) return false;
      set = read;
    } catch (error) {
      if (!(error instanceof LockstepError)) throw error;
      if (error.message !== newestProblem) onProblem(error);
      newestProblem = error.message;
      return false;
    }
    for (const listener of [...listeners]) listener(set);
    return true;
  };
  const timer = setInterval(() => void reload(), reloadMs);
  timer.unref();

  return {
    identity,
    server,
    channel: (kind, name) =>
      experimental.createCertificateProviderChannelCredentials(provider, provider, {
        checkServerIdentity: (_host, certificate) => peerProblem(certificate, kind, name),
      }),
    current: () => set,
    onReload: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reload,
    close: () => clearInterval(timer),
  };
}

function contextOf({ ca, certificate, key }: CredentialSet): { ca: Buffer; cert: Buffer; key: Buffer } {
  return { ca, cert: certificate, key };
}

/** grpc-js asks for the certificates once for each connection that it makes, and listens for new ones in between. */
function certificateProvider(
  current: () => CredentialSet,
  listeners: Set<(set: CredentialSet) => void>,
): experimental.CertificateProvider {
  const adapters = new Map<unknown, (set: CredentialSet) => void>();
  const add = (listener: unknown, adapter: (set: CredentialSet) => void): void => {
    adapters.set(listener, adapter);
    listeners.add(adapter);
    adapter(current());
  };
  const remove = (listener: unknown): void => {
    listeners.delete(adapters.get(listener)!);
    adapters.delete(listener);
  };
  return {
    addCaCertificateListener: (listener) => add(listener, ({ ca }) => listener({ caCertificate: ca })),
    removeCaCertificateListener: remove,
    addIdentityCertificateListener: (listener) =>
      add(listener, ({ certificate, key }) => listener({ certificate, privateKey: key })),
    removeIdentityCertificateListener: remove,
  };
}

/**
 * What is wrong with a server's certificate that TLS has verified. Its identity stands in for its host name: workers
 * come and go at addresses that no certificate foresees.
 */
function peerProblem(certificate: PeerCertificate, kind: IdentityKind, name?: string): Error | undefined {
  const identity = certificateIdentity(certificate.subjectaltname);
  if (identity?.kind === kind && (name === undefined || identity.name === name)) return undefined;
  const wanted = name === undefined ? `a ${kind}` : `${kind} ${name}`;
  const found = identity === null ? 'names no identity' : `is of ${identity.kind} ${identity.name}`;
  return new Error(`the certificate of the peer ${found}; ${wanted} was to be reached`);
}

function checkSameIdentity(read: Identity, identity: Identity, { certificate }: CredentialFiles): void {
  if (JSON.stringify(read) === JSON.stringify(identity)) return;
  throw new LockstepError(
    'USAGE',
    `${certificate}: is of ${read.kind} ${read.name} now, and this process started as ${identity.kind} ` +
      `${identity.name}; put its certificate back, or start anew`,
  );
}

function isSameSet(one: CredentialSet, other: CredentialSet): boolean {
  return one.ca.equals(other.ca) && one.certificate.equals(other.certificate) && one.key.equals(other.key);
}
