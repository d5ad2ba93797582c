import { type Axis, roundAxis, tightAxis } from './axis.ts';
import { type Html, html } from './html.ts';
import { type CurvePoint, thinOut } from './thin-out.ts';

export interface Series {
  readonly name: string;
  /** Which of the page's colours, from 1. */
  readonly color: 1 | 2 | 3;
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Few points, each of which was measured: dots are drawn on them. */
  readonly dots?: boolean | undefined;
}

export interface LineChart {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly series: readonly Series[];
  /** Vertical lines at things that happened. */
  readonly marks?: readonly { readonly x: number; readonly text: string }[] | undefined;
  readonly startAtZero?: boolean | undefined;
  readonly xText: (value: number) => string;
  readonly yText: (value: number) => string;
}

const WIDTH = 560;
const HEIGHT = 250;
const EDGE = { left: 58, right: 14, top: 14, bottom: 42 };
const MAX_POINTS = 160;

interface Curve extends Omit<Series, 'points'> {
  readonly points: readonly CurvePoint[];
}

interface Plane {
  readonly xAxis: Axis;
  readonly yAxis: Axis;
  readonly toX: (value: number) => number;
  readonly toY: (value: number) => number;
}

/** A chart of curves as inline SVG with a legend; null when there is nothing to draw. */
export function lineChart(chart: LineChart): Html | null {
  const curves = chart.series
    .map((series): Curve => ({ ...series, points: thinOut(series.points, MAX_POINTS) }))
    .filter(({ points }) => points.length > 0);
  if (curves.length === 0) return null;
  const plane = planeOf(curves, chart.startAtZero ?? false);
  const marks = (chart.marks ?? []).filter(({ x }) => x > plane.xAxis.min && x < plane.xAxis.max);
  return html`<figure class="card chart">
<figcaption><h3>${chart.title}</h3>${legend(curves)}</figcaption>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${chart.title}: ${curves.map(({ name }) => name).join(', ')}">
${grid(chart, plane)}
${marks.map(({ x, text }) => mark(plane.toX(x), text))}
${curves.map((curve) => drawCurve(curve, plane))}
${probes(chart, curves, plane)}
</svg></figure>`;
}

function planeOf(curves: readonly Curve[], startAtZero: boolean): Plane {
  const points = curves.flatMap((curve) => curve.points);
  const xAxis = tightAxis(
    points.map(({ x }) => x),
    6,
  );
  const yValues = points.flatMap(({ low, high }) => [low, high]);
  const yAxis = roundAxis(startAtZero ? [0, ...yValues] : yValues, 5);
  const scale = (axis: Axis, from: number, to: number) => (value: number) =>
    Math.round((from + ((value - axis.min) / (axis.max - axis.min)) * (to - from)) * 10) / 10;
  const toX = scale(xAxis, EDGE.left, WIDTH - EDGE.right);
  const toY = scale(yAxis, HEIGHT - EDGE.bottom, EDGE.top);
  return { xAxis, yAxis, toX, toY };
}

function legend(curves: readonly Curve[]): Html {
  const entries = curves.map(({ name, color }) => html`<li><i class="fill-${color}"></i>${name}</li>`);
  return html`<ul class="legend">${entries}</ul>`;
}

function grid({ xLabel, yLabel, xText, yText }: LineChart, { xAxis, yAxis, toX, toY }: Plane): Html {
  const bottom = HEIGHT - EDGE.bottom;
  const right = WIDTH - EDGE.right;
  const yTicks = yAxis.ticks.map(
    (tick) => html`<line x1="${EDGE.left}" x2="${right}" y1="${toY(tick)}" y2="${toY(tick)}"/>
<text x="${EDGE.left - 8}" y="${toY(tick) + 4}" text-anchor="end">${yText(tick)}</text>`,
  );
  const xTicks = xAxis.ticks.map(
    (tick) => html`<text x="${toX(tick)}" y="${bottom + 17}" text-anchor="middle">${xText(tick)}</text>`,
  );
  const middle = (EDGE.top + bottom) / 2;
  return html`<g class="grid">${yTicks}${xTicks}
<text x="${(EDGE.left + right) / 2}" y="${HEIGHT - 6}" text-anchor="middle">${xLabel}</text>
<text class="y-label" transform="translate(12 ${middle}) rotate(-90)" text-anchor="middle">${yLabel}</text></g>`;
}

function mark(x: number, text: string): Html {
  const y2 = HEIGHT - EDGE.bottom;
  return html`<g class="mark"><title>${text}</title><line x1="${x}" x2="${x}" y1="${EDGE.top}" y2="${y2}"/>
<path d="M${x - 4} ${EDGE.top - 6}h8l-4 6z"/></g>`;
}

function drawCurve({ points, color, dots }: Curve, { toX, toY }: Plane): Html {
  const line = points.map(({ x, y }) => `${toX(x)},${toY(y)}`).join(' ');
  const upper = points.map(({ x, high }) => `${toX(x)},${toY(high)}`);
  const lower = points.map(({ x, low }) => `${toX(x)},${toY(low)}`).reverse();
  const isRange = points.some(({ low, high }) => low < high);
  const band = isRange ? html`<polygon class="band" points="${[...upper, ...lower].join(' ')}"/>` : null;
  const marked = dots || points.length === 1 ? points : [];
  const circles = marked.map(({ x, y }) => html`<circle cx="${toX(x)}" cy="${toY(y)}" r="3.5"/>`);
  return html`<g class="curve color-${color}">${band}<polyline points="${line}"/>${circles}</g>`;
}

/** For each point of the densest curve a strip to point at, which shows the values of all curves there. */
function probes({ xLabel, xText, yText }: LineChart, curves: readonly Curve[], { toX, toY }: Plane): Html[] {
  const densest = curves.reduce((best, curve) => (curve.points.length > best.points.length ? curve : best));
  return densest.points.map(({ x }, index, points) => {
    const begin = index === 0 ? EDGE.left : (toX(points[index - 1]!.x) + toX(x)) / 2;
    const end = index === points.length - 1 ? WIDTH - EDGE.right : (toX(x) + toX(points[index + 1]!.x)) / 2;
    const nearest = curves.map((curve) => ({ curve, point: nearestPoint(curve.points, x) }));
    const values = nearest.map(({ curve, point }) => `${curve.name}: ${yText(point.y)}`);
    const dots = nearest.map(
      ({ curve, point }) =>
        html`<circle class="fill-${curve.color}" cx="${toX(point.x)}" cy="${toY(point.y)}" r="4"/>`,
    );
    return html`<g class="probe"><title>${[`${xLabel} ${xText(x)}`, ...values].join('\n')}</title>
<rect x="${begin.toFixed(1)}" y="${EDGE.top}" width="${Math.max(0, end - begin).toFixed(1)}" height="${HEIGHT - EDGE.top - EDGE.bottom}"/>
<line x1="${toX(x)}" x2="${toX(x)}" y1="${EDGE.top}" y2="${HEIGHT - EDGE.bottom}"/>${dots}</g>`;
  });
}

function nearestPoint(points: readonly CurvePoint[], x: number): CurvePoint {
  return points.reduce((best, point) => (Math.abs(point.x - x) < Math.abs(best.x - x) ? point : best));
}
