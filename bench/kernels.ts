// Speed of the compiled kernels against the plain ones:
//   npx esbuild bench/kernels.ts --bundle --platform=node --format=esm | node --input-type=module
import { createKernels } from '../src/kernels/create-kernels.ts';
import { int8Blocks, type Kernels } from '../src/kernels/kernels.ts';
import { plainKernels } from '../src/kernels/plain-kernels.ts';

const LENGTHS = [2 ** 18, 2 ** 24];
const NUM_ROUNDS = 7;
const PAGE_BYTES = 65_536;

type Pass = (kernels: Kernels) => unknown;

/** Every kernel over vectors of `length` values that lie in `memory`, by name. */
function passesOver(memory: WebAssembly.Memory, length: number): ReadonlyMap<string, Pass> {
  const buffer = memory.buffer as ArrayBuffer;
  const floats = (place: number) => new Float32Array(buffer, place * 4 * length, length);
  const [target, left, right, other] = [floats(0), floats(1), floats(2), floats(3)];
  const halves = new Uint16Array(buffer, 16 * length, length);
  const codes = new Int8Array(buffer, 18 * length, length);
  const scales = new Float32Array(buffer, 20 * length, int8Blocks(length));
  const step = { weights: target, sums: left, count: 100, learningRate: 1e-3 };
  const betas = { beta1: 0.9, beta2: 0.999, beta1Power: 0.9, beta2Power: 0.999, epsilon: 1e-7 };
  for (let i = 0; i < length; i++) left[i] = Math.sin(i);

  return new Map<string, Pass>([
    ['add', (on) => on.add(target, left)],
    ['sum', (on) => on.sum(target, left, right)],
    ['scale', (on) => on.scale(target, 0.5)],
    ['checksum', (on) => on.checksum(left)],
    ['digest', (on) => on.digest(left)],
    ['addDigest', (on) => on.addDigest(target, left)],
    ['encodeBfloat16', (on) => on.encodeBfloat16(left, halves)],
    ['decodeBfloat16', (on) => on.decodeBfloat16(halves, target)],
    ['addBfloat16', (on) => on.addBfloat16(target, halves)],
    ['encodeInt8', (on) => on.encodeInt8(left, right, { codes, scales })],
    ['decodeInt8', (on) => on.decodeInt8({ codes, scales }, target)],
    ['addInt8', (on) => on.addInt8(target, { codes, scales })],
    ['sgd', (on) => on.sgd(step)],
    ['momentum', (on) => on.momentum({ ...step, velocity: right, momentum: 0.9, isNesterov: false })],
    ['nesterov', (on) => on.momentum({ ...step, velocity: right, momentum: 0.9, isNesterov: true })],
    ['adam', (on) => on.adam({ ...step, ...betas, firstMoment: right, secondMoment: other, weightDecay: 0 })],
  ]);
}

/** GB of float32 values per second in the fastest round: each value counts once, however often it is moved. */
function speed(pass: () => unknown, length: number): number {
  const numCalls = Math.max(1, 2 ** 20 / length);
  let fastest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < NUM_ROUNDS; round++) {
    const began = performance.now();
    for (let call = 0; call < numCalls; call++) pass();
    fastest = Math.min(fastest, (performance.now() - began) / numCalls);
  }
  return (4 * length) / fastest / 1e6;
}

for (const length of LENGTHS) {
  const numPages = Math.ceil((21 * length) / PAGE_BYTES);
  const memory = new WebAssembly.Memory({ initial: numPages, maximum: numPages, shared: true });
  const compiled = createKernels(memory);
  console.log(`\n${(4 * length) / 2 ** 20} MiB vectors, GB/s   plain  compiled  ratio`);
  for (const [name, pass] of passesOver(memory, length)) {
    const plain = speed(() => pass(plainKernels), length);
    const fast = speed(() => pass(compiled), length);
    const columns = [plain.toFixed(2).padStart(8), fast.toFixed(2).padStart(10), (fast / plain).toFixed(1)];
    console.log(`${name.padEnd(24)}${columns.join('  ')}`);
  }
}
