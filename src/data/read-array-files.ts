import { type ArrayColumn, joinArrays } from './array-columns.ts';
import { show } from './data-invalid.ts';
import { decodeIdx } from './idx-format.ts';
import { readInputFile } from './input-file.ts';
import { decodeNpy } from './npy-format.ts';
import { decodeNpz } from './npz-format.ts';
import type { RawData } from './raw-data.ts';
import type { ArrayFilesSource, Named, NpzSource } from './source.ts';

/** Reads files of one array each, IDX or NPY. */
export async function readArrayFiles({ kind, inputs, targets }: ArrayFilesSource): Promise<RawData> {
  const decode = kind === 'idx' ? decodeIdx : decodeNpy;
  const read = async ({ name, from: path }: Named<string>): Promise<ArrayColumn> => ({
    name,
    origin: path,
    array: decode(await readInputFile(path), path),
    labels: null,
  });
  return joinArrays(await Promise.all(inputs.map(read)), await Promise.all(targets.map(read)));
}

/** Reads the named arrays of an NPZ archive. */
export async function readNpz({ path, inputs, targets }: NpzSource): Promise<RawData> {
  const arrayNames = [...inputs, ...targets].map(({ from }) => from);
  const arrays = decodeNpz(await readInputFile(path), path, arrayNames);
  const toColumn = ({ name, from }: Named<string>): ArrayColumn => ({
    name,
    origin: `${path} array ${show(from)}`,
    array: arrays.get(from)!,
    labels: null,
  });
  return joinArrays(inputs.map(toColumn), targets.map(toColumn));
}
