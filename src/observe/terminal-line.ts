/** Text that is one line, however it is painted. */
export type Piece = readonly [text: string, paint?: (text: string) => string];

const GAP = '  ';

/**
 * Pieces from the left and from the right edge, in no more than `columns` columns. What does not fit is left out:
 * of each side the piece that is furthest from its edge first; the first left piece is cut.
 */
export function terminalLine(columns: number, left: readonly Piece[], right: readonly Piece[] = []): string {
  const [leftKept, rightKept] = [[...left], [...right]];
  const width = () => widthOf(leftKept) + widthOf(rightKept) + (rightKept.length > 0 ? GAP.length : 0);
  while (leftKept.length > 1 && width() > columns) leftKept.pop();
  while (rightKept.length > 0 && widthOf(rightKept) + GAP.length > columns / 2 && width() > columns)
    rightKept.shift();
  const [first] = leftKept;
  if (first !== undefined)
    leftKept[0] = [cut(first[0], first[0].length - (width() - columns)), first[1] ?? String];
  const space = ' '.repeat(Math.max(0, columns - widthOf(leftKept) - widthOf(rightKept)));
  return paint(leftKept) + (rightKept.length > 0 ? space : '') + paint(rightKept);
}

/** Text from outside without line breaks and control characters, which could take a terminal over. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is replaced
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, ' ').trim();
}

function cut(text: string, room: number): string {
  return text.length <= room ? text : `${text.slice(0, Math.max(0, room - 1))}…`;
}

function widthOf(pieces: readonly Piece[]): number {
  return (
    pieces.reduce((width, [text]) => width + text.length, 0) + GAP.length * Math.max(0, pieces.length - 1)
  );
}

function paint(pieces: readonly Piece[]): string {
  return pieces.map(([text, brush]) => (brush ? brush(text) : text)).join(GAP);
}
