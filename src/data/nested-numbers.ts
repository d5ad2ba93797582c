/** The extents of nested lists, found along their first elements; `[]` for a single value. */
export function nestedShape(value: unknown): number[] {
  const shape: number[] = [];
  for (let inner = value; isList(inner); inner = inner[0]) shape.push(inner.length);
  return shape;
}

/**
 * Hands over the numbers of nested lists in row-major order; truth values are 0 and 1, and what is no number is NaN.
 * Returns null, or where a list has another length than its shape says: the index that leads to it.
 */
export function flattenNested(
  value: unknown,
  shape: readonly number[],
  push: (value: number, given: unknown) => void,
): readonly number[] | null {
  const [extent, ...inner] = shape;
  if (extent === undefined) {
    if (isList(value)) return [];
    push(toNumber(value), value);
    return null;
  }
  if (!isList(value) || value.length !== extent) return [];
  for (let i = 0; i < extent; i++) {
    const wrong = flattenNested(value[i], inner, push);
    if (wrong) return [i, ...wrong];
  }
  return null;
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

/** Truth values are 0 and 1; what is no number is NaN. */
export function toNumber(value: unknown): number {
  if (typeof value === 'boolean' || typeof value === 'bigint') return Number(value);
  return typeof value === 'number' ? value : Number.NaN;
}
