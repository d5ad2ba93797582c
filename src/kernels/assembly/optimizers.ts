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
  const counts = f32x4.splat(count);
  const rates = f32x4.splat(negativeRate);
  const decays = f32x4.splat(decay);
  let i: usize = 0;
  for (; i < wholeBytes(end); i += 16) {
    const gradient = f32x4.div(read(sums + i, true), counts);
    const direction = moveVelocity(velocity + i, gradient, decays, isNesterov, true);
    write(weights + i, f32x4.add(f32x4.mul(rates, direction), read(weights + i, true)), true);
  }
  for (; i < end; i += 4) {
    const gradient = f32x4.div(read(sums + i, false), counts);
    const direction = moveVelocity(velocity + i, gradient, decays, isNesterov, false);
    write(weights + i, f32x4.add(f32x4.mul(rates, direction), read(weights + i, false)), false);
  }
}

/** Returns the direction to move against. */
// @ts-ignore: decorator
@inline
function moveVelocity(velocity: usize, gradient: v128, decays: v128, isNesterov: bool, whole: bool): v128 {
  const moved = f32x4.add(f32x4.mul(decays, read(velocity, whole)), gradient);
  write(velocity, moved, whole);
  return isNesterov ? f32x4.add(gradient, f32x4.mul(moved, decays)) : moved;
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
  const rates = f32x4.splat(negativeRate);
  const keeps = f32x4.splat(kept);
  const betas1 = f32x4.splat(beta1);
  const shares1 = f32x4.splat(gradientShare);
  const corrections1 = f32x4.splat(correction1);
  const betas2 = f32x4.splat(beta2);
  const shares2 = f32x4.splat(squareShare);
  const corrections2 = f32x4.splat(correction2);
  const epsilons = f32x4.splat(epsilon);
  let i: usize = 0;
  for (; i < wholeBytes(end); i += 16) {
    const gradient = f32x4.div(read(sums + i, true), counts);
    const first = moveMoment(firstMoment + i, betas1, gradient, shares1, true);
    const second = moveMoment(secondMoment + i, betas2, f32x4.mul(gradient, gradient), shares2, true);
    const direction = adamDirection(first, second, corrections1, corrections2, epsilons);
    const decayed = f32x4.mul(read(weights + i, true), keeps);
    write(weights + i, f32x4.add(f32x4.mul(direction, rates), decayed), true);
  }
  for (; i < end; i += 4) {
    const gradient = f32x4.div(read(sums + i, false), counts);
    const first = moveMoment(firstMoment + i, betas1, gradient, shares1, false);
    const second = moveMoment(secondMoment + i, betas2, f32x4.mul(gradient, gradient), shares2, false);
    const direction = adamDirection(first, second, corrections1, corrections2, epsilons);
    const decayed = f32x4.mul(read(weights + i, false), keeps);
    write(weights + i, f32x4.add(f32x4.mul(direction, rates), decayed), false);
  }
}

// @ts-ignore: decorator
@inline
function moveMoment(moment: usize, betas: v128, values: v128, shares: v128, whole: bool): v128 {
  const moved = f32x4.add(f32x4.mul(read(moment, whole), betas), f32x4.mul(values, shares));
  write(moment, moved, whole);
  return moved;
}

// @ts-ignore: decorator
@inline
function adamDirection(
  first: v128,
  second: v128,
  corrections1: v128,
  corrections2: v128,
  epsilons: v128,
): v128 {
  const root = f32x4.sqrt(f32x4.div(second, corrections2));
  return f32x4.div(f32x4.div(first, corrections1), f32x4.add(root, epsilons));
}
