import { sumOf, sumOfLanes } from './reductions';

/** `out = (x - mean) / sqrt(variance + epsilon) * gamma + beta` in each row. */
export function normalizeRows(
  x: usize,
  gamma: usize,
  beta: usize,
  out: usize,
  rows: usize,
  width: usize,
  epsilon: f32,
): void {
  const end = width << 2;
  const whole = end & ~15;
  for (let row: usize = 0; row < rows; row++, x += end, out += end) {
    const mean = sumOf(x, width) / <f32>width;
    const scale = inverseDeviation(x, width, mean, epsilon);
    const means = f32x4.splat(mean);
    const scales = f32x4.splat(scale);
    let i: usize = 0;
    for (; i < whole; i += 16) {
      const normalized = f32x4.mul(f32x4.sub(v128.load(x + i), means), scales);
      v128.store(out + i, f32x4.add(f32x4.mul(normalized, v128.load(gamma + i)), v128.load(beta + i)));
    }
    for (; i < end; i += 4) {
      const normalized = (load<f32>(x + i) - mean) * scale;
      store<f32>(out + i, normalized * load<f32>(gamma + i) + load<f32>(beta + i));
    }
  }
}

/**
 * The gradients of `normalizeRows`: with the normalized `n` and `g = dy * gamma`, `dx = scale * (g - mean(g) - n * mean(g * n))`,
 * `dGamma = sum over rows of dy * n` and `dBeta = sum over rows of dy`.
 */
export function normalizeRowsGrad(
  x: usize,
  gamma: usize,
  dy: usize,
  dx: usize,
  dGamma: usize,
  dBeta: usize,
  rows: usize,
  width: usize,
  epsilon: f32,
): void {
  const end = width << 2;
  const whole = end & ~15;
  memory.fill(dGamma, 0, end);
  memory.fill(dBeta, 0, end);
  for (let row: usize = 0; row < rows; row++, x += end, dy += end, dx += end) {
    const mean = sumOf(x, width) / <f32>width;
    const scale = inverseDeviation(x, width, mean, epsilon);
    const means = f32x4.splat(mean);
    const scales = f32x4.splat(scale);
    let sums = f32x4.splat(0);
    let products = f32x4.splat(0);
    let i: usize = 0;
    // dx holds n until it is known.
    for (; i < whole; i += 16) {
      const normalized = f32x4.mul(f32x4.sub(v128.load(x + i), means), scales);
      const gradient = v128.load(dy + i);
      v128.store(dx + i, normalized);
      v128.store(dBeta + i, f32x4.add(v128.load(dBeta + i), gradient));
      v128.store(dGamma + i, f32x4.add(v128.load(dGamma + i), f32x4.mul(gradient, normalized)));
      const scaled = f32x4.mul(gradient, v128.load(gamma + i));
      sums = f32x4.add(sums, scaled);
      products = f32x4.add(products, f32x4.mul(scaled, normalized));
    }
    let sum = sumOfLanes(sums);
    let product = sumOfLanes(products);
    for (; i < end; i += 4) {
      const normalized = (load<f32>(x + i) - mean) * scale;
      const gradient = load<f32>(dy + i);
      store<f32>(dx + i, normalized);
      store<f32>(dBeta + i, load<f32>(dBeta + i) + gradient);
      store<f32>(dGamma + i, load<f32>(dGamma + i) + gradient * normalized);
      const scaled = gradient * load<f32>(gamma + i);
      sum += scaled;
      product += scaled * normalized;
    }
    finishRow(dx, dy, gamma, end, sum / <f32>width, product / <f32>width, scale);
  }
}

function finishRow(dx: usize, dy: usize, gamma: usize, end: usize, mean: f32, product: f32, scale: f32): void {
  const means = f32x4.splat(mean);
  const products = f32x4.splat(product);
  const scales = f32x4.splat(scale);
  const whole = end & ~15;
  let i: usize = 0;
  for (; i < whole; i += 16) {
    const scaled = f32x4.mul(v128.load(dy + i), v128.load(gamma + i));
    const rest = f32x4.sub(f32x4.sub(scaled, means), f32x4.mul(v128.load(dx + i), products));
    v128.store(dx + i, f32x4.mul(rest, scales));
  }
  for (; i < end; i += 4) {
    const scaled = load<f32>(dy + i) * load<f32>(gamma + i);
    store<f32>(dx + i, (scaled - mean - load<f32>(dx + i) * product) * scale);
  }
}

function inverseDeviation(x: usize, width: usize, mean: f32, epsilon: f32): f32 {
  const means = f32x4.splat(mean);
  const end = x + (width << 2);
  const whole = x + ((width & ~3) << 2);
  let squares = f32x4.splat(0);
  for (; x < whole; x += 16) {
    const distance = f32x4.sub(v128.load(x), means);
    squares = f32x4.add(squares, f32x4.mul(distance, distance));
  }
  let sum = sumOfLanes(squares);
  for (; x < end; x += 4) {
    const distance = load<f32>(x) - mean;
    sum += distance * distance;
  }
  return 1 / sqrt<f32>(sum / <f32>width + epsilon);
}
