import { afterEach, describe, expect, it, vi } from 'vitest';
import { describeEngines, openEngine } from '../../../src/engine/open-engine.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('openEngine', () => {
  it.each(['cpu', 'wasm'] as const)('starts "%s" and computes with it, printing nothing', async (name) => {
    const printed = ['log', 'info', 'warn', 'error'].map((method) =>
      vi.spyOn(console, method as 'log').mockImplementation(() => {}),
    );
    const engine = await openEngine(name);
    expect(engine).toMatchObject({ name, deterministic: true });
    expect(engine.packageName).toMatch(/^@tensorflow\/tfjs-backend-\w+ \d+\.\d+\.\d+$/);
    expect(engine.tf.getBackend()).toBe(name);
    expect([...engine.tf.tidy(() => engine.tf.tensor([1, 2, 3]).mul(2).dataSync())]).toEqual([2, 4, 6]);
    for (const method of printed) expect(method).not.toHaveBeenCalled();
  });

  it('chooses the best engine that starts', async () => {
    const best = (await describeEngines()).find(({ available }) => available);
    expect((await openEngine('auto')).name).toBe(best!.name);
  });

  it('changes engines back and forth in one process', async () => {
    for (const name of ['wasm', 'cpu', 'wasm'] as const) {
      const { tf } = await openEngine(name);
      expect(tf.getBackend()).toBe(name);
      expect(tf.tidy(() => tf.matMul(tf.ones([2, 3]), tf.ones([3, 2])).dataSync()[0])).toBe(3);
    }
  });

  it('leaves errors that nobody catches to the process', async () => {
    const count = () =>
      ['uncaughtException', 'unhandledRejection'].map((event) => process.listenerCount(event));
    const before = count();
    await openEngine('wasm');
    expect(count()).toEqual(before);
  });
});

describe('describeEngines', () => {
  it('says of every engine, best first, what computes or why it cannot', async () => {
    const reports = await describeEngines();
    expect(reports.map(({ name }) => name)).toEqual(['tensorflow', 'wasm', 'cpu']);
    for (const { reason } of reports) expect(reason).toMatch(/^[^\n]+\.$/);
    expect(reports[2]).toEqual({
      name: 'cpu',
      available: true,
      reason: expect.stringMatching(/^Computes with @tensorflow\/tfjs-backend-cpu /),
    });
  });
});

describe('methods of tensors', () => {
  it('are those of the whole TensorFlow.js, with the values of the ops', async () => {
    const { tf } = await openEngine('cpu');
    const x = tf.tensor2d([
      [1, -2],
      [3, 4],
    ]);
    expect([...x.add(1).relu().flatten().dataSync()]).toEqual([2, 0, 4, 5]);
    expect(x.as1D().shape).toEqual([4]);
    expect(x.as3D(2, 1, 2).shape).toEqual([2, 1, 2]);
    expect(x.slice([0, 0], [1, 1]).asScalar().shape).toEqual([]);
    expect(x.toInt().dtype).toBe('int32');
    expect(x.asType('bool').dtype).toBe('bool');
    expect(x.concat(x, 1).shape).toEqual([2, 4]);
    expect(x.stack(x).shape).toEqual([2, 2, 2]);
    expect([...x.where(x.greater(0), tf.zerosLike(x)).dataSync()]).toEqual([1, 0, 3, 4]);
    expect(x.reshapeAs(tf.ones([4, 1])).shape).toEqual([4, 1]);
    expect([...x.matMul(x, false, true).dataSync()]).toEqual([5, -5, -5, 25]);
    expect([...x.transpose().argMax(1).dataSync()]).toEqual([1, 1]);
    const image = x.as3D(2, 2, 1).resizeNearestNeighbor([4, 4]);
    expect(image.shape).toEqual([4, 4, 1]);
  });
});
