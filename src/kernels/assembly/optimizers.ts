// The optimizers of TensorFlow.js, its float32 operations in its order, in one pass. The gradient is `sums / count`.
import { bytesOf, read, wholeBytes, write } from './lanes';

/** `negativeRate` is the learning rate times -1. */
export function sgd(weights: usize, sums: usize, length: usize, count: f32, negativeRate: f32): void {
  const end = bytesOf(length);
  const counts = f32x4.splat(count);
  const rates = f32x4.splat(negativeRate);
  let i: usize = 0;
  for (; i < wholeBytes(end); i += 16) sgdLanes(weights + i, sums + i, counts, rates, true);
  for (; i < end; i += 4) sgdLanes(weights + i, sums + i, counts, rates, false);
}

// @ts-ignore: decorator
@inline
function sgdLanes(weights: usize, sums: usize, counts: v128, rates: v128, whole: bool): void {
  const gradient = f32x4.div(read(sums, whole), counts);
  write(weights, f32x4.add(f32x4.mul(rates, gradient), read(weights, whole)), whole);
}

export function momentum(
  weights: usize,
  sums: usize,
  velocity: usize,
  length: usize,
  count: f32,
  negativeRate: f32,
  decay: f32,
  isNesterov: bool,
): void {
  const end = bytesOf(length);
  let i: usize = 0;
  for (; i < wholeBytes(end); i += 16) {
    momentumLanes(weights + i, sums + i, velocity + i, count, negativeRate, decay, isNesterov, true);
  }
  for (; i < end; i += 4) {
    momentumLanes(weights + i, sums + i, velocity + i, count, negativeRate, decay, isNesterov, false);
  }
}

// @ts-ignore: decorator
@inline
function momentumLanes(
  weights: usize,
  sums: usize,
  velocity: usize,
  count: f32,
  negativeRate: f32,
  decay: f32,
  isNesterov: bool,
  whole: bool,
): void {
  const decays = f32x4.splat(decay);
  const gradient = f32x4.div(read(sums, whole), f32x4.splat(count));
  const moved = f32x4.add(f32x4.mul(decays, read(velocity, whole)), gradient);
  const direction = isNesterov ? f32x4.add(gradient, f32x4.mul(moved, decays)) : moved;
  write(velocity, moved, whole);
  const change = f32x4.mul(f32x4.splat(negativeRate), direction);
  write(weights, f32x4.add(change, read(weights, whole)), whole);
}

/** `kept` is what weight decay leaves of a weight: 1 for Adam itself. `correction` is 1 minus the power of a beta. */
export function adam(
  weights: usize,
  sums: usize,
  firstMoment: usize,
  secondMoment: usize,
  length: usize,
  count: f32,
  negativeRate: f32,
  kept: f32,
  beta1: f32,
  gradientShare: f32,
  correction1: f32,
  beta2: f32,
  squareShare: f32,
  correction2: f32,
  epsilon: f32,
): void {
  const end = bytesOf(length);
  const counts = f32x4.splat(count);
  let i: usize = 0;
  for (; i < wholeBytes(end); i += 16) {
    const gradient = f32x4.div(read(sums + i, true), counts);
    const first = moveMoment(firstMoment + i, beta1, gradient, gradientShare, true);
    const second = moveMoment(secondMoment + i, beta2, f32x4.mul(gradient, gradient), squareShare, true);
    const direction = adamDirection(first, second, correction1, correction2, epsilon);
    moveWeights(weights + i, direction, negativeRate, kept, true);
  }
  for (; i < end; i += 4) {
    const gradient = f32x4.div(read(sums + i, false), counts);
    const first = moveMoment(firstMoment + i, beta1, gradient, gradientShare, false);
    const second = moveMoment(secondMoment + i, beta2, f32x4.mul(gradient, gradient), squareShare, false);
    const direction = adamDirection(first, second, correction1, correction2, epsilon);
    moveWeights(weights + i, direction, negativeRate, kept, false);
  }
}

// @ts-ignore: decorator
@inline
function moveMoment(moment: usize, beta: f32, values: v128, share: f32, whole: bool): v128 {
  const kept = f32x4.mul(read(moment, whole), f32x4.splat(beta));
  const moved = f32x4.add(kept, f32x4.mul(values, f32x4.splat(share)));
  write(moment, moved, whole);
  return moved;
}

// @ts-ignore: decorator
@inline
function adamDirection(first: v128, second: v128, correction1: f32, correction2: f32, epsilon: f32): v128 {
  const root = f32x4.sqrt(f32x4.div(second, f32x4.splat(correction2)));
  return f32x4.div(f32x4.div(first, f32x4.splat(correction1)), f32x4.add(root, f32x4.splat(epsilon)));
}

// @ts-ignore: decorator
@inline
function moveWeights(weights: usize, direction: v128, negativeRate: f32, kept: f32, whole: bool): void {
  const decayed = f32x4.mul(read(weights, whole), f32x4.splat(kept));
  write(weights, f32x4.add(f32x4.mul(direction, f32x4.splat(negativeRate)), decayed), whole);
}
