/** What programs import from "lockstep". Every name is listed by hand. */
export {
  type ArrayData,
  arrays,
  csv,
  type Dataset,
  idx,
  jsonLines,
  npy,
  npz,
  range,
} from './data/index.ts';
export type { LossFunction, ModelContext, ModelDefinition } from './engine/model-definition.ts';
export { type DatasetContext, defineProgram, type Program } from './worker/program.ts';
