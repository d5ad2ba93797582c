import type { DataType, Tensor } from '@tensorflow/tfjs-core';
import type {} from '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js';
import type { Tf } from './tf.ts';

/** Ops of TF.js that take the tensor as their first argument, by the name that both the op and the method have. */
const SAME_NAME = `abs acos acosh add all any argMax argMin asin asinh atan atan2 atanh avgPool batchNorm
  batchToSpaceND broadcastTo cast ceil clipByValue conv1d conv2d conv2dTranspose cos cosh cumprod cumsum depthToSpace
  depthwiseConv2d dilation2d div divNoNan dot elu equal erf euclideanNorm exp expandDims expm1 fft floor floorDiv gather
  greater greaterEqual ifft irfft isFinite isInf isNaN leakyRelu less lessEqual localResponseNormalization log log1p
  logSigmoid logSoftmax logSumExp logicalAnd logicalNot logicalOr logicalXor matMul max maxPool maximum mean min minimum
  mirrorPad mod mul neg norm notEqual oneHot onesLike pad pool pow prelu prod reciprocal relu relu6 reshape reverse rfft
  round rsqrt selu separableConv2d sigmoid sign sin sinh slice softmax softplus spaceToBatchND split sqrt square
  squaredDifference squeeze step stridedSlice sub sum tan tanh tile topk transpose unique unsortedSegmentSum unstack
  zerosLike`.split(/\s+/);

type Method = (this: Tensor, ...args: never[]) => unknown;

/**
 * Gives tensors the methods that programs and layers of TF.js call (`x.mul(y)`, `x.flatten()`). The `@tensorflow/tfjs`
 * package does the same; `tfjs-core` by itself does not.
 */
export function installChainedOps(tf: Tf): void {
  const prototype = tf.Tensor.prototype as unknown as Record<string, Method>;
  const ops = tf as unknown as Record<string, (...args: unknown[]) => unknown>;
  for (const name of SAME_NAME) {
    prototype[name] ??= function (...args) {
      return ops[name]!(this, ...args);
    };
  }
  for (const [name, method] of Object.entries(otherMethods(tf))) prototype[name] ??= method as Method;
}

function otherMethods(tf: Tf) {
  function asVector(this: Tensor) {
    return tf.reshape(this, [this.size]);
  }
  function asShape(this: Tensor, ...shape: number[]) {
    return tf.reshape(this, shape);
  }
  return {
    as1D: asVector,
    flatten: asVector,
    asScalar: asShape,
    as2D: asShape,
    as3D: asShape,
    as4D: asShape,
    as5D: asShape,
    asType(this: Tensor, dtype: DataType) {
      return tf.cast(this, dtype);
    },
    toBool(this: Tensor) {
      return tf.cast(this, 'bool');
    },
    toFloat(this: Tensor) {
      return tf.cast(this, 'float32');
    },
    toInt(this: Tensor) {
      return tf.cast(this, 'int32');
    },
    reshapeAs(this: Tensor, other: Tensor) {
      return tf.reshape(this, other.shape);
    },
    concat(this: Tensor, others: Tensor | Tensor[], axis?: number) {
      return tf.concat([this, ...[others].flat()], axis);
    },
    stack(this: Tensor, others: Tensor | Tensor[], axis?: number) {
      return tf.stack([this, ...[others].flat()], axis);
    },
    where(this: Tensor, condition: Tensor, other: Tensor) {
      return tf.where(condition, this, other);
    },
    resizeBilinear(this: Tensor, ...args: [[number, number], boolean?, boolean?]) {
      return tf.image.resizeBilinear(this as never, ...args);
    },
    resizeNearestNeighbor(this: Tensor, ...args: [[number, number], boolean?, boolean?]) {
      return tf.image.resizeNearestNeighbor(this as never, ...args);
    },
  };
}
