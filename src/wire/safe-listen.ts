import { LockstepError } from '../core/errors.ts';
import { splitAddress } from './address.ts';

/** How an address is listened on: with TLS, without it where only this machine reaches it, or without it for all. */
export type ListenMode = 'tls' | 'loopback' | 'insecure';

/**
 * Beyond loopback nothing listens without TLS, unless somebody typed `--insecure`. `tls` is whatever TLS would be done
 * with, null for none. Throws USAGE, so that it is asked before the first port is opened.
 */
export function requireSafeListen(
  address: string,
  tls: object | null,
  isInsecureAllowed: boolean,
): ListenMode {
  if (tls !== null) return 'tls';
  if (isLoopback(splitAddress(address).host)) return 'loopback';
  if (isInsecureAllowed) return 'insecure';
  throw new LockstepError(
    'USAGE',
    `${address} can be reached from other machines, and nothing listens there without TLS. Give --ca, --cert and ` +
      '--key (`lockstep certs init` makes some to try out), listen on 127.0.0.1, or type --insecure',
  );
}

/** What is said at every start that listens in mode `insecure`. */
export function insecureWarning(address: string): string {
  return (
    `--insecure: ${address} listens without TLS. Whoever reaches it can read every job, run programs on every ` +
    'worker and stop them. lockstep_insecure is 1 until this process ends'
  );
}

const IPV4_LOOPBACK = /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/;

/** Whether only this machine reaches the host; an unknown name, or none (all interfaces), is reached by others. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  return bare === 'localhost' || bare === '::1' || IPV4_LOOPBACK.test(bare.replace(/^::ffff:/, ''));
}
