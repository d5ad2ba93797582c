import type { AdamStep, MomentumStep, SgdStep } from './kernels.ts';
import { checkSameLength } from './same-length.ts';

export function sgd({ weights, sums, count, learningRate }: SgdStep): void {
  checkSameLength(weights, sums);
  const divisor = Math.fround(count);
  const rate = Math.fround(-learningRate);
  for (let i = 0; i < weights.length; i++) {
    weights[i] = Math.fround(rate * Math.fround(sums[i]! / divisor)) + weights[i]!;
  }
}

export function momentum({ weights, sums, velocity, isNesterov, ...step }: MomentumStep): void {
  checkSameLength(weights, sums, velocity);
  const divisor = Math.fround(step.count);
  const rate = Math.fround(-step.learningRate);
  const decay = Math.fround(step.momentum);
  for (let i = 0; i < weights.length; i++) {
    const gradient = Math.fround(sums[i]! / divisor);
    const moved = Math.fround(Math.fround(decay * velocity[i]!) + gradient);
    const direction = isNesterov ? Math.fround(gradient + Math.fround(moved * decay)) : moved;
    velocity[i] = moved;
    weights[i] = Math.fround(rate * direction) + weights[i]!;
  }
}

export function adam(step: AdamStep): void {
  const { weights, sums, firstMoment, secondMoment } = step;
  checkSameLength(weights, sums, firstMoment, secondMoment);
  const divisor = Math.fround(step.count);
  const { rate, kept, beta1, gradientShare, correction1, beta2, squareShare, correction2, epsilon } =
    adamNumbers(step);
  for (let i = 0; i < weights.length; i++) {
    const gradient = Math.fround(sums[i]! / divisor);
    const first = Math.fround(Math.fround(firstMoment[i]! * beta1) + Math.fround(gradient * gradientShare));
    const square = Math.fround(gradient * gradient);
    const second = Math.fround(Math.fround(secondMoment[i]! * beta2) + Math.fround(square * squareShare));
    firstMoment[i] = first;
    secondMoment[i] = second;
    const root = Math.fround(Math.sqrt(Math.fround(second / correction2)));
    const direction = Math.fround(Math.fround(first / correction1) / Math.fround(root + epsilon));
    weights[i] = Math.fround(direction * rate) + Math.fround(weights[i]! * kept);
  }
}

/** The numbers of an Adam step as float32, each made as TF.js makes it. */
export function adamNumbers(step: AdamStep) {
  return {
    rate: Math.fround(-step.learningRate),
    kept: Math.fround(1 - step.learningRate * step.weightDecay),
    beta1: Math.fround(step.beta1),
    gradientShare: Math.fround(1 - step.beta1),
    correction1: Math.fround(1 - Math.fround(step.beta1Power)),
    beta2: Math.fround(step.beta2),
    squareShare: Math.fround(1 - step.beta2),
    correction2: Math.fround(1 - Math.fround(step.beta2Power)),
    epsilon: Math.fround(step.epsilon),
  };
}
