import { SourceMap } from 'node:module';

const INLINE_MAP = /\/\/# sourceMappingURL=data:application\/json;base64,([A-Za-z0-9+/=]+)\s*$/;
const FRAME_POSITION = /(?<prefix>[( ])(?<file>[^()\s]*program\.cjs):(?<line>\d+):(?<column>\d+)/;

/** A stack trace whose frames in the bundle point to the user's own source, by the bundle's inline source map. */
export function originalStack(stack: string, bundle: string): string {
  const encoded = INLINE_MAP.exec(bundle)?.[1];
  if (!encoded) return stack;
  const map = new SourceMap(JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')));
  return stack
    .split('\n')
    .filter((line) => !line.includes('node:internal') && !line.includes('/dist/'))
    .map((line) => {
      const frame = FRAME_POSITION.exec(line)?.groups;
      if (!frame) return line;
      const origin = map.findEntry(Number(frame.line) - 1, Number(frame.column) - 1);
      if (!('originalSource' in origin)) return line;
      const { originalSource, originalLine, originalColumn } = origin;
      const position = `${originalSource}:${originalLine + 1}:${originalColumn + 1}`;
      return line.replace(FRAME_POSITION, `${frame.prefix}${position}`);
    })
    .join('\n');
}
