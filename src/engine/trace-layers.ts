import type { BuiltModel } from './build-model.ts';

/** An op as TF.js notes it on the way forward, to find its way back. */
interface TapeNode {
  readonly kernelName: string;
  gradient?: (dys: unknown[]) => Record<string, () => unknown>;
}

export interface LayerTrace {
  /** The innermost layer whose forward or backward pass threw, if one did. */
  readonly failedLayer: () => string | undefined;
  readonly stop: () => void;
}

/** Until it is stopped, watches which layer a failing op belongs to. */
export function traceLayers({ engine, layers }: BuiltModel): LayerTrace {
  let failed: string | undefined;
  const seen = new WeakSet<TapeNode>();
  const tape = () => (engine.tf.engine().state as unknown as { activeTape?: TapeNode[] }).activeTape ?? [];

  function blame<T>(layerName: string, run: () => T): T {
    try {
      return run();
    } catch (error) {
      failed ??= layerName;
      throw error;
    }
  }

  function watchGradient(node: TapeNode, layerName: string): void {
    if (seen.has(node)) return;
    seen.add(node);
    const gradient = node.gradient ?? (() => failWithoutGradient(node.kernelName));
    node.gradient = (dys) => {
      const inputGradients = Object.entries(blame(layerName, () => gradient(dys)));
      return Object.fromEntries(
        inputGradients.map(([input, compute]) => [input, () => blame(layerName, compute)]),
      );
    };
  }

  const undo = layers.map((layer) => {
    const own = Object.hasOwn(layer, 'call');
    const original = layer.call;
    layer.call = function call(...args) {
      const numBefore = tape().length;
      const result = blame(layer.name, () => original.apply(layer, args));
      for (const node of tape().slice(numBefore)) watchGradient(node, layer.name);
      return result;
    };
    return () => {
      if (own) layer.call = original;
      else delete (layer as { call?: unknown }).call;
    };
  });

  return {
    failedLayer: () => failed,
    stop: () => {
      for (const restore of undo) restore();
    },
  };
}

function failWithoutGradient(kernelName: string): never {
  throw new Error(`Cannot compute gradient: gradient function not found for ${kernelName}.`);
}
