import { dataInvalid, show } from './data-invalid.ts';
import type { CleanStage, EncodeStage, NumericStage, Stage } from './stage.ts';

/** The stages of a description, sorted by what they apply to and checked against each other. */
export interface Recipe {
  readonly clean: CleanStage | null;
  readonly isShuffled: boolean;
  /** Fraction of the rows that become test samples, 0 for none. */
  readonly testFraction: number;
  /** For each input by name, the arithmetic in order and the shape that it ends with. */
  readonly inputs: ReadonlyMap<string, InputRecipe>;
  /** For each target by name, how its class is written; null for values. */
  readonly targets: ReadonlyMap<string, EncodeStage | null>;
}

export interface InputRecipe {
  readonly arithmetic: readonly NumericStage[];
  readonly shape: readonly number[] | null;
}

/** Sorts the stages for these inputs and targets. Throws DATA_INVALID for unknown names and contradicting stages. */
export function toRecipe(
  stages: readonly Stage[],
  inputNames: readonly string[],
  targetNames: readonly string[],
): Recipe {
  for (const stage of stages) {
    if ('input' in stage) requireName(stage.kind, 'input', stage.input, inputNames);
    if ('target' in stage) requireName(stage.kind, 'target', stage.target, targetNames);
  }
  const ofKind = <K extends Stage['kind']>(kind: K) =>
    onlyOne(
      stages.filter((stage): stage is Extract<Stage, { kind: K }> => stage.kind === kind),
      kind,
    );
  return {
    clean: ofKind('clean'),
    isShuffled: ofKind('shuffle')?.on ?? true,
    testFraction: ofKind('split')?.test ?? 0,
    inputs: new Map(inputNames.map((name) => [name, inputRecipe(stages, name)])),
    targets: new Map(
      targetNames.map((name) => {
        const encodings = stages.filter(
          (stage): stage is EncodeStage =>
            'target' in stage && (stage.target === name || stage.target === null),
        );
        return [name, onlyOne(encodings, `how "${name}" is written`)];
      }),
    ),
  };
}

function inputRecipe(stages: readonly Stage[], name: string): InputRecipe {
  const own = stages.filter((stage) => 'input' in stage && (stage.input === name || stage.input === null));
  const reshapes = own.filter((stage) => stage.kind === 'reshape');
  return {
    arithmetic: own.filter((stage): stage is NumericStage => stage.kind !== 'reshape'),
    shape: onlyOne(reshapes, `the shape of "${name}"`)?.shape ?? null,
  };
}

function onlyOne<T>(stages: readonly T[], what: string): T | null {
  if (stages.length > 1)
    throw dataInvalid(`the dataset says ${what} ${stages.length} times; keep one of them.`);
  return stages[0] ?? null;
}

function requireName(kind: string, role: string, name: string | null, names: readonly string[]): void {
  if (name === null || names.includes(name)) return;
  throw dataInvalid(
    `${kind}: there is no ${role} ${show(name)}; the ${role}s are ${names.map(show).join(', ')}.`,
  );
}
