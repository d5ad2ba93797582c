import type { LayersModel, layers } from '@tensorflow/tfjs-layers';

export type Layer = layers.Layer;

/** Where layers keep the layers inside them: containers, wrappers, bidirectional and recurrent layers. */
const INNER_LAYERS = ['layers', 'layer', 'forwardLayer', 'backwardLayer', 'cell', 'cells'] as const;

/** Every layer of a model, those of nested models, wrappers and recurrent cells too, each once, outermost first. */
export function allLayers(model: LayersModel): Layer[] {
  const found = new Set<Layer>();
  const visit = (layer: Layer) => {
    if (found.has(layer)) return;
    found.add(layer);
    const fields = layer as unknown as Record<string, Layer | Layer[] | undefined>;
    for (const field of INNER_LAYERS) for (const inner of [fields[field] ?? []].flat()) visit(inner);
  };
  for (const layer of model.layers) visit(layer);
  return [...found];
}
