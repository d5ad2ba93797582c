/** `left += right` in float32, element by element; returns `left`. */
export function addInPlace(left: Float32Array, right: Float32Array): Float32Array {
  return addTo(left, left, right);
}

/** `out = left + right` in float32, element by element; returns `out`, which may be one of them. */
export function addTo(out: Float32Array, left: Float32Array, right: Float32Array): Float32Array {
  for (let i = 0; i < out.length; i++) out[i] = left[i] + right[i];
  return out;
}
