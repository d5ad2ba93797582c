import { expect, test } from 'vitest';
import { eventSentence, isAccuracyName } from '../../../src/observe/event-sentence.ts';
import type { RunEventBody } from '../../../src/observe/run-events.ts';
import { result } from './samples.ts';

const cases: [RunEventBody, string][] = [
  [
    { kind: 'worker_fed', workerId: 'd', step: 40, donorId: 'a' },
    'worker d was fed the state after step 40 by a and follows',
  ],
  [
    { kind: 'generation_formed', generation: 3, cause: 'member_lost', members: ['a', 'b'], step: 40 },
    'generation 3 with 2 workers at step 40, after a lost member',
  ],
  [
    {
      kind: 'work_aborted',
      generation: 2,
      work: 'train',
      step: 41,
      reason: 'digest_mismatch',
      workerIds: ['b'],
      message: '',
    },
    'step 41 aborted, digest mismatch (b)',
  ],
  [
    { kind: 'checkpoint_written', step: 40, fileBytes: 2_500_000, stallSeconds: 0.004, writeSeconds: 0.12 },
    'checkpoint at step 40: 2.50 MB in 120 ms, stall 4.00 ms',
  ],
  [
    { kind: 'waiting', reason: { kind: 'too_few', needed: 2, available: 1 } },
    'waiting: needs 2 workers, 1 ready',
  ],
  [
    { kind: 'straggler_found', workerId: 'c', rank: 2, seconds: 0.42, medianSeconds: 0.1 },
    'worker c (rank 2) holds the others up: 420 ms a step, the median is 100 ms',
  ],
  [
    { kind: 'straggler_recovered', workerId: 'c', rank: 2, seconds: 0.1, medianSeconds: 0.1 },
    'worker c (rank 2) is in time again: 100 ms a step, the median is 100 ms',
  ],
  [{ kind: 'evaluated', evaluation: result.test! }, 'test after epoch 10: loss 0.0612, accuracy 80.0 %'],
  [{ kind: 'state_changed', state: 'failed', message: 'disk full' }, 'failed: disk full'],
  [{ kind: 'warning', message: 'rank 0 gets twice its share' }, 'warning: rank 0 gets twice its share'],
];

test.each(cases)('%o', (body, sentence) => {
  expect(eventSentence({ time: '2026-11-24T12:00:00.000Z', ...body })).toBe(sentence);
});

test('knows the names under which programs report accuracy', () => {
  expect(['acc', 'accuracy', 'categoricalAccuracy', 'binary_accuracy'].every(isAccuracyName)).toBe(true);
  expect(['mse', 'inaccuracyScore', 'accrual'].some(isAccuracyName)).toBe(false);
});
