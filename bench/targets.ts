import type { BenchRecord } from './bench-record.ts';

/** A figure to reach. */
export interface Target {
  /** Name of the record. */
  readonly name: string;
  readonly what: string;
  /** The field of the record that is judged. */
  readonly field: 'ratio' | 'ours';
  readonly bound: 'at least' | 'at most';
  readonly value: number;
}

/** What Lockstep sets out to reach on two cores, beside PyTorch on the CPU with one thread for each rank and gloo. */
export const TARGETS: readonly Target[] = [
  ratio('all-reduce-25MB-n2-shared-memory', 'all-reduce of 25 MB, 2 ranks of one host', 2.5),
  ratio('all-reduce-100MB-n2-shared-memory', 'all-reduce of 100 MB, 2 ranks of one host', 2.5),
  ratio('all-reduce-25MB-n4-shared-memory', 'all-reduce of 25 MB, 4 ranks of one host', 1.5),
  ratio('all-reduce-100MB-n4-shared-memory', 'all-reduce of 100 MB, 4 ranks of one host', 1.5),
  ratio('all-reduce-25MB-n2-grpc', 'all-reduce of 25 MB, 2 ranks, gRPC over TCP', 0.95),
  ratio('all-reduce-25MB-n2-grpc-bfloat16', 'all-reduce of 25 MB, 2 ranks, gRPC, bfloat16', 1.4),
  ratio('mlp-1-rank', 'MLP, one rank', 0.9),
  ratio('cnn-1-rank', 'CNN, one rank', 1),
  ratio('gpt-1-rank', 'GPT blocks, one rank', 0.5),
  ratio('mlp-2-ranks', 'MLP, two ranks', 1.25),
  ratio('cnn-2-ranks', 'CNN, two ranks', 1.25),
  { ...ours('cnn-scaling', 'CNN, from one rank to two'), bound: 'at least', value: 0.95 },
  { ...ours('step-overhead', 'share of a step that is not data, forward, backward'), value: 0.05 },
  {
    ...ours('overlap-hidden-grpc', 'share of communication hidden behind the backward pass'),
    bound: 'at least',
    value: 0.6,
  },
  { ...ours('start-up', '`lockstep run examples/digits` to its first step, s'), value: 1.5 },
];

export function isReached({ field, bound, value }: Target, record: BenchRecord): boolean {
  const reached = record[field];
  return reached !== null && (bound === 'at least' ? reached >= value : reached <= value);
}

function ratio(name: string, what: string, value: number): Target {
  return { name, what, field: 'ratio', bound: 'at least', value };
}

function ours(name: string, what: string) {
  return { name, what, field: 'ours', bound: 'at most' } as const;
}
