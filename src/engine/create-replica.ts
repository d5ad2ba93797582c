import { createApplyStep } from './apply-step.ts';
import { type BuildOptions, buildModel } from './build-model.ts';
import { checkModel } from './check-model.ts';
import { findClassTarget } from './class-target.ts';
import { evaluateBatch, predict } from './evaluation.ts';
import { countValues, hashWeights } from './flat-weights.ts';
import { createMicroShardFunction } from './micro-shard.ts';
import { exportModel } from './model-export.ts';
import { preflight } from './preflight.ts';
import type { Replica } from './replica.ts';
import { loadState, saveState, viewState } from './replica-state.ts';
import { createEvaluationLayout, createStepLayout } from './step-layout.ts';

/** Above this number of classes the confusion counts would outgrow the weights, and nobody reads them. */
const MAX_CONFUSION_CLASSES = 1000;

/**
 * Builds the program's model on an engine, with initial weights that the seed alone decides.
 * Throws PROGRAM_INVALID or MODEL_INVALID where model, loss and dataset do not fit each other.
 */
export async function createReplica(options: BuildOptions): Promise<Replica> {
  const built = await buildModel(options);
  checkModel(built, options.dataset);
  const { tf } = built.engine;
  const metricNames = built.metrics.map((metric) => metric.name);
  const classTarget = findClassTarget(built, options.dataset);
  const numClasses = classTarget?.numClasses ?? 0;
  const stepLayout = createStepLayout({
    numGradients: countValues(built.trainableWeights),
    numState: countValues(built.stateWeights),
    metricNames,
  });
  const evaluationLayout = createEvaluationLayout(
    metricNames,
    numClasses > MAX_CONFUSION_CLASSES ? 0 : numClasses,
  );
  const computeMicroShard = createMicroShardFunction(built, stepLayout);

  return {
    stepLayout,
    evaluationLayout,
    preflight: (batch) => preflight(built, batch),
    computeMicroShard: (batch, position, out, onFinal) =>
      computeMicroShard({ batch, position, out, onFinal }),
    apply: createApplyStep(built, stepLayout),
    evaluate: (batch, firstIndex, out) =>
      evaluateBatch(built, { layout: evaluationLayout, classTarget, batch, firstIndex, out }),
    predict: (inputs) => predict(built, inputs),
    weightsSha256: () => hashWeights(built.weights),
    saveState: () => saveState(built),
    viewState: () => viewState(built),
    loadState: (state) => loadState(built, state),
    exportModel: (folder) => exportModel(built.model, folder),
    numTensors: () => tf.memory().numTensors,
    dispose: () => {
      built.optimizer.dispose();
      built.model.dispose();
    },
  };
}
