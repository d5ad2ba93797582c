import type { BenchRecord } from './bench-record.ts';
import type { BenchResults } from './results.ts';
import { isReached, TARGETS } from './targets.ts';

const WIDTH = 860;
const LABEL_WIDTH = 300;
const VALUE_WIDTH = 60;
const ROW_HEIGHT = 26;
const BAR_HEIGHT = 14;
const TOP = 58;
const BOTTOM = 44;

const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #16191f; }
  .soft { fill: #5d6675; font-size: 12px; } .title { font-size: 15px; font-weight: 600; }
  .bar { fill: #2f6fde; } .missed { fill: #e0762b; } .one { stroke: #5d6675; } .target { stroke: #16191f; stroke-width: 2; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e8ebf0; } .soft { fill: #98a2b3; }
    .bar { fill: #6ea2ff; } .missed { fill: #f0955a; } .one { stroke: #98a2b3; } .target { stroke: #e8ebf0; }
  }`;

/** How many times as fast as the peer, one bar for each record that has a target in those terms, as an SVG file. */
export function performanceChart({ date, machine, records }: BenchResults): string {
  const rows = TARGETS.flatMap((target) => {
    const record = records.find(({ name }) => name === target.name);
    return target.field === 'ratio' && record?.ratio ? [{ target, record, ratio: record.ratio }] : [];
  });
  const most = Math.max(1, ...rows.flatMap(({ target, ratio }) => [ratio, target.value]));
  const room = WIDTH - LABEL_WIDTH - VALUE_WIDTH;
  const x = (ratio: number): number => LABEL_WIDTH + (ratio / most) * room;
  const height = TOP + rows.length * ROW_HEIGHT + BOTTOM;
  const line = (at: number, from: number, to: number, name: string): string =>
    `<line class="${name}" x1="${px(at)}" x2="${px(at)}" y1="${px(from)}" y2="${px(to)}"/>`;
  const bars = rows.map(({ target, record, ratio }, index) => {
    const y = TOP + index * ROW_HEIGHT;
    const middle = y + BAR_HEIGHT - 2;
    const look = isReached(target, record) ? 'bar' : 'bar missed';
    return [
      `<text x="${LABEL_WIDTH - 10}" y="${middle}" text-anchor="end">${target.what}</text>`,
      `<rect class="${look}" x="${LABEL_WIDTH}" y="${y}" width="${px(x(ratio) - LABEL_WIDTH)}" height="${BAR_HEIGHT}" rx="2">` +
        `<title>${titleOf(record)}</title></rect>`,
      line(x(target.value), y - 3, y + BAR_HEIGHT + 3, 'target'),
      `<text x="${WIDTH - 4}" y="${middle}" text-anchor="end">${ratio.toFixed(2)}</text>`,
    ].join('\n');
  });
  const end = TOP + rows.length * ROW_HEIGHT;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Speed of Lockstep as a multiple of PyTorch's">
<style>${STYLE}
</style>
<text class="title" x="0" y="18">How many times as fast as PyTorch on the same cores</text>
<text class="soft" x="0" y="38">Thin line: as fast as PyTorch. Thick marks: what was set out to reach.</text>
${line(x(1), TOP - 8, end, 'one')}
${bars.join('\n')}
<text class="soft" x="0" y="${end + 26}">${escaped(`${machine.cpu}, ${machine.numCores} cores, Node.js ${machine.node}, PyTorch ${machine.torch ?? 'none'}, ${date}`)}</text>
</svg>
`;
}

function titleOf({ ours, peer, unit, against }: BenchRecord): string {
  return escaped(`${ours.toPrecision(3)} ${unit}; ${against}: ${peer?.toPrecision(3)}`);
}

function px(value: number): string {
  return value.toFixed(1);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('`', '');
}
