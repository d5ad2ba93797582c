import type { GradConfig, Tensor } from '@tensorflow/tfjs-core';
import type { Tf } from './tf.ts';

/** A tensor whose axes have names, one letter each. */
interface Term {
  readonly letters: string;
  readonly tensor: Tensor;
}

/**
 * Einstein summation over any number of operands: an index that no later term and not the result has is summed away, two
 * terms at a time meet in one batched matrix product. No letter stands twice in one term.
 */
export function einsum(tf: Tf, terms: readonly Term[], result: string): Tensor {
  const [first, ...rest] = terms as [Term, ...Term[]];
  const last = rest.reduce<Term>((term, next, index) => {
    const needed =
      result +
      rest
        .slice(index + 1)
        .map(({ letters }) => letters)
        .join('');
    return multiply(
      tf,
      [sumAway(tf, term, next.letters + needed), sumAway(tf, next, term.letters + needed)],
      needed,
    );
  }, first);
  return arrange(tf, sumAway(tf, last, result), result);
}

/**
 * The kernel behind `tf.einsum` in the backends written in JavaScript is replaced by this one: theirs gives wrong values,
 * without an error, for equations with an index that only one operand has (`a,ab->a`), and expands every product.
 */
export function registerEinsum(tf: Tf, backendName: string): void {
  if (tf.getKernel('Einsum', backendName) !== undefined) tf.unregisterKernel('Einsum', backendName);
  tf.registerKernel({
    kernelName: 'Einsum',
    backendName,
    kernelFunc: ({ inputs, attrs }) => {
      const { lefts, result } = parse((attrs as { equation: string }).equation);
      const operands = Object.values(inputs) as Tensor[];
      if (lefts.length !== operands.length) {
        throw new Error(`einsum names ${lefts.length} operands and gets ${operands.length}`);
      }
      return tf.tidy(() =>
        einsum(
          tf,
          lefts.map((letters, i) => ({ letters, tensor: operands[i]! })),
          result,
        ),
      );
    },
  });
}

/**
 * The gradient with respect to an operand is the einsum with operand and result swapped: for `ij,jk->ik` that of the first
 * operand is `ik,jk->ij`. Along an index that was summed away every value has the same gradient.
 */
export function einsumGradient(tf: Tf): GradConfig {
  return {
    kernelName: 'Einsum',
    saveAllInputs: true,
    gradFunc: (dy, operands, attrs) => {
      const { lefts, result } = parse((attrs as { equation: string }).equation);
      const terms = lefts.map((letters, i) => ({ letters, tensor: operands[i]! }));
      const gradientOf = ({ letters, tensor }: Term, index: number) => {
        const swapped = [{ letters: result, tensor: dy as Tensor }, ...terms.filter((_, i) => i !== index)];
        const known = [...letters].filter((letter) => swapped.some((term) => term.letters.includes(letter)));
        const partial = einsum(tf, swapped, known.join(''));
        const shape = tensor.shape.map((extent, axis) => (known.includes(letters[axis]!) ? extent : 1));
        return tf.broadcastTo(tf.reshape(partial, shape), tensor.shape);
      };
      return Object.fromEntries(terms.map((term, index) => [String(index), () => gradientOf(term, index)]));
    },
  };
}

function parse(equation: string): { lefts: string[]; result: string } {
  const [left, result, more] = equation.replace(/\s/g, '').split('->');
  if (left === undefined || result === undefined || more !== undefined || /[^a-z,]/i.test(left + result)) {
    throw new Error(`einsum equation "${equation}": expected letters, commas and one arrow`);
  }
  const lefts = left.split(',');
  if ([...lefts, result].some((letters) => new Set(letters).size < letters.length)) {
    throw new Error(`einsum equation "${equation}": a letter stands twice in one term`);
  }
  const unknown = [...result].find((letter) => !left.includes(letter));
  if (unknown !== undefined)
    throw new Error(`einsum equation "${equation}": no operand has the index ${unknown}`);
  return { lefts, result };
}

/** Sums over every axis whose letter is not among `needed`. */
function sumAway(tf: Tf, { letters, tensor }: Term, needed: string): Term {
  const axes = [...letters].flatMap((letter, axis) => (needed.includes(letter) ? [] : [axis]));
  if (axes.length === 0) return { letters, tensor };
  return { letters: only(letters, needed), tensor: tf.sum(tensor, axes) };
}

/** One batched matrix product: common letters are batch axes where they are needed later and summed where not. */
function multiply(tf: Tf, [a, b]: readonly [Term, Term], needed: string): Term {
  const common = only(a.letters, b.letters);
  const batch = only(common, needed);
  const summed = without(common, needed);
  const rows = without(a.letters, common);
  const columns = without(b.letters, common);
  const extents = new Map([...shapeOf(a), ...shapeOf(b)]);
  const size = (letters: string) =>
    [...letters].reduce((product, letter) => product * extents.get(letter)!, 1);
  const left = tf.reshape(arrange(tf, a, batch + rows + summed), [size(batch), size(rows), size(summed)]);
  const right = tf.reshape(arrange(tf, b, batch + summed + columns), [
    size(batch),
    size(summed),
    size(columns),
  ]);
  const letters = batch + rows + columns;
  return {
    letters,
    tensor: tf.reshape(
      tf.matMul(left, right),
      [...letters].map((letter) => extents.get(letter)!),
    ),
  };
}

function arrange(tf: Tf, { letters, tensor }: Term, wanted: string): Tensor {
  if (letters === wanted) return tensor;
  return tf.transpose(
    tensor,
    [...wanted].map((letter) => letters.indexOf(letter)),
  );
}

function shapeOf({ letters, tensor }: Term): [string, number][] {
  return [...letters].map((letter, axis) => [letter, tensor.shape[axis]!]);
}

function only(letters: string, among: string): string {
  return [...letters].filter((letter) => among.includes(letter)).join('');
}

function without(letters: string, excluded: string): string {
  return [...letters].filter((letter) => !excluded.includes(letter)).join('');
}
