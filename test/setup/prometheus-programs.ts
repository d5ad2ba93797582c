import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin', '/usr/local/bin'];
export const PROMETHEUS = find('prometheus');
const PROMTOOL = find('promtool');

/** Why tests that need the programs cannot run here, or null. */
export const prometheusMissing =
  PROMETHEUS && PROMTOOL ? null : 'skipped: /usr/bin/prometheus or promtool is missing';

function find(name: string): string | undefined {
  return PLACES.map((place) => `${place}/${name}`).find((place) => existsSync(place));
}

/** Runs promtool in `cwd`; what it writes comes with its exit code. */
export function promtool(
  args: readonly string[],
  cwd: string,
  input = '',
): Promise<{ exitCode: number; output: string }> {
  return new Promise((resolve) => {
    const child = execFile(PROMTOOL!, args, { cwd }, (error, stdout, stderr) => {
      resolve({ exitCode: error ? Number(error.code) : 0, output: stdout + stderr });
    });
    child.stdin?.end(input);
  });
}
