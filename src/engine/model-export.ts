import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { io } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { LockstepError } from '../core/errors.ts';
import type { HostTensor } from '../core/host-tensor.ts';
import { predict } from './evaluation.ts';
import type { Engine } from './open-engine.ts';

const MODEL_FILE = 'model.json';
const WEIGHTS_FILE = 'weights.bin';

/** A trained model read from files, for prediction alone. */
export interface ExportedModel {
  readonly model: LayersModel;
  /** One host tensor for each output of the model; every input has the samples along its first axis. */
  readonly predict: (inputs: readonly HostTensor[]) => HostTensor[];
  readonly dispose: () => void;
}

/**
 * Writes `model.json` and `weights.bin` into a folder that exists: the LayersModel format of TF.js, which
 * `tf.loadLayersModel` reads anywhere. Throws MODEL_INVALID for a model that cannot be written down, such as one with a
 * layer of the program's own without `getConfig`.
 */
export async function exportModel(model: LayersModel, folder: string): Promise<void> {
  const artifacts = await artifactsOf(model);
  const { modelTopology, format, generatedBy, convertedBy, weightSpecs, weightData } = artifacts;
  const description = {
    modelTopology,
    format,
    generatedBy,
    convertedBy,
    weightsManifest: [{ paths: [WEIGHTS_FILE], weights: weightSpecs }],
  };
  await writeFile(path.join(folder, WEIGHTS_FILE), new Uint8Array(weightData as ArrayBuffer));
  await writeFile(path.join(folder, MODEL_FILE), `${JSON.stringify(description)}\n`);
}

async function artifactsOf(model: LayersModel): Promise<io.ModelArtifacts> {
  const saved: io.ModelArtifacts[] = [];
  const handler: io.IOHandler = {
    save: async (artifacts) => {
      saved.push(artifacts);
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
    },
  };
  try {
    await model.save(handler);
  } catch (error) {
    const { message, stack } = error as Error;
    throw new LockstepError(
      'MODEL_INVALID',
      `The model cannot be written as a LayersModel: ${message}`,
      stack,
    );
  }
  return saved[0]!;
}

/**
 * Reads what `exportModel` wrote. Layers of a program's own must have been registered with
 * `tf.serialization.registerClass` before. Throws RUN_INVALID where files are missing or not a model.
 */
export async function loadExportedModel(engine: Engine, folder: string): Promise<ExportedModel> {
  const artifacts = await readArtifacts(folder);
  let model: LayersModel;
  try {
    model = await engine.tf.loadLayersModel({ load: async () => artifacts });
  } catch (error) {
    throw unreadable(folder, error);
  }
  const network = (model as { model?: LayersModel }).model ?? model;
  return {
    model,
    predict: (inputs) => predict({ engine, network }, inputs),
    dispose: () => model.dispose(),
  };
}

async function readArtifacts(folder: string): Promise<io.ModelArtifacts> {
  try {
    const description = JSON.parse(await readFile(path.join(folder, MODEL_FILE), 'utf8')) as io.ModelJSON;
    const { paths, weights } = description.weightsManifest[0]!;
    const bytes = await readFile(path.join(folder, path.basename(paths[0]!)));
    return {
      modelTopology: description.modelTopology,
      weightSpecs: weights,
      weightData: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
    };
  } catch (error) {
    throw unreadable(folder, error);
  }
}

function unreadable(folder: string, error: unknown): LockstepError {
  const { message, stack } = error as Error;
  return new LockstepError('RUN_INVALID', `No model can be read from ${folder}: ${message}`, stack);
}
