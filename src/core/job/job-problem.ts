/** Names from the top of the document to a field. */
export type FieldPath = readonly (string | number)[];

/** One thing that is wrong in a job file. */
export interface JobProblem {
  readonly path: FieldPath;
  /** What follows the field's name: value, rule and what to do. */
  readonly says: string;
}
