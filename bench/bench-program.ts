import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { BenchRecord } from './bench-record.ts';
import { recordTable } from './record-table.ts';

export interface BenchOptions {
  /** A Python that has PyTorch; null to measure without peers. */
  readonly python: string | null;
  readonly numRounds: number;
  /** Further options of the program, by name. */
  readonly more: Readonly<Record<string, string | boolean | undefined>>;
}

export interface BenchProgram {
  readonly numRounds: number;
  readonly more?: NonNullable<ParseArgsConfig['options']>;
  readonly measure: (options: BenchOptions) => Promise<readonly BenchRecord[]>;
}

/** Runs a benchmark as a program: `[--peer PYTHON] [--rounds N] [--json]`, and prints a table or the records as JSON. */
export async function runBenchProgram({ numRounds, more = {}, measure }: BenchProgram): Promise<void> {
  const { values } = parseArgs({
    options: {
      ...more,
      peer: { type: 'string' },
      rounds: { type: 'string', default: `${numRounds}` },
      json: { type: 'boolean', default: false },
    },
  });
  const records = await measure({
    python: (values.peer as string | undefined) ?? null,
    numRounds: Number(values.rounds),
    more: values as BenchOptions['more'],
  });
  console.log(values.json ? JSON.stringify(records) : recordTable(records));
}
