// x * Phi(x), Phi the normal distribution function. Hendrycks and Gimpel, "Gaussian Error Linear Units" (2016).

const SQRT_HALF: f32 = 0.7071067811865476;
const INVERSE_SQRT_2_PI: f32 = 0.3989422804014327;

/** `out = x * Phi(x)`. Reads and writes whole vectors: `length` is a multiple of 4. */
export function gelu(x: usize, out: usize, length: usize): void {
  for (let end = x + (length << 2); x < end; x += 16, out += 16) {
    const value = v128.load(x);
    const scaled = f32x4.mul(value, f32x4.splat(SQRT_HALF));
    const phi = normalDistribution(scaled, expOfNegative(f32x4.neg(f32x4.mul(scaled, scaled))));
    v128.store(out, f32x4.mul(value, phi));
  }
}

/** `dx = dy * (Phi(x) + x * density(x))`. */
export function geluGrad(x: usize, dy: usize, dx: usize, length: usize): void {
  for (let end = x + (length << 2); x < end; x += 16, dy += 16, dx += 16) {
    const value = v128.load(x);
    const scaled = f32x4.mul(value, f32x4.splat(SQRT_HALF));
    const bell = expOfNegative(f32x4.neg(f32x4.mul(scaled, scaled)));
    const density = f32x4.mul(bell, f32x4.splat(INVERSE_SQRT_2_PI));
    const slope = f32x4.add(normalDistribution(scaled, bell), f32x4.mul(value, density));
    v128.store(dx, f32x4.mul(v128.load(dy), slope));
  }
}

/**
 * `(1 + erf(u)) / 2`, where `bell` is `exp(-u * u)`: Abramowitz and Stegun, formula 7.1.26, off by at most 1.5e-7 for erf.
 * A negative `u` takes the tail itself, not 1 minus it, so that small values stay exact.
 */
// @ts-ignore: decorator
@inline
function normalDistribution(u: v128, bell: v128): v128 {
  const one = f32x4.splat(1);
  const t = f32x4.div(one, f32x4.add(one, f32x4.mul(f32x4.splat(0.3275911), f32x4.abs(u))));
  let sum = f32x4.add(f32x4.mul(f32x4.splat(1.061405429), t), f32x4.splat(-1.453152027));
  sum = f32x4.add(f32x4.mul(sum, t), f32x4.splat(1.421413741));
  sum = f32x4.add(f32x4.mul(sum, t), f32x4.splat(-0.284496736));
  sum = f32x4.add(f32x4.mul(sum, t), f32x4.splat(0.254829592));
  const tail = f32x4.mul(f32x4.mul(f32x4.mul(sum, t), bell), f32x4.splat(0.5));
  return v128.bitselect(tail, f32x4.sub(one, tail), f32x4.lt(u, f32x4.splat(0)));
}

/** `exp(x)` for `x` of 0 or less, 0 below -87. After Cody and Waite: a power of 2 times a polynomial over half of ln 2. */
// @ts-ignore: decorator
@inline
function expOfNegative(x: v128): v128 {
  const isTiny = f32x4.lt(x, f32x4.splat(-87));
  const clamped = f32x4.max(x, f32x4.splat(-87));
  const power = f32x4.nearest(f32x4.mul(clamped, f32x4.splat(1.4426950408889634)));
  let rest = f32x4.sub(clamped, f32x4.mul(power, f32x4.splat(0.693359375)));
  rest = f32x4.sub(rest, f32x4.mul(power, f32x4.splat(-2.12194440e-4)));
  let sum = f32x4.add(f32x4.mul(f32x4.splat(<f32>(1.0 / 720)), rest), f32x4.splat(<f32>(1.0 / 120)));
  sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(<f32>(1.0 / 24)));
  sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(<f32>(1.0 / 6)));
  sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(0.5));
  sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(1));
  sum = f32x4.add(f32x4.mul(sum, rest), f32x4.splat(1));
  const exponent = i32x4.shl(i32x4.trunc_sat_f32x4_s(power), 23);
  return v128.andnot(i32x4.add(sum, exponent), isTiny);
}
