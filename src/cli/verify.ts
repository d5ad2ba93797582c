import { Command } from 'commander';
import { ERROR_CODES } from '../core/errors.ts';
import type { LedgerVerdict } from '../core/plan/verify-ledger.ts';
import { verifyRun } from './verify-run.ts';

export function verifyCommand(): Command {
  return new Command('verify')
    .description('prove from the ledger that each epoch used every sample once')
    .argument('<run>', 'run folder')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      '\nExit code 65 when a sample is missing or repeated, or the ledger departs from the plan.',
    )
    .action(verify);
}

async function verify(run: string, { json }: { json?: true }): Promise<void> {
  const { jobId, verdict, isRight, tornBytes } = await verifyRun(run);
  if (json) process.stdout.write(`${JSON.stringify({ jobId, ok: isRight, ...verdict })}\n`);
  else process.stdout.write(`${describe(jobId, verdict, tornBytes).join('\n')}\n`);
  process.exitCode = isRight ? 0 : ERROR_CODES.RUN_INVALID.exitCode;
}

function describe(jobId: string, verdict: LedgerVerdict, tornBytes: number): string[] {
  const { epochs, numSteps, missing, repeated, problems } = verdict;
  return [
    `${jobId}: ${numSteps} steps in the ledger`,
    ...epochs.map(
      ({ epoch, numUsed, numMissing, numRepeated }) =>
        `epoch ${epoch}: ${numUsed} samples used, ${numMissing} missing, ${numRepeated} repeated`,
    ),
    ...(tornBytes > 0 ? [`the last line of the ledger was not written to its end (${tornBytes} bytes)`] : []),
    ...problems,
    `${missing} missing, ${repeated} repeated`,
  ];
}
