import { Metadata } from '@grpc/grpc-js';
import { createLocalJWKSet, errors, exportJWK, generateKeyPair, type JWK, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { JobGrant } from '../core/access/job-grant.ts';

/** An Ed25519 key as a JWK (RFC 8037). `d` is the secret half. */
export interface SigningKey extends PublicKey {
  readonly d: string;
}

export interface PublicKey {
  readonly kid: string;
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
}

const ALGORITHM = 'EdDSA';
/** Says what the token is for, so that no other token signed with the key passes for one (RFC 8725, section 3.11). */
const TYPE = 'lockstep-job+jwt';
const MAX_TOKEN_LENGTH = 2_048;

/** Makes a key; its id is the first 16 characters of the public half. */
export async function createSigningKey(): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const { x, d } = await exportJWK(privateKey);
  return Object.freeze({ kid: x!.slice(0, 16), kty: 'OKP', crv: 'Ed25519', x: x!, d: d! });
}

/** Signs tokens. Held by coordinators only. */
export interface TokenIssuer {
  issue(grant: JobGrant): Promise<string>;
  /** What tokens are verified with; whoever verifies hears of it over a connection that TLS protects. */
  publicKeys(): readonly PublicKey[];
  /** The secret keys, the newest last, for a coordinator that takes over. */
  keys(): readonly SigningKey[];
  /**
   * Brings a new key. It is published at once and signs once it has settled, so that nobody meets a token whose key it
   * has not heard of. False, and no new key, while tokens of the key that would go could still be valid.
   */
  rotate(): Promise<boolean>;
}

export interface TokenIssuerOptions {
  /** One or two keys, the newest last. */
  readonly keys: readonly SigningKey[];
  readonly lifetimeMs?: number | undefined;
  /** How long a key is published before it signs. */
  readonly settleMs?: number | undefined;
  /** Milliseconds since 1970. */
  readonly nowMs?: (() => number) | undefined;
}

const LIFETIME_MS = 10 * 60_000;
const SETTLE_MS = 60_000;

export function createTokenIssuer(options: TokenIssuerOptions): TokenIssuer {
  const { lifetimeMs = LIFETIME_MS, settleMs = SETTLE_MS, nowMs = Date.now } = options;
  let keys = options.keys.slice(-2);
  let rotatedAtMs = nowMs();
  if (keys.length === 0) throw new Error('a token issuer needs a key');

  const signingKey = (): SigningKey => (nowMs() < rotatedAtMs + settleMs ? keys[0]! : keys.at(-1)!);
  return {
    issue: async ({ workerName, ...grant }) => {
      const key = signingKey();
      const now = nowMs();
      return await new SignJWT({ ...grant })
        .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: key.kid })
        .setSubject(workerName)
        .setNotBefore(new Date(now))
        .setExpirationTime(new Date(now + lifetimeMs))
        .sign(key as JWK);
    },
    publicKeys: () => keys.map(publicHalf),
    keys: () => keys,
    rotate: async () => {
      if (keys.length > 1 && nowMs() < rotatedAtMs + settleMs + lifetimeMs) return false;
      keys = [keys.at(-1)!, await createSigningKey()];
      rotatedAtMs = nowMs();
      return true;
    },
  };
}

function publicHalf({ kid, kty, crv, x }: PublicKey): { kid: string; kty: 'OKP'; crv: 'Ed25519'; x: string } {
  return { kid, kty, crv, x };
}

export interface VerifyOptions {
  readonly keys: readonly PublicKey[];
  /** Milliseconds since 1970. */
  readonly nowMs: number;
  /** How far the clocks of two machines may be apart. */
  readonly clockSkewMs?: number | undefined;
}

const CLOCK_SKEW_MS = 30_000;

const payloadSchema = z.object({
  sub: z.string(),
  jobId: z.string(),
  generation: z.int().min(0),
  rank: z.int().min(-1),
  workerId: z.string(),
});

/** What a token grants, or a sentence that says why nothing. Never throws on account of the token. */
export async function verifyJobToken(token: string, options: VerifyOptions): Promise<JobGrant | string> {
  const { keys, nowMs, clockSkewMs = CLOCK_SKEW_MS } = options;
  if (token.length > MAX_TOKEN_LENGTH) return `the job token is longer than ${MAX_TOKEN_LENGTH} characters`;
  try {
    const { payload } = await jwtVerify(token, createLocalJWKSet({ keys: keys.map(publicHalf) }), {
      algorithms: [ALGORITHM],
      typ: TYPE,
      currentDate: new Date(nowMs),
      clockTolerance: clockSkewMs / 1_000,
      requiredClaims: ['sub', 'nbf', 'exp'],
    });
    const { sub, ...grant } = payloadSchema.parse(payload);
    return Object.freeze({ ...grant, workerName: sub });
  } catch (error) {
    return refusalOf(error);
  }
}

function refusalOf(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'the job token has expired';
  if (error instanceof errors.JWKSNoMatchingKey) return 'the job token is of a key that is not known here';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'the job token has a wrong signature';
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'nbf') {
    return 'the job token is of the future; are the clocks right?';
  }
  if (error instanceof errors.JOSEError || error instanceof z.ZodError) return 'the job token is malformed';
  throw error;
}

const HEADER = 'authorization';
const SCHEME = 'Bearer ';

/** Metadata that carries a token with a call. */
export function jobTokenMetadata(token: string): Metadata {
  const metadata = new Metadata();
  metadata.set(HEADER, SCHEME + token);
  return metadata;
}

/** The token that came with a call; undefined for none. */
export function jobTokenOf(metadata: Metadata): string | undefined {
  const [value, ...more] = metadata.get(HEADER);
  if (typeof value !== 'string' || more.length > 0 || !value.startsWith(SCHEME)) return undefined;
  return value.slice(SCHEME.length);
}
