import type { Tensor } from '@tensorflow/tfjs-core';
import { LockstepError } from '../core/errors.ts';
import type { Batch } from '../core/host-tensor.ts';
import type { BuiltModel, Weight } from './build-model.ts';
import { variableOf } from './flat-weights.ts';
import { differentiate, withStateRestored } from './micro-shard.ts';
import { traceLayers } from './trace-layers.ts';

/** Enough to reach the program's own line behind those of TensorFlow.js. */
const STACK_TRACE_LIMIT = 50;

/**
 * One forward and one backward pass over a small real batch, before the first step. Throws MODEL_INVALID for what would
 * fail later: an op that has no gradient or no kernel on this engine, shapes that do not fit, a loss that returns
 * something else. Returns one sentence for each thing that a person should know. Changes no weight and no seed.
 */
export function preflight(built: BuiltModel, batch: Batch): string[] {
  const trace = traceLayers(built);
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = STACK_TRACE_LIMIT;
  const warnings: string[] = [];
  try {
    built.engine.tf.tidy(() =>
      withStateRestored(built, () => {
        const { gradients, loss, metrics } = differentiate(built, batch, {
          position: { step: 0, microShard: 0 },
        });
        metrics?.dispose();
        warnings.push(...warnAboutWeights(built, gradients), ...warnAboutLoss(loss));
      }),
    );
  } catch (error) {
    if (error instanceof LockstepError) throw error;
    throw explain(built, error, trace.failedLayer());
  } finally {
    trace.stop();
    Error.stackTraceLimit = stackTraceLimit;
  }
  return warnings;
}

function warnAboutWeights(built: BuiltModel, gradients: Record<string, Tensor>): string[] {
  return built.trainableWeights
    .filter((weight) => gradients[variableOf(weight).name] === undefined)
    .map(
      (weight) =>
        `Weight ${built.weights.indexOf(weight)} ("${weight.originalName}" of layer "${layerOf(built, weight)}") gets no ` +
        'gradient: the loss does not depend on it, so it will not be trained.',
    );
}

function warnAboutLoss(loss: Tensor): string[] {
  const value = loss.dataSync()[0]!;
  return Number.isFinite(value) ? [] : [`The loss of the first samples is ${value}.`];
}

/** The innermost layer that has the weight. */
function layerOf(built: BuiltModel, weight: Weight): string {
  return built.layers.findLast((layer) => layer.weights.includes(weight))?.name ?? 'unknown';
}

const MISSING_KERNEL = /Kernel '([^']+)' not registered for backend/;
const MISSING_GRADIENT = /gradient function not found for (\w+)/;

function explain({ engine }: BuiltModel, error: unknown, layer: string | undefined): LockstepError {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const where = layer === undefined ? 'which the loss or a metric uses' : `which layer "${layer}" uses`;
  const kernel = MISSING_KERNEL.exec(message)?.[1];
  if (kernel !== undefined) {
    return new LockstepError(
      'MODEL_INVALID',
      `The engine "${engine.name}" has no kernel for the op ${kernel}, ${where}. ` +
        'Choose another engine, or write the layer with other ops.',
      stack,
    );
  }
  const op = MISSING_GRADIENT.exec(message)?.[1];
  if (op !== undefined) {
    return new LockstepError(
      'MODEL_INVALID',
      `TensorFlow.js has no gradient for the op ${op}, ${where}. Write it with other ops, or register a gradient with ` +
        'tf.registerGradient.',
      stack,
    );
  }
  const place = layer === undefined ? 'The model or its loss' : `The layer "${layer}"`;
  return new LockstepError(
    'MODEL_INVALID',
    `${place} fails on the engine "${engine.name}": ${message}`,
    stack,
  );
}
