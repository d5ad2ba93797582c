import { describe, expect, it } from 'vitest';
import { arrays, csv, loadDataset } from '../../../src/data/index.ts';
import { ALL_TRAINING } from './data-files.ts';

const two = arrays({ features: [[1], [2]], target: [0, 1] });

describe('a description of a dataset', () => {
  it('stays as it is when a stage is added to it', () => {
    const scaled = two.scale({ by: 2 });
    expect(two.stages).toEqual([]);
    expect(scaled.stages).toHaveLength(1);
    expect(Object.isFrozen(scaled)).toBe(true);
  });

  it.each([
    ['clean', () => two.clean({ mising: 'fill' } as object)],
    ['scale', () => two.scale({ by: 1, offest: 3 } as { by: number })],
    ['minMax', () => two.minMax({ min: 0 } as object)],
    ['standard', () => two.standard({ axis: 0 } as object)],
    ['reshape', () => two.reshape([1], { name: 'input' } as object)],
    ['oneHot', () => two.oneHot({ classNames: ['a', 'b'] } as object)],
    ['binary', () => two.binary({ names: ['a', 'b'] } as object)],
    ['split', () => two.split({ test: 0.5, validation: 0.5 } as { test: number })],
    ['csv', () => csv('a.csv', { features: 0, target: 1, headers: false } as never)],
  ])('refuses an option of %s that does not exist', (stage, describeIt) => {
    expect(describeIt).toThrow(new RegExp(`^${stage}: there is no option`));
  });

  it('refuses an input and a target of the same name', () => {
    const make = () => arrays({ features: { x: [[1]] }, target: { x: [1] } });
    expect(make).toThrow('two of the inputs and targets are named "x"');
  });

  it.each([undefined, null, {}, 'digits.csv'])('is what dataset() must return, not %j', async (returned) => {
    await expect(loadDataset(returned as never, ALL_TRAINING)).rejects.toMatchObject({
      code: 'PROGRAM_INVALID',
      message: expect.stringContaining('return what csv()'),
    });
  });
});
