import { Command } from 'commander';
import { parsePort, parseWholeNumber } from './option-values.ts';

/** A command that runs a job on this machine, with the options that all of them have. */
export function localRunCommand(name: string): Command {
  return new Command(name)
    .option(
      '-w, --workers <n>',
      'worker processes (default: as many as cores, within the job)',
      parseWholeNumber,
    )
    .option('--port <n>', 'port of the coordinator; 0 takes a free one', parsePort, 0)
    .option('--http-port <n>', 'port for /metrics; 0 takes a free one', parsePort, 0)
    .option('--json', 'print one JSON object at the end and nothing else on stdout');
}
