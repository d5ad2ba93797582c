import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { io } from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HostTensor } from '../../../src/core/host-tensor.ts';
import { loadExportedModel } from '../../../src/engine/model-export.ts';
import { type Engine, openEngine } from '../../../src/engine/open-engine.ts';
import { EXAMPLE_MODELS, replicaOf, stepVector } from './example-models.ts';

let engine: Engine;
let folder: string;
beforeAll(async () => {
  engine = await openEngine('cpu');
});
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'model-export-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe.each(Object.entries(EXAMPLE_MODELS))('export of the model "%s"', (_name, example) => {
  it('gives the same predictions when read back', async () => {
    const replica = await replicaOf(engine, example);
    const batch = example.makeBatch(4, 1);
    replica.apply(stepVector(replica, batch));
    await replica.exportModel(folder);
    const loaded = await loadExportedModel(engine, folder);
    expect(loaded.predict(batch.inputs)).toEqual(replica.predict(batch.inputs));
    loaded.dispose();
    replica.dispose();
  });

  it('is what tf.loadLayersModel expects of a model.json beside its weights', async () => {
    const replica = await replicaOf(engine, example);
    await replica.exportModel(folder);
    const json = JSON.parse(await readFile(path.join(folder, 'model.json'), 'utf8')) as io.ModelJSON;
    const weights = await readFile(path.join(folder, 'weights.bin'));
    expect(json).toMatchObject({ format: 'layers-model', weightsManifest: [{ paths: ['weights.bin'] }] });
    const model = await engine.tf.loadLayersModel(
      engine.tf.io.fromMemory({
        modelTopology: json.modelTopology,
        weightSpecs: json.weightsManifest[0]!.weights,
        weightData: Uint8Array.from(weights).buffer,
      }),
    );
    const values = (list: readonly HostTensor['data'][]) => list.map((data) => [...data]);
    const saved = replica.saveState().tensors.filter(({ name }) => name.startsWith('weights/'));
    expect(values(model.weights.map((weight) => weight.read().dataSync() as Float32Array))).toEqual(
      values(saved.map(({ value }) => value.data)),
    );
    model.dispose();
    replica.dispose();
  });
});

describe('exported models', () => {
  it('keep the seed that the program gave a layer', async () => {
    const replica = await replicaOf(engine, EXAMPLE_MODELS.perceptron, {
      model: ({ tf }) =>
        tf.sequential({
          layers: [
            tf.layers.dropout({ rate: 0.5, seed: 4711, inputShape: [5] }),
            tf.layers.dense({ units: 3, activation: 'softmax' }),
          ],
        }),
    });
    replica.apply(stepVector(replica, EXAMPLE_MODELS.perceptron.makeBatch(4, 1)));
    await replica.exportModel(folder);
    expect(await readFile(path.join(folder, 'model.json'), 'utf8')).toContain('"seed":4711');
    replica.dispose();
  });

  it.each([
    ['no model', null],
    ['half a model', '{"modelTopology":{"class_name":"Seq'],
    ['something else', '{"weightsManifest":[{"paths":["weights.bin"],"weights":[]}],"modelTopology":{}}'],
  ])('are refused where the folder holds %s', async (_name, text) => {
    if (text !== null) {
      await writeFile(path.join(folder, 'model.json'), text);
      await writeFile(path.join(folder, 'weights.bin'), '');
    }
    await expect(loadExportedModel(engine, folder)).rejects.toThrow(
      expect.objectContaining({ code: 'RUN_INVALID', message: expect.stringContaining(folder) }),
    );
  });
});
