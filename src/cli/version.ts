import { Command } from 'commander';
import { VERSION } from '../version.ts';

export function versionCommand(): Command {
  return new Command('version')
    .description('print the version')
    .option('--json', 'print one JSON object')
    .action(({ json }: { json?: true }) => {
      process.stdout.write(
        json ? `${JSON.stringify({ version: VERSION, node: process.version })}\n` : `${VERSION}\n`,
      );
    });
}
