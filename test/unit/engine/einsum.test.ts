import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Engine, openEngine } from '../../../src/engine/open-engine.ts';
import { floats, numbers } from './example-models.ts';

const EXTENTS: Record<string, number> = { a: 2, b: 3, c: 4, d: 1 };
const letters = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 })
  .map((list) => list.join(''));

const sizeOf = (term: string) => [...term].reduce((size, letter) => size * EXTENTS[letter]!, 1);
const shapeOf = (term: string) => [...term].map((letter) => EXTENTS[letter]!);

/** The definition: a sum over every index, in plain loops. */
function sumOverAll(terms: string[], values: Float32Array[], result: string): Float32Array {
  const out = new Float32Array(sizeOf(result));
  const names = [...new Set(terms.join(''))];
  const at = (term: string, index: Record<string, number>) =>
    [...term].reduce((offset, letter) => offset * EXTENTS[letter]! + index[letter]!, 0);
  const visit = (depth: number, index: Record<string, number>): void => {
    const name = names[depth];
    if (name === undefined) {
      out[at(result, index)]! += terms.reduce(
        (product, term, i) => product * values[i]![at(term, index)]!,
        1,
      );
      return;
    }
    for (let value = 0; value < EXTENTS[name]!; value++) visit(depth + 1, { ...index, [name]: value });
  };
  visit(0, {});
  return out;
}

describe.each(['cpu', 'wasm'] as const)('einsum on the engine "%s"', (name) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine(name);
  });

  it('is the sum over all indices, for every equation of up to three operands', () => {
    const { tf } = engine;
    fc.assert(
      fc.property(
        fc.array(letters, { minLength: 1, maxLength: 3 }),
        letters,
        fc.nat(),
        (terms, wanted, seed) => {
          const result = [...wanted].filter((letter) => terms.join('').includes(letter)).join('');
          const next = numbers(seed);
          const values = terms.map((term) => floats([sizeOf(term)], next).data as Float32Array);
          const actual = tf.tidy(() => {
            const tensors = values.map((data, i) => tf.tensor(data, shapeOf(terms[i]!)));
            return tf.einsum(`${terms.join(',')}->${result}`, ...tensors).dataSync();
          });
          const expected = sumOverAll(terms, values, result);
          expect(actual).toHaveLength(expected.length);
          for (const [i, value] of expected.entries()) expect(actual[i]).toBeCloseTo(value, 4);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('leaves no tensor behind', () => {
    const { tf } = engine;
    const before = tf.memory().numTensors;
    tf.tidy(() => {
      tf.einsum('ij,kj->ik', tf.ones([2, 3]), tf.ones([4, 3]));
      tf.einsum('ij->ij', tf.ones([2, 3]));
    });
    expect(tf.memory().numTensors).toBe(before);
  });

  it.each(['ij,jk', 'ii->i', 'ij->k', '...i->i', 'i,j->ij'])(
    'refuses "%s" with a single operand',
    (equation) => {
      expect(() => engine.tf.einsum(equation, engine.tf.ones([2, 2]))).toThrow(/einsum/);
    },
  );
});
