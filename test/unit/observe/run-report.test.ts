import { expect, test } from 'vitest';
import { renderReport } from '../../../src/observe/run-report.ts';
import { sampleRun } from './sample-run.ts';

test('tells the facts, draws the curves, shows classes, pictures and generations with their causes', () => {
  const page = renderReport(sampleRun);
  const { weightsSha256, test: evaluation } = sampleRun.result;
  const accuracy = `${(evaluation!.accuracy! * 100).toFixed(2)} %`;
  for (const fact of [
    weightsSha256,
    accuracy,
    'wasm',
    'succeeded',
    'after a lost member',
    'Worst mistakes',
  ]) {
    expect(page).toContain(fact);
  }
  expect(page.match(/<polyline/g)).toHaveLength(5);
  expect(page.match(/<img /g)).toHaveLength(20);
  expect(page.match(/<td class="(right|wrong)/g)).toHaveLength(100);
});

test('asks for nothing from outside and runs no script', () => {
  const page = renderReport(sampleRun);
  expect(page).not.toMatch(/<script|https?:|url\(|@import|javascript:/i);
  expect(page.match(/(src|href)="(?!data:)/g)).toBeNull();
});

test('names from a job cannot become markup', () => {
  const evil = '"><script>alert(1)</script>';
  const { result, gallery } = sampleRun;
  const page = renderReport({
    ...sampleRun,
    result: {
      ...result,
      jobName: evil,
      engine: evil,
      error: { code: 'INTERNAL', message: evil, details: evil },
    },
    gallery: { ...gallery!, samples: [{ ...gallery!.samples[0]!, png: evil }] },
    evaluations: [],
    steps: sampleRun.steps.map((step) => ({ ...step, metrics: { [evil]: 1 } })),
    events: [{ time: evil, kind: 'warning', message: evil }],
  });
  expect(page).not.toContain('<script');
  expect(page).toContain('&quot;&gt;&lt;script&gt;');
});

test('a run that failed before its first step has a page too', () => {
  const error = {
    code: 'PROGRAM_INVALID',
    message: 'train.ts does not load',
    details: 'at train.ts:3',
  } as const;
  const page = renderReport({
    ...sampleRun,
    result: {
      ...sampleRun.result,
      status: 'failed',
      finalLoss: null,
      weightsSha256: '',
      validation: null,
      test: null,
      error,
    },
    steps: [],
    evaluations: [],
    events: [],
    gallery: null,
  });
  expect(page).toContain('train.ts does not load');
  expect(page).not.toMatch(/<svg|<table|<img|NaN|undefined|SHA-256/);
});

test('with many classes the commonest mistakes stand in for the matrix', () => {
  const classNames = Array.from({ length: 50 }, (_, index) => `class-${index}`);
  const confusion = classNames.map((_, row) =>
    classNames.map((_, column) => (row === column ? 90 : row === 7 && column === 9 ? 5 : 0)),
  );
  const page = renderReport({
    ...sampleRun,
    result: { ...sampleRun.result, test: { ...sampleRun.result.test!, classNames, confusion, perClass: [] } },
  });
  expect(page).toMatch(/<th scope="row">class-7<\/th>\s*<td class="text">class-9<\/td><td>5<\/td>/);
  expect(page).not.toContain('Confusion');
});
