import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src/core/plan/random.ts';
import { digestOf } from '../../../../src/core/reduction/digest.ts';
import { decide } from '../../../../src/core/step/decide.ts';
import type { Vote } from '../../../../src/core/step/vote.ts';

const LENGTH = 100;

function vector(): Float32Array {
  const random = createRandom(7);
  return Float32Array.from({ length: LENGTH }, () => random() / 2 ** 31 - 1);
}

/** The same vector with one bit flipped. */
function corrupted(position: number, bit: number): Float32Array {
  const copy = vector();
  const bits = new Uint32Array(copy.buffer);
  bits[position] = bits[position]! ^ (1 << bit);
  return copy;
}

function yes(result: Float32Array): Vote {
  const measurement = { numSamples: 1, loss: 1, metrics: {}, phases: {}, confusion: [], galleryJson: '' };
  return {
    yes: true,
    digest: digestOf(result).hex,
    measurement: { ...measurement, bytesSent: 0, hiddenShare: 0 },
  };
}

function members(numMembers: number): string[] {
  return Array.from({ length: numMembers }, (_, rank) => `worker-${rank}`);
}

function votes(results: readonly Float32Array[]): Map<string, Vote> {
  return new Map(results.map((result, rank) => [`worker-${rank}`, yes(result)]));
}

describe('a decision', () => {
  it('P4: names the rank in whose vector a single bit differs, whichever bit it is', () => {
    const told = fc.record({
      numMembers: fc.integer({ min: 3, max: 8 }),
      odd: fc.nat({ max: 7 }),
      position: fc.nat({ max: LENGTH - 1 }),
      bit: fc.nat({ max: 31 }),
    });
    fc.assert(
      fc.property(told, ({ numMembers, odd, position, bit }) => {
        const rank = odd % numMembers;
        const results = Array.from({ length: numMembers }, vector);
        results[rank] = corrupted(position, bit);
        expect(decide(members(numMembers), votes(results))).toEqual({
          kind: 'diverged',
          odd: [`worker-${rank}`],
        });
      }),
    );
  });

  it('blames nobody alone where there is no majority', () => {
    const results = [vector(), corrupted(0, 0)];
    expect(decide(members(2), votes(results))).toEqual({ kind: 'diverged', odd: members(2) });
    const halves = [...results, vector(), corrupted(0, 0)];
    expect(decide(members(4), votes(halves))).toEqual({ kind: 'diverged', odd: members(4) });
  });

  it('waits for the last vote before it calls sums different, so that the odd one can be named', () => {
    const results = votes([vector(), corrupted(3, 5)]);
    expect(decide(members(3), results)).toEqual({ kind: 'undecided' });
  });

  it('is a commit when every member holds the same bits', () => {
    const digest = digestOf(vector()).hex;
    expect(decide(members(3), votes([vector(), vector(), vector()]))).toEqual({ kind: 'commit', digest });
  });
});
