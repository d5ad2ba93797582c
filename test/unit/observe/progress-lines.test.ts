import fc from 'fast-check';
import { expect, test } from 'vitest';
import { remainingSeconds, renderProgress, renderProgressLine } from '../../../src/observe/progress-lines.ts';
import { snapshot } from './samples.ts';

test('a running job at 80 columns', () => {
  expect(renderProgress(snapshot, 80).join('\n')).toMatchInlineSnapshot(`
    "mnist-cnn                                       4 workers, generation 2  running
    ████████████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░   26.3 %  1:02 gone, 1:25 left
    epoch 3/10  step 1,234/4,690                                     5,210 samples/s
    loss 0.2131  accuracy 0.9421  topK 0.9987
    data            compute         all-reduce      vote            apply
    0.41ms 1%       31.2ms 68%      9.10ms 20%      1.20ms 3%       4.00ms 9%"
  `);
});

test('a running job at 60 columns', () => {
  expect(renderProgress(snapshot, 60).join('\n')).toMatchInlineSnapshot(`
    "mnist-cnn                   4 workers, generation 2  running
    ███████░░░░░░░░░░░░░░░░░░░░░░   26.3 %  1:02 gone, 1:25 left
    epoch 3/10  step 1,234/4,690                 5,210 samples/s
    loss 0.2131  accuracy 0.9421  topK 0.9987
    data        compute     all-reduce  vote        apply
    0.41ms 1%   31.2ms 68%  9.10ms 20%  1.20ms 3%   4.00ms 9%"
  `);
});

test('a job that waits says for what, and shows no scores', () => {
  const waiting = {
    ...snapshot,
    state: 'waiting' as const,
    waiting: 'needs 2 workers, 1 ready',
    step: 0,
    numSteps: 0,
    epoch: 0,
    loss: null,
    samplesPerSecond: 0,
    worldSize: 0,
  };
  expect(renderProgress(waiting, 80).join('\n')).toMatchInlineSnapshot(`
    "mnist-cnn                                                                waiting
    ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░    0.0 %  1:02 gone
    epoch 0/10  step 0
    waiting: needs 2 workers, 1 ready"
  `);
});

test('one line for logs', () => {
  expect(renderProgressLine(snapshot)).toMatchInlineSnapshot(
    `"epoch 3/10  step 1,234/4,690  loss 0.2131  accuracy 0.9421  topK 0.9987  5,210 samples/s  4 workers  1:25 left"`,
  );
});

test('no line is wider than the terminal and there are four to six of them, whatever the job', () => {
  const anySnapshot = fc.record({
    jobName: fc.string({ minLength: 1, maxLength: 63 }),
    waiting: fc.option(fc.string()),
    epoch: fc.nat(1_000_000),
    numEpochs: fc.nat(1_000_000),
    step: fc.nat(10_000_000),
    numSteps: fc.nat(10_000_000),
    loss: fc.option(fc.double()),
    metrics: fc.dictionary(fc.string({ maxLength: 30 }), fc.double(), { maxKeys: 5 }),
    samplesPerSecond: fc.double({ min: 0, max: 1e7, noNaN: true }),
    elapsedSeconds: fc.double({ min: 0, max: 1e6, noNaN: true }),
    phases: fc.record(
      {
        data: fc.double({ min: 0, max: 99, noNaN: true }),
        forward_backward: fc.double({ min: 0, max: 99, noNaN: true }),
      },
      { requiredKeys: [] },
    ),
  });
  fc.assert(
    fc.property(anySnapshot, fc.integer({ min: 60, max: 100 }), (fields, columns) => {
      const lines = renderProgress({ ...snapshot, ...fields }, columns);
      expect(lines.length).toBeGreaterThanOrEqual(4);
      expect(lines.length).toBeLessThanOrEqual(6);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may reach a terminal
      expect(lines.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
    }),
  );
});

test('the time left is what the remaining samples take at the recent speed', () => {
  expect(
    remainingSeconds({ ...snapshot, step: 90, numSteps: 100, globalBatchSize: 32, samplesPerSecond: 64 }),
  ).toBe(5);
  expect(remainingSeconds({ ...snapshot, samplesPerSecond: 0 })).toBeNull();
});
