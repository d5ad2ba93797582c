import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectSameAsCpu, random, runOn, tf } from './engines.ts';

const SIZES: Record<string, number> = { a: 2, b: 3, c: 4, d: 1, e: 5 };

/** Einsum by its definition: a loop over all combinations of indices. */
function sumOfProducts(terms: { labels: string[]; values: ArrayLike<number> }[], output: string[]): number[] {
  const labels = [...new Set(terms.flatMap((term) => term.labels))];
  const position = (of: string[], index: Record<string, number>) =>
    of.reduce((at, label) => at * SIZES[label]! + index[label]!, 0);
  const sums = new Array<number>(output.reduce((size, label) => size * SIZES[label]!, 1)).fill(0);
  const visit = (depth: number, index: Record<string, number>): void => {
    const label = labels[depth];
    if (label === undefined) {
      const product = terms.reduce((value, term) => value * term.values[position(term.labels, index)]!, 1);
      sums[position(output, index)]! += product;
      return;
    }
    for (let i = 0; i < SIZES[label]!; i++) visit(depth + 1, { ...index, [label]: i });
  };
  visit(0, {});
  return sums;
}

describe('Einsum on wasm', () => {
  it.each([
    [
      'ij,jk->ik',
      [
        [3, 4],
        [4, 5],
      ],
    ],
    [
      'bij,bjk->bik',
      [
        [2, 3, 4],
        [2, 4, 5],
      ],
    ],
    [
      'bqhd,bkhd->bhqk',
      [
        [2, 5, 3, 4],
        [2, 6, 3, 4],
      ],
    ],
    [
      'bhqk,bkhd->bqhd',
      [
        [2, 3, 5, 6],
        [2, 6, 3, 4],
      ],
    ],
    [
      'bte,ehd->bthd',
      [
        [2, 3, 8],
        [8, 2, 4],
      ],
    ],
    [
      'ij,ij->ij',
      [
        [3, 4],
        [3, 4],
      ],
    ],
    [
      'ij,ij->',
      [
        [3, 4],
        [3, 4],
      ],
    ],
    ['i,j->ji', [[3], [4]]],
    ['ij->ji', [[3, 4]]],
    ['ij->ij', [[3, 4]]],
    ['ijk->kj', [[3, 4, 2]]],
    ['ij->', [[3, 4]]],
  ] as [string, number[][]][])('%s is that of cpu', async (equation, shapes) => {
    await expectSameAsCpu(() => tf.einsum(equation, ...shapes.map((shape, i) => random(shape, i + 1))), 1e-5);
  });

  // The cpu kernel is wrong where an axis of one operand alone is summed, so here the definition is the reference.
  it('is the sum over all indices that the output lacks, for any two operands', async () => {
    const term = fc.shuffledSubarray(Object.keys(SIZES), { minLength: 1 });
    const problem = fc
      .tuple(term, term)
      .chain(([first, second]) =>
        fc.tuple(fc.constant([first, second]), fc.shuffledSubarray([...new Set([...first, ...second])])),
      );
    await fc.assert(
      fc.asyncProperty(problem, async ([terms, output]) => {
        const equation = `${terms.map((labels) => labels.join('')).join()}->${output.join('')}`;
        const [result, ...operands] = await runOn('wasm', () => {
          const tensors = terms.map((labels, i) =>
            random(
              labels.map((label) => SIZES[label]!),
              i + 1,
            ),
          );
          return [tf.einsum(equation, ...tensors), ...tensors];
        });
        const expected = sumOfProducts(
          terms.map((labels, i) => ({ labels, values: operands[i]!.values })),
          output,
        );
        Array.from(result!.values).forEach((value, i) => {
          expect(Math.abs(value - expected[i]!)).toBeLessThan(1e-4);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('refuses sizes that do not fit', async () => {
    await expect(
      runOn('wasm', () => tf.einsum('ij,jk->ik', random([2, 3]), random([4, 5]))),
    ).rejects.toThrow();
  });
});
