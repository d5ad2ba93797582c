import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { createDisplay } from '../../../src/observe/progress-display.ts';
import type { RunEvent } from '../../../src/observe/run-events.ts';
import { result, snapshot } from './samples.ts';

const PLACES = { runDirectory: 'runs/mnist-cnn-1', reportFile: 'runs/mnist-cnn-1/report.html' };

function open({ isTerminal, useColors = false }: { isTerminal: boolean; useColors?: boolean }) {
  const stream = Object.assign(new PassThrough(), { columns: 80, rows: 24, isTTY: isTerminal });
  let nowMs = 0;
  const display = createDisplay({ stream, columns: 80, isTerminal, useColors, now: () => nowMs });
  return {
    display,
    pass: (ms: number) => {
      nowMs += ms;
    },
    raw: () => String(stream.read() ?? ''),
    text: () => stripVTControlCharacters(String(stream.read() ?? '')),
  };
}

function event(body: object): RunEvent {
  return { time: '2026-11-24T12:03:04.000Z', ...body } as RunEvent;
}

test('a terminal is redrawn ten times a second at most', () => {
  const { display, pass, text } = open({ isTerminal: true });
  for (let step = 0; step < 1000; step++) {
    display.update({ ...snapshot, step });
    pass(1);
  }
  expect(text().match(/mnist-cnn/g)).toHaveLength(10);
  display.close();
});

test('a change of state is shown at once', () => {
  const { display, text } = open({ isTerminal: true });
  display.update(snapshot);
  display.update({ ...snapshot, state: 'waiting', waiting: 'needs 4 workers, 3 ready' });
  expect(text()).toContain('waiting: needs 4 workers, 3 ready');
  display.close();
});

test('an event is written above the live lines, which are drawn again below it', () => {
  const { display, text } = open({ isTerminal: true });
  display.update(snapshot);
  text();
  display.event(event({ kind: 'worker_lost', workerId: 'w-7', cause: 'lease ended' }));
  expect(text()).toMatch(/^12:03:04 worker w-7 is lost: lease ended\nmnist-cnn/);
  display.close();
});

test('elsewhere there is a line for each epoch and for every ten seconds, without control characters', () => {
  const { display, pass, raw } = open({ isTerminal: false, useColors: true });
  for (let step = 1; step <= 30; step++) {
    display.update({ ...snapshot, step, epoch: Math.ceil(step / 10) });
    pass(1_600);
  }
  const steps = raw()
    .trim()
    .split('\n')
    .map((line) => Number(/step (\d+)/.exec(line)![1]));
  expect(steps).toEqual([8, 10, 18, 20, 28]);
});

test('the last step is written before the summary', () => {
  const { display, raw } = open({ isTerminal: false });
  display.update({ ...snapshot, step: 4_690 });
  display.finish(result, PLACES);
  expect(raw()).toMatchInlineSnapshot(`
    "epoch 3/10  step 4,690/4,690  loss 0.2131  accuracy 0.9421  topK 0.9987  5,210 samples/s  4 workers  0.0 s left

    succeeded after 3:12
    test        accuracy 80.00 %, loss 0.0612, 20 samples
    training    loss 0.0431 after 4,690 steps, 10 epochs
    speed       5,210 samples/s, 4 workers, engine wasm
    exchange    63 % of it done before the backward pass ended
    sha-256     0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
    run folder  runs/mnist-cnn-1
    report      runs/mnist-cnn-1/report.html
    "
  `);
});

test('a failed run ends with its error and the stack of the program, free of control characters', () => {
  const { display, raw } = open({ isTerminal: false });
  const error = {
    code: 'PROGRAM_INVALID',
    message: 'train.ts throws \u001b[2J',
    details: 'Error: no\n    at train.ts:3',
  };
  display.finish({ ...result, status: 'failed', error } as never, { ...PLACES, reportFile: null });
  const text = raw();
  expect(text).toContain('failed after 3:12');
  expect(text).toContain('PROGRAM_INVALID: train.ts throws');
  expect(text).toContain('  Error: no\n  at train.ts:3\n');
  expect(text).not.toContain('\u001b');
  expect(text).not.toContain('report');
});

test.each([
  [true, true],
  [false, false],
])('colours %s on a terminal', (useColors, expected) => {
  const { display, raw } = open({ isTerminal: true, useColors });
  display.update(snapshot);
  expect(raw().includes('\u001b[36m')).toBe(expected);
  display.close();
});
