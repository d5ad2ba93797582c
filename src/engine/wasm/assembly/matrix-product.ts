// Products of float32 matrices, after Goto and van de Geijn, "Anatomy of high-performance matrix multiplication" (2008):
// blocks of both operands are copied to strips in the order in which they are read, so that a tile of the result
// stays in registers while it adds up. Copying takes a transposed operand as well as any other.
import { transposeTile } from './tiles';

/** A tile of the result: 4 by 8 floats are 8 registers of the 15 that there are. */
const TILE_ROWS: usize = 4;
const TILE_COLUMNS: usize = 8;

/** Of a block: a strip of the right operand fits the first-level cache, all of them and the left block the second. */
const BLOCK_DEPTH: usize = 256;
const BLOCK_ROWS: usize = 64;
const BLOCK_COLUMNS: usize = 512;

/** Bytes of scratch memory that `multiply` needs. */
export function productScratchBytes(): usize {
  return ((BLOCK_ROWS + BLOCK_COLUMNS) * BLOCK_DEPTH + TILE_ROWS * TILE_COLUMNS) << 2;
}

/**
 * `out = a * b`, or `out += a * b`, plus `bias` `[n]` in each row unless it is 0. `out` is `[m, n]` without gaps. Rows of the operands as
 * they are stored are `aStride` and `bStride` floats apart; a transposed one is stored as `[k, m]` or `[n, k]`.
 */
export function multiply(
  a: usize,
  b: usize,
  out: usize,
  m: usize,
  n: usize,
  k: usize,
  aStride: usize,
  bStride: usize,
  isATransposed: bool,
  isBTransposed: bool,
  isAdded: bool,
  bias: usize,
  scratch: usize,
): void {
  const left = scratch;
  const right = left + ((BLOCK_ROWS * BLOCK_DEPTH) << 2);
  const edge = right + ((BLOCK_COLUMNS * BLOCK_DEPTH) << 2);
  for (let column: usize = 0; column < n; column += BLOCK_COLUMNS) {
    const columns = min(BLOCK_COLUMNS, n - column);
    for (let depth: usize = 0; depth < k; depth += BLOCK_DEPTH) {
      const depths = min(BLOCK_DEPTH, k - depth);
      const bBlock = b + ((isBTransposed ? column * bStride + depth : depth * bStride + column) << 2);
      pack(bBlock, right, columns, depths, bStride, !isBTransposed, TILE_COLUMNS);
      for (let row: usize = 0; row < m; row += BLOCK_ROWS) {
        const rows = min(BLOCK_ROWS, m - row);
        const aBlock = a + ((isATransposed ? depth * aStride + row : row * aStride + depth) << 2);
        pack(aBlock, left, rows, depths, aStride, isATransposed, TILE_ROWS);
        const start = bias && depth == 0 ? bias + (column << 2) : 0;
        multiplyBlock(left, right, out + ((row * n + column) << 2), rows, columns, depths, n, start, isAdded || depth > 0, edge);
      }
    }
  }
}

/**
 * Copies to strips: for each strip of `width` lines, position after position along the depth, the values of its lines.
 * Lines that are missing in the last strip are 0. Values of one position lie `isAcross ? next to each other : stride apart`.
 */
function pack(
  from: usize,
  to: usize,
  lines: usize,
  depth: usize,
  stride: usize,
  isAcross: bool,
  width: usize,
): void {
  for (let line: usize = 0; line < lines; line += width) {
    const count = min(width, lines - line);
    if (isAcross) packAcross(from + (line << 2), to, count, depth, stride, width);
    else packAlong(from + ((line * stride) << 2), to, count, depth, stride, width);
    to += (width * depth) << 2;
  }
}

function packAcross(from: usize, to: usize, count: usize, depth: usize, stride: usize, width: usize): void {
  const step = stride << 2;
  if (count == TILE_COLUMNS) {
    for (let p: usize = 0; p < depth; p++, from += step, to += 32) {
      v128.store(to, v128.load(from));
      v128.store(to, v128.load(from, 16), 16);
    }
  } else if (count == width) {
    for (let p: usize = 0; p < depth; p++, from += step, to += 16) v128.store(to, v128.load(from));
  } else {
    for (let p: usize = 0; p < depth; p++, from += step) {
      for (let i: usize = 0; i < width; i++, to += 4) {
        store<f32>(to, i < count ? load<f32>(from + (i << 2)) : 0);
      }
    }
  }
}

function packAlong(from: usize, to: usize, count: usize, depth: usize, stride: usize, width: usize): void {
  const step = stride << 2;
  const whole = depth & ~3;
  for (let first: usize = 0; first < width; first += 4) {
    const numLines = count > first ? min(4, count - first) : 0;
    const source = from + first * step;
    const target = to + (first << 2);
    const vectors = numLines == 4 ? whole : 0;
    for (let p: usize = 0; p < vectors; p += 4) {
      transposeTile(source + (p << 2), step, target + ((p * width) << 2), width << 2);
    }
    for (let p = vectors; p < depth; p++) {
      for (let i: usize = 0; i < 4; i++) {
        const value: f32 = i < numLines ? load<f32>(source + i * step + (p << 2)) : 0;
        store<f32>(target + ((p * width + i) << 2), value);
      }
    }
  }
}

function multiplyBlock(
  left: usize,
  right: usize,
  out: usize,
  rows: usize,
  columns: usize,
  depth: usize,
  outStride: usize,
  bias: usize,
  isAdded: bool,
  edge: usize,
): void {
  for (let column: usize = 0; column < columns; column += TILE_COLUMNS) {
    const numColumns = min(TILE_COLUMNS, columns - column);
    const strip = right + ((column * depth) << 2);
    for (let row: usize = 0; row < rows; row += TILE_ROWS) {
      const numRows = min(TILE_ROWS, rows - row);
      const tile = out + ((row * outStride + column) << 2);
      const lines = left + ((row * depth) << 2);
      const start = bias ? bias + (column << 2) : 0;
      if (numRows == TILE_ROWS && numColumns == TILE_COLUMNS) {
        multiplyTile(lines, strip, tile, depth, outStride << 2, start, isAdded);
        continue;
      }
      multiplyTile(lines, strip, edge, depth, TILE_COLUMNS << 2, 0, false);
      for (let i: usize = 0; i < numRows; i++) {
        for (let j: usize = 0; j < numColumns; j++) {
          const to = tile + ((i * outStride + j) << 2);
          let value = load<f32>(edge + ((i * TILE_COLUMNS + j) << 2));
          if (start) value += load<f32>(start + (j << 2));
          if (isAdded) value += load<f32>(to);
          store<f32>(to, value);
        }
      }
    }
  }
}

function multiplyTile(
  a: usize,
  b: usize,
  out: usize,
  depth: usize,
  outStep: usize,
  bias: usize,
  isAdded: bool,
): void {
  let c00 = f32x4.splat(0);
  let c01 = f32x4.splat(0);
  let c10 = f32x4.splat(0);
  let c11 = f32x4.splat(0);
  let c20 = f32x4.splat(0);
  let c21 = f32x4.splat(0);
  let c30 = f32x4.splat(0);
  let c31 = f32x4.splat(0);
  const end = a + ((depth * TILE_ROWS) << 2);
  while (a < end) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    const a0 = v128.load_splat<f32>(a);
    c00 = f32x4.add(c00, f32x4.mul(a0, b0));
    c01 = f32x4.add(c01, f32x4.mul(a0, b1));
    const a1 = v128.load_splat<f32>(a, 4);
    c10 = f32x4.add(c10, f32x4.mul(a1, b0));
    c11 = f32x4.add(c11, f32x4.mul(a1, b1));
    const a2 = v128.load_splat<f32>(a, 8);
    c20 = f32x4.add(c20, f32x4.mul(a2, b0));
    c21 = f32x4.add(c21, f32x4.mul(a2, b1));
    const a3 = v128.load_splat<f32>(a, 12);
    c30 = f32x4.add(c30, f32x4.mul(a3, b0));
    c31 = f32x4.add(c31, f32x4.mul(a3, b1));
    a += 16;
    b += 32;
  }
  if (bias) {
    const bias0 = v128.load(bias);
    const bias1 = v128.load(bias, 16);
    c00 = f32x4.add(c00, bias0);
    c01 = f32x4.add(c01, bias1);
    c10 = f32x4.add(c10, bias0);
    c11 = f32x4.add(c11, bias1);
    c20 = f32x4.add(c20, bias0);
    c21 = f32x4.add(c21, bias1);
    c30 = f32x4.add(c30, bias0);
    c31 = f32x4.add(c31, bias1);
  }
  storeRow(out, c00, c01, isAdded);
  storeRow(out + outStep, c10, c11, isAdded);
  storeRow(out + 2 * outStep, c20, c21, isAdded);
  storeRow(out + 3 * outStep, c30, c31, isAdded);
}

// @ts-ignore: decorator
@inline
function storeRow(out: usize, low: v128, high: v128, isAdded: bool): void {
  if (isAdded) {
    low = f32x4.add(v128.load(out), low);
    high = f32x4.add(v128.load(out, 16), high);
  }
  v128.store(out, low);
  v128.store(out, high, 16);
}
