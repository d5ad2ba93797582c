/** Cells of a row; the last one is wrapped under itself. */
export type TableRow = readonly [...cells: string[], text: string];

const INDENT = '  ';
const GAP = '  ';

/**
 * Rows in columns as wide as their widest cell, in lines of no more than `columns` characters as long as no word of a
 * last cell is wider than what is left for it. `align` says on which side the cells but the last one are filled.
 */
export function textTable(rows: readonly TableRow[], columns: number, align: 'left' | 'right'): string[] {
  const cellsOf = (row: TableRow): string[] => row.slice(0, -1);
  const numCells = Math.max(0, ...rows.map((row) => row.length - 1));
  const widths = Array.from({ length: numCells }, (_, index) =>
    Math.max(...rows.map((row) => cellsOf(row)[index]?.length ?? 0)),
  );
  return rows.flatMap((row) => {
    const cells = widths.map((width, index) => {
      const cell = cellsOf(row)[index] ?? '';
      return align === 'right' ? cell.padStart(width) : cell.padEnd(width);
    });
    const head = INDENT + cells.map((cell) => cell + GAP).join('');
    const lines = wrapText(row.at(-1)!, columns - head.length);
    return lines.map((line, index) => ((index === 0 ? head : ' '.repeat(head.length)) + line).trimEnd());
  });
}

/** Breaks text at spaces into lines of no more than `width` characters; a longer word has a line of its own. */
function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
