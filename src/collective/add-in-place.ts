/** `left += right` in float32, element by element; returns `left`. What a reduction adds up to, bit by bit. */
export function addInPlace(left: Float32Array, right: Float32Array): Float32Array {
  for (let i = 0; i < left.length; i++) left[i] += right[i];
  return left;
}
