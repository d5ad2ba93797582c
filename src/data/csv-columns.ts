import { dataInvalid, show } from './data-invalid.ts';
import type { ColumnRef, CsvSource, Named } from './source.ts';

/** The columns of one input or target by their positions in a row. */
export interface PlacedColumns {
  readonly name: string;
  readonly positions: readonly number[];
}

/** Finds the positions of named columns in the header, and checks positions against the number of columns. */
export function placeColumns(
  source: CsvSource,
  named: readonly Named<readonly ColumnRef[]>[],
  first: { readonly names: readonly string[] | null; readonly numColumns: number },
): readonly PlacedColumns[] {
  return named.map(({ name, from }) => ({
    name,
    positions: from.map((column) => {
      if (typeof column === 'number') {
        const position = shiftPosition(source, column, first.numColumns);
        if (position < first.numColumns) return position;
        throw dataInvalid(
          `${source.path} has ${first.numColumns} columns (0 to ${first.numColumns - 1}), but "${name}" takes column ` +
            `${column}; correct the column, or the file.`,
        );
      }
      return findName(source.path, column, first.names ?? []);
    }),
  }));
}

/** Where a position of the training file is in this one, which may lack the target columns. */
function shiftPosition({ path, layout }: CsvSource, position: number, numColumns: number): number {
  if (layout === null || numColumns === layout.numColumns) return position;
  const { targetPositions } = layout;
  const withoutTargets = layout.numColumns - targetPositions.length;
  if (numColumns === withoutTargets)
    return position - targetPositions.filter((target) => target < position).length;
  throw dataInvalid(
    `${path} has ${numColumns} columns, but the training file had ${layout.numColumns} (${withoutTargets} without the ` +
      'targets); give it rows as in training, with or without the targets.',
  );
}

function findName(path: string, column: string, names: readonly string[]): number {
  const position = names.indexOf(column);
  if (position < 0)
    throw dataInvalid(
      `${path} has no column ${show(column)} in its header; it has ${names.slice(0, 20).map(show).join(', ')}` +
        `${names.length > 20 ? ', ...' : ''}.`,
    );
  if (names.indexOf(column, position + 1) >= 0)
    throw dataInvalid(
      `${path} has two columns ${show(column)} in its header; rename one, or use its position.`,
    );
  return position;
}
