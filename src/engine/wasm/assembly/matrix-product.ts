// Products of float32 matrices, after Goto and van de Geijn, "Anatomy of high-performance matrix multiplication" (2008):
// blocks of both operands are copied to strips in the order in which they are read, so that a tile of the result
// stays in registers while it adds up. Copying takes a transposed operand as well as any other.
import { transposeTile } from './tiles';

/** A tile of the result: 5 by 8 floats are 10 registers of the 15 that there are; compilers spill some of 12. */
const TILE_ROWS: usize = 5;
const TILE_COLUMNS: usize = 8;

/** Of a block: a strip of the right operand fits the first-level cache, all of them and the left block the second. */
const BLOCK_DEPTH: usize = 256;
const BLOCK_ROWS: usize = 65;
const BLOCK_COLUMNS: usize = 512;

/** Bytes of scratch memory that `multiply` needs. */
export function productScratchBytes(): usize {
  return ((BLOCK_ROWS + BLOCK_COLUMNS) * BLOCK_DEPTH + TILE_ROWS * TILE_COLUMNS) << 2;
}

/**
 * `out = a * b`, or `out += a * b`, then plus `bias` `[n]` in each row unless it is 0, then with what is negative made 0 if
 * `isRectified`. `out` is `[m, n]` without gaps. Rows of the operands as they are stored are `aStride` and `bStride`
 * floats apart; a transposed one is stored as `[k, m]` or `[n, k]`.
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
  isRectified: bool,
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
        const tiles = out + ((row * n + column) << 2);
        multiplyBlock(left, right, tiles, rows, columns, depths, n, isAdded || depth > 0, edge);
        if (depth + depths < k) continue;
        if (bias) addBias(tiles, rows, columns, n, bias + (column << 2));
        if (isRectified) rectify(tiles, rows, columns, n);
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
  } else if (count == TILE_ROWS && width == TILE_ROWS) {
    for (let p: usize = 0; p < depth; p++, from += step, to += 20) {
      v128.store(to, v128.load(from));
      store<f32>(to, load<f32>(from, 16), 16);
    }
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
  const toStep = width << 2;
  const whole = depth & ~3;
  let line: usize = 0;
  for (; line + 4 <= count; line += 4, from += 4 * step, to += 16) {
    for (let p: usize = 0; p < whole; p += 4) transposeTile(from + (p << 2), step, to + p * toStep, toStep);
    for (let p = whole; p < depth; p++) {
      for (let i: usize = 0; i < 4; i++) store<f32>(to + p * toStep + (i << 2), load<f32>(from + i * step + (p << 2)));
    }
  }
  for (; line < count; line++, from += step, to += 4) {
    for (let p: usize = 0; p < depth; p++) store<f32>(to + p * toStep, load<f32>(from + (p << 2)));
  }
  for (; line < width; line++, to += 4) {
    for (let p: usize = 0; p < depth; p++) store<f32>(to + p * toStep, 0);
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
      if (numRows == TILE_ROWS && numColumns == TILE_COLUMNS) {
        multiplyTile(lines, strip, tile, depth, outStride << 2, isAdded);
        continue;
      }
      multiplyTile(lines, strip, edge, depth, TILE_COLUMNS << 2, false);
      for (let i: usize = 0; i < numRows; i++) {
        for (let j: usize = 0; j < numColumns; j++) {
          const to = tile + ((i * outStride + j) << 2);
          let value = load<f32>(edge + ((i * TILE_COLUMNS + j) << 2));
          if (isAdded) value += load<f32>(to);
          store<f32>(to, value);
        }
      }
    }
  }
}

function addBias(out: usize, rows: usize, columns: usize, outStride: usize, bias: usize): void {
  for (let row: usize = 0; row < rows; row++, out += outStride << 2) {
    let j: usize = 0;
    for (; j + 4 <= columns; j += 4) {
      const at = out + (j << 2);
      v128.store(at, f32x4.add(v128.load(at), v128.load(bias + (j << 2))));
    }
    for (; j < columns; j++) {
      const at = out + (j << 2);
      store<f32>(at, load<f32>(at) + load<f32>(bias + (j << 2)));
    }
  }
}

function rectify(out: usize, rows: usize, columns: usize, outStride: usize): void {
  for (let row: usize = 0; row < rows; row++, out += outStride << 2) {
    let j: usize = 0;
    for (; j + 4 <= columns; j += 4) {
      const at = out + (j << 2);
      v128.store(at, f32x4.max(v128.load(at), f32x4.splat(0)));
    }
    for (; j < columns; j++) {
      const at = out + (j << 2);
      store<f32>(at, max<f32>(load<f32>(at), 0));
    }
  }
}

function multiplyTile(
  a: usize,
  b: usize,
  out: usize,
  depth: usize,
  outStep: usize,
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
  let c40 = f32x4.splat(0);
  let c41 = f32x4.splat(0);
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
    const a4 = v128.load_splat<f32>(a, 16);
    c40 = f32x4.add(c40, f32x4.mul(a4, b0));
    c41 = f32x4.add(c41, f32x4.mul(a4, b1));
    a += 20;
    b += 32;
  }
  // Two ways to the end, each without a branch: with one that adds only sometimes, V8 keeps the tile in memory.
  if (isAdded) {
    addRow(out, c00, c01);
    addRow(out + outStep, c10, c11);
    addRow(out + 2 * outStep, c20, c21);
    addRow(out + 3 * outStep, c30, c31);
    addRow(out + 4 * outStep, c40, c41);
  } else {
    storeRow(out, c00, c01);
    storeRow(out + outStep, c10, c11);
    storeRow(out + 2 * outStep, c20, c21);
    storeRow(out + 3 * outStep, c30, c31);
    storeRow(out + 4 * outStep, c40, c41);
  }
}

// @ts-ignore: decorator
@inline
function addRow(out: usize, low: v128, high: v128): void {
  storeRow(out, f32x4.add(v128.load(out), low), f32x4.add(v128.load(out, 16), high));
}

// @ts-ignore: decorator
@inline
function storeRow(out: usize, low: v128, high: v128): void {
  v128.store(out, low);
  v128.store(out, high, 16);
}
