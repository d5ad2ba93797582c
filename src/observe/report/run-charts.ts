import { eventSentence, isAccuracyName } from '../event-sentence.ts';
import { countText, durationText, percentText, scoreText } from '../quantity-text.ts';
import type { EvaluationResult, RunEvent, StepRecord } from '../run-events.ts';
import type { Html } from './html.ts';
import { lineChart, type Series } from './line-chart.ts';

/** What changed while the run went on. */
export interface RunCourse {
  readonly steps: readonly StepRecord[];
  readonly evaluations: readonly EvaluationResult[];
  readonly events: readonly RunEvent[];
}

const MAX_METRIC_CHARTS = 4;

/** Loss and metrics over the steps, training beside validation. */
export function learningCharts(course: RunCourse): Html[] {
  const metricNames = [...new Set(course.steps.flatMap(({ metrics }) => Object.keys(metrics)))];
  const charts = [
    scoreChart(course, 'loss', ({ loss }) => loss),
    ...metricNames
      .slice(0, MAX_METRIC_CHARTS)
      .map((name) => scoreChart(course, name, ({ metrics }) => metrics[name] ?? Number.NaN)),
  ];
  return charts.filter((chart) => chart !== null);
}

/** Samples per second over time, with the moments at which the membership changed. */
export function speedChart({ steps, events }: RunCourse): Html | null {
  if (steps.length === 0) return null;
  const startMs = Date.parse(steps[0]!.time);
  const secondsOf = (time: string) => (Date.parse(time) - startMs) / 1000;
  const marks = events
    .filter(({ kind }) => kind === 'generation_formed')
    .map((event) => ({ x: secondsOf(event.time), text: eventSentence(event) }));
  return lineChart({
    title: 'Samples per second',
    xLabel: 'time since the first step',
    yLabel: 'samples/s',
    series: [
      {
        name: 'samples/s',
        color: 3,
        points: steps.map(({ time, samplesPerSecond }) => [secondsOf(time), samplesPerSecond]),
      },
    ],
    marks,
    startAtZero: true,
    xText: (seconds) => (seconds === 0 ? '0' : durationText(seconds)),
    yText: countText,
  });
}

function scoreChart(
  { steps, evaluations }: RunCourse,
  name: string,
  scoreOf: (of: StepRecord | EvaluationResult) => number,
): Html | null {
  const isShare = isAccuracyName(name);
  const series: Series[] = [
    { name: 'training', color: 1, points: steps.map((step) => [step.step, scoreOf(step)]) },
    {
      name: 'validation',
      color: 2,
      points: evaluations
        .filter(({ split }) => split === 'validation')
        .map((evaluation) => [evaluation.step, scoreOf(evaluation)]),
      dots: true,
    },
  ];
  return lineChart({
    title: name[0]!.toUpperCase() + name.slice(1),
    xLabel: 'step',
    yLabel: isShare ? `${name} in %` : name,
    series,
    startAtZero: name === 'loss',
    xText: countText,
    yText: isShare
      ? (value) => percentText(value, value * 100 === Math.round(value * 100) ? 0 : 1)
      : scoreText,
  });
}
