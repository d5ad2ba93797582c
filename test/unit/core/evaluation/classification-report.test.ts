import { expect, test } from 'vitest';
import { classificationReport } from '../../../../src/core/evaluation/classification-report.ts';

test('three classes worked out by hand', () => {
  const report = classificationReport([5, 1, 0, 2, 3, 1, 0, 0, 8], ['cat', 'dog', 'owl']);
  expect(report.accuracy).toBeCloseTo(16 / 20, 12);
  expect(report.confusion).toEqual([
    [5, 1, 0],
    [2, 3, 1],
    [0, 0, 8],
  ]);
  const [cat, dog, owl] = report.perClass;
  expect(cat).toEqual({ className: 'cat', precision: 5 / 7, recall: 5 / 6, f1: 10 / 13, support: 6 });
  expect(dog).toEqual({ className: 'dog', precision: 3 / 4, recall: 3 / 6, f1: 6 / 10, support: 6 });
  expect(owl).toEqual({ className: 'owl', precision: 8 / 9, recall: 1, f1: 16 / 17, support: 8 });
});

test('a class that is neither there nor predicted scores zero, not NaN', () => {
  const report = classificationReport([3, 0, 0, 0], ['seen', 'unseen']);
  expect(report.accuracy).toBe(1);
  expect(report.perClass[1]).toEqual({ className: 'unseen', precision: 0, recall: 0, f1: 0, support: 0 });
});

test('no samples at all give an accuracy of zero', () => {
  expect(classificationReport(new Float64Array(4), ['a', 'b']).accuracy).toBe(0);
});

test('counts that do not fit the classes are a broken invariant', () => {
  expect(() => classificationReport([1, 2, 3], ['a', 'b'])).toThrow(
    '2 classes need 4 confusion counts, not 3',
  );
});
