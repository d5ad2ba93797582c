import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { LockstepError } from '../core/errors.ts';
import { parseAddress } from './option-values.ts';

export const DEFAULT_ADDRESS = '127.0.0.1:7600';

const VARIABLE = 'LOCKSTEP_COORDINATOR';

/** An option of every command that talks to a coordinator. */
export interface CoordinatorOption {
  readonly coordinator?: string;
}

/** Adds `--coordinator` to a command. */
export function withCoordinator(command: Command): Command {
  return command.option(
    '--coordinator <host:port>',
    `where the coordinator listens (default: ${VARIABLE}, then "coordinator" in ~/.config/lockstep/config.yaml, then ${DEFAULT_ADDRESS})`,
    parseAddress,
  );
}

/** HOST:PORT of the coordinator: from the option, the environment or the configuration file. Throws USAGE. */
export async function coordinatorAddress({ coordinator }: CoordinatorOption): Promise<string> {
  if (coordinator) return coordinator;
  const { [VARIABLE]: named, XDG_CONFIG_HOME: home } = process.env;
  if (named) return checked(named, VARIABLE);
  const path = join(home || join(homedir(), '.config'), 'lockstep', 'config.yaml');
  const text = await readFile(path, 'utf8').catch(() => '');
  return text === '' ? DEFAULT_ADDRESS : checked(addressIn(text, path), path);
}

function addressIn(text: string, path: string): string {
  const { errors, contents } = parseDocument(text);
  const parsed = z.object({ coordinator: z.string() }).safeParse(contents?.toJSON());
  if (errors.length === 0 && parsed.success) return parsed.data.coordinator;
  throw new LockstepError('USAGE', `${path} has no line such as "coordinator: ${DEFAULT_ADDRESS}"`);
}

function checked(address: string, where: string): string {
  try {
    return parseAddress(address);
  } catch {
    throw new LockstepError(
      'USAGE',
      `${where} names the coordinator ${JSON.stringify(address)}; give HOST:PORT`,
    );
  }
}
