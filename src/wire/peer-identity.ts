import type { IncomingMessage } from 'node:http';
import { type PeerCertificate, TLSSocket } from 'node:tls';
import { type Identity, parseIdentity } from '../core/access/identity.ts';

/** What a gRPC call, or its interceptor, knows of the connection that it came on. */
interface AuthenticatedCall {
  getAuthContext(): { readonly sslPeerCertificate?: PeerCertificate };
}

/**
 * Who calls, from the certificate that TLS has verified; nothing that a message says counts. Null for a call without
 * a certificate, for one whose certificate has expired since the connection was made, and for one that names no
 * identity or several.
 */
export function peerIdentity(call: AuthenticatedCall, nowMs: number): Identity | null {
  const certificate = call.getAuthContext().sslPeerCertificate;
  return certificate ? currentIdentity(certificate, nowMs) : null;
}

/** The same for an HTTP request. */
export function requestIdentity(request: IncomingMessage, nowMs: number): Identity | null {
  const { socket } = request;
  if (!(socket instanceof TLSSocket) || !socket.authorized) return null;
  return currentIdentity(socket.getPeerCertificate(), nowMs);
}

function currentIdentity(certificate: PeerCertificate, nowMs: number): Identity | null {
  if (!(nowMs < Date.parse(certificate.valid_to))) return null;
  return certificateIdentity(certificate.subjectaltname);
}

/** `KIND:VALUE`; Node.js quotes values that hold what could be taken for another entry. */
const ALTERNATIVE_NAME = /(?:^|, )([A-Za-z0-9 ]+):("(?:[^"\\]|\\.)*"|[^",]*)/gy;

/**
 * The identity among the alternative names of a certificate, written as Node.js does: `DNS:a, URI:lockstep://worker/w1`.
 * Null unless there is exactly one.
 */
export function certificateIdentity(alternativeNames: string | undefined): Identity | null {
  const identities = [...(alternativeNames ?? '').matchAll(ALTERNATIVE_NAME)]
    .filter(([, kind]) => kind === 'URI')
    .map(([, , value]) => parseIdentity(value!));
  return identities.length === 1 ? identities[0]! : null;
}
