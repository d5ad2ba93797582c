import { describe, expect, it } from 'vitest';
import { adam } from '../../../src/kernels/plain-optimizers.ts';

describe('adam', () => {
  const step = (weights: Float32Array, weightDecay: number) =>
    adam({
      ...{ weights, sums: Float32Array.of(0, 4), count: 4, learningRate: 0.5, epsilon: 1e-7, weightDecay },
      ...{ beta1: 0.9, beta2: 0.999, beta1Power: 0.9, beta2Power: 0.999 },
      ...{ firstMoment: new Float32Array(2), secondMoment: new Float32Array(2) },
    });

  it('takes a share of each weight before the step where weights decay, whatever the gradient', () => {
    const decayed = Float32Array.of(8, 8);
    const kept = Float32Array.of(7, 7);
    step(decayed, 0.25);
    step(kept, 0);
    expect([...decayed]).toEqual([...kept]);
    expect(decayed[0]).toBe(7);
    expect(decayed[1]).toBeCloseTo(6.5, 5);
  });
});
