/** What becomes of a value that is missing, or that is not a finite number. */
export const FAULT_RULES = ['drop', 'fill', 'error'] as const;
export type FaultRule = (typeof FAULT_RULES)[number];

/** Fits one factor and offset for each element of a sample, or the same ones for all of them. */
export const FIT_PERS = ['element', 'all'] as const;
export type FitPer = (typeof FIT_PERS)[number];

export interface CleanStage {
  readonly kind: 'clean';
  readonly missing: FaultRule;
  readonly nonNumeric: FaultRule;
  readonly fillWith: 'mean' | number;
}

/** Arithmetic on one input, or on all inputs where `input` is null. */
export type NumericStage =
  | { readonly kind: 'scale'; readonly input: string | null; readonly by: number; readonly offset: number }
  | {
      readonly kind: 'minMax';
      readonly input: string | null;
      readonly low: number;
      readonly high: number;
      readonly per: FitPer;
    }
  | { readonly kind: 'standard'; readonly input: string | null; readonly per: FitPer };

export interface ReshapeStage {
  readonly kind: 'reshape';
  readonly input: string | null;
  readonly shape: readonly number[];
}

/** How a target that is a class is written, for one target, or for all targets where `target` is null. */
export interface EncodeStage {
  readonly kind: 'oneHot' | 'classIndices' | 'binary';
  readonly target: string | null;
  readonly numClasses: number | null;
  readonly classes: readonly string[] | null;
}

/** One step of a dataset's preparation, as data. */
export type Stage =
  | CleanStage
  | NumericStage
  | ReshapeStage
  | EncodeStage
  | { readonly kind: 'shuffle'; readonly on: boolean }
  | { readonly kind: 'split'; readonly test: number };
