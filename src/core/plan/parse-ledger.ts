import { z } from 'zod';
import { LockstepError } from '../errors.ts';
import type { LedgerEntry } from './ledger-entry.ts';

const count = z.int().nonnegative();

const ledgerEntry: z.ZodType<LedgerEntry> = z.object({
  step: count,
  epoch: count,
  begin: count,
  end: count,
  numSamples: count,
  generation: count,
  members: z.array(z.string()),
  loss: z.number(),
  digest: z.string(),
});

/** Checks the form of a ledger's lines. Throws RUN_INVALID with the line and the field; `where` names the file. */
export function parseLedger(lines: readonly unknown[], where: string): LedgerEntry[] {
  return lines.map((line, index) => {
    const parsed = ledgerEntry.safeParse(line);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const field = issue!.path.join('.') || 'the line';
    throw new LockstepError(
      'RUN_INVALID',
      `${where}:${index + 1}: ${field} is wrong (${issue!.message}); the ledger was changed or is damaged`,
    );
  });
}
