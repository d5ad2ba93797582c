import type { SecureContextOptions } from 'node:tls';
import { ServerCredentials } from '@grpc/grpc-js';

/** Every peer is a Lockstep of a Node.js that has it. */
export const MIN_TLS_VERSION = 'TLSv1.3';

/**
 * TLS for a gRPC server whose clients must have a certificate. grpc-js has such credentials, but those it
 * exports can have either a minimum version or new certificates.
 */
export class ReloadingServerCredentials extends ServerCredentials {
  constructor(context: SecureContextOptions) {
    super(
      { requestCert: true, rejectUnauthorized: true, minVersion: MIN_TLS_VERSION },
      { ...context, minVersion: MIN_TLS_VERSION },
    );
  }

  /** Connections from now on see this; those that are open stay. */
  replace(context: SecureContextOptions): void {
    this.updateSecureContextOptions({ ...context, minVersion: MIN_TLS_VERSION });
  }

  override _equals(other: ServerCredentials): boolean {
    return this === other;
  }
}
