import type { AdamStep, MomentumStep, SgdStep } from './kernels.ts';
import { checkSameLength } from './same-length.ts';

const { fround } = Math;

export function sgd({ weights, sums, count, learningRate }: SgdStep): void {
  checkSameLength(weights, sums);
  const divisor = fround(count);
  const rate = fround(-learningRate);
  for (let i = 0; i < weights.length; i++) {
    weights[i] = fround(rate * fround(sums[i]! / divisor)) + weights[i]!;
  }
}

export function momentum({ weights, sums, velocity, isNesterov, ...step }: MomentumStep): void {
  checkSameLength(weights, sums, velocity);
  const divisor = fround(step.count);
  const rate = fround(-step.learningRate);
  const decay = fround(step.momentum);
  for (let i = 0; i < weights.length; i++) {
    const gradient = fround(sums[i]! / divisor);
    const moved = fround(fround(decay * velocity[i]!) + gradient);
    const direction = isNesterov ? fround(gradient + fround(moved * decay)) : moved;
    velocity[i] = moved;
    weights[i] = fround(rate * direction) + weights[i]!;
  }
}

export function adam(step: AdamStep): void {
  const { weights, sums, firstMoment, secondMoment } = step;
  checkSameLength(weights, sums, firstMoment, secondMoment);
  const divisor = fround(step.count);
  const { rate, kept, beta1, gradientShare, correction1, beta2, squareShare, correction2, epsilon } =
    adamNumbers(step);
  for (let i = 0; i < weights.length; i++) {
    const gradient = fround(sums[i]! / divisor);
    const first = fround(fround(firstMoment[i]! * beta1) + fround(gradient * gradientShare));
    const square = fround(gradient * gradient);
    const second = fround(fround(secondMoment[i]! * beta2) + fround(square * squareShare));
    firstMoment[i] = first;
    secondMoment[i] = second;
    const root = fround(Math.sqrt(fround(second / correction2)));
    const direction = fround(fround(first / correction1) / fround(root + epsilon));
    weights[i] = fround(direction * rate) + fround(weights[i]! * kept);
  }
}

/** The numbers of an Adam step as float32, each made as TF.js makes it. */
export function adamNumbers(step: AdamStep) {
  return {
    rate: fround(-step.learningRate),
    kept: fround(1 - step.learningRate * step.weightDecay),
    beta1: fround(step.beta1),
    gradientShare: fround(1 - step.beta1),
    correction1: fround(1 - fround(step.beta1Power)),
    beta2: fround(step.beta2),
    squareShare: fround(1 - step.beta2),
    correction2: fround(1 - fround(step.beta2Power)),
    epsilon: fround(step.epsilon),
  };
}
