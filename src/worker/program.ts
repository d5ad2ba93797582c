import type { Dataset } from '../data/index.ts';
import type { ModelDefinition } from '../engine/model-definition.ts';

/** What a program may use while it describes its data. */
export interface DatasetContext {
  /** Path of a file that comes with the job; relative names start at the job folder. */
  readonly file: (name: string) => string;
  /** The job's seed, for programs that generate their data. */
  readonly seed: number;
}

/** What a job trains on what: the default export of a program. */
export interface Program extends ModelDefinition {
  readonly dataset: (context: DatasetContext) => Dataset | Promise<Dataset>;
}

/** Gives a program its types. It runs in every worker, so it must not depend on where or when it runs. */
export function defineProgram(program: Program): Program {
  return program;
}
