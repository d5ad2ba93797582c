import { digestOf } from '../core/reduction/digest.ts';
import type { Kernels } from './kernels.ts';
import { addBfloat16, decodeBfloat16, encodeBfloat16 } from './plain-bfloat16.ts';
import { checksum } from './plain-checksum.ts';
import { addInt8, decodeInt8, encodeInt8 } from './plain-int8.ts';
import { adam, momentum, sgd } from './plain-optimizers.ts';
import { add, addDigest, scale, sum } from './plain-sums.ts';

/** The kernels over any memory, without WebAssembly: what the others must agree with, and slower. */
export const plainKernels: Kernels = Object.freeze({
  isVectorized: false,
  ...{ add, sum, scale, checksum, addDigest, digest: digestOf },
  ...{ encodeBfloat16, decodeBfloat16, addBfloat16 },
  ...{ encodeInt8, decodeInt8, addInt8 },
  ...{ sgd, momentum, adam },
});
