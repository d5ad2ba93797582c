import { isRole, type Role } from './role.ts';

/** Who is at the other end of a connection, as its certificate says. Names are unique within their kind. */
export type Identity =
  | { readonly kind: 'coordinator'; readonly name: string }
  | { readonly kind: 'worker'; readonly name: string }
  | { readonly kind: 'operator'; readonly name: string; readonly role: Role };

export type IdentityKind = Identity['kind'];

const URI = /^lockstep:\/\/(coordinator|worker|operator)\/([a-z0-9][a-z0-9._-]{0,62})(?:\?role=([a-z]+))?$/;

/**
 * The identity that a URI stands for: `lockstep://coordinator/NAME`, `lockstep://worker/NAME` or
 * `lockstep://operator/NAME?role=read|submit|operate`. Null for anything else: an operator has a role, nobody else has.
 */
export function parseIdentity(uri: string): Identity | null {
  const [, kind, name, role] = URI.exec(uri) ?? [];
  if (kind === undefined || name === undefined) return null;
  if (kind === 'operator') {
    return role !== undefined && isRole(role) ? Object.freeze({ kind, name, role }) : null;
  }
  return role === undefined ? Object.freeze({ kind: kind as 'coordinator' | 'worker', name }) : null;
}

/** The URI of an identity, as a certificate carries it among its alternative names. */
export function identityUri(identity: Identity): string {
  const uri = `lockstep://${identity.kind}/${identity.name}`;
  return identity.kind === 'operator' ? `${uri}?role=${identity.role}` : uri;
}
