import { describe, expect, it } from 'vitest';
import { withLayerSeeds, withSeededRandom } from '../../../src/engine/determinism.ts';
import { allLayers } from '../../../src/engine/model-layers.ts';
import { openEngine } from '../../../src/engine/open-engine.ts';

const draw = () => [Math.random(), Math.random(), Math.random()];

describe('withSeededRandom', () => {
  it('draws the same numbers in [0, 1) for the same seeds and others for others', () => {
    const first = withSeededRandom([1, 2], draw);
    expect(withSeededRandom([1, 2], draw)).toEqual(first);
    expect(withSeededRandom([2, 1], draw)).not.toEqual(first);
    expect(withSeededRandom([1, 2, 0], draw)).not.toEqual(first);
    const many = withSeededRandom([3], () => Array.from({ length: 10_000 }, Math.random));
    expect(Math.min(...many)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...many)).toBeLessThan(1);
    expect(many.reduce((sum, value) => sum + value, 0) / many.length).toBeCloseTo(0.5, 1);
  });

  it('puts Math.random back after a value, an error, a promise and a rejection', async () => {
    const original = Math.random;
    withSeededRandom([1], draw);
    expect(Math.random).toBe(original);
    const fail = () => {
      throw new Error('no');
    };
    expect(() => withSeededRandom([1], fail)).toThrow('no');
    expect(Math.random).toBe(original);

    const slow = withSeededRandom([1], async () => {
      await Promise.resolve();
      return draw();
    });
    expect(Math.random).not.toBe(original);
    expect(await slow).toEqual(withSeededRandom([1], draw));
    expect(Math.random).toBe(original);
    await expect(withSeededRandom([1], async () => fail())).rejects.toThrow('no');
    expect(Math.random).toBe(original);
  });
});

describe('withLayerSeeds', () => {
  it('reaches layers inside of models, wrappers and recurrent layers, and gives every layer its own seed back', async () => {
    const { tf } = await openEngine('cpu');
    const inner = tf.layers.dropout({ rate: 0.5, seed: 11, inputShape: [4] });
    const nested = tf.sequential({ layers: [inner] });
    const wrapped = tf.layers.dropout({ rate: 0.5, seed: 12 });
    const unseeded = tf.layers.dropout({ rate: 0.5 });
    const model = tf.sequential({
      layers: [
        tf.layers.timeDistributed({ layer: nested, inputShape: [3, 4] }),
        tf.layers.timeDistributed({ layer: wrapped }),
        tf.layers.bidirectional({ layer: tf.layers.lstm({ units: 2 }) as never, mergeMode: 'concat' }),
        unseeded,
      ],
    });
    const layers = allLayers(model);
    expect(layers.map((layer) => layer.getClassName())).toEqual(
      expect.arrayContaining(['Sequential', 'Dropout', 'LSTMCell', 'Bidirectional', 'TimeDistributed']),
    );
    const seeds = () =>
      [inner, wrapped, unseeded].map((layer) => (layer as unknown as { seed?: number }).seed);
    const first = withLayerSeeds(layers, [1, 2], seeds);
    expect(first[0]).not.toBe(first[1]);
    expect(first.slice(0, 2)).not.toEqual([11, 12]);
    expect(first[2]).toBeUndefined();
    expect(withLayerSeeds(layers, [1, 2], seeds)).toEqual(first);
    expect(withLayerSeeds(layers, [1, 3], seeds)).not.toEqual(first);
    expect(() =>
      withLayerSeeds(layers, [1, 2], () => {
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(seeds()).toEqual([11, 12, undefined]);
  });
});
