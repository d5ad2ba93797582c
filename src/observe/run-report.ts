import type { JobSpec } from '../core/job/job-spec.ts';
import { eventSentence } from './event-sentence.ts';
import { classTables } from './report/class-tables.ts';
import { Html, html } from './report/html.ts';
import { phaseChart } from './report/phase-chart.ts';
import { pictureGallery } from './report/picture-gallery.ts';
import { reportHeader } from './report/report-header.ts';
import { learningCharts, type RunCourse, speedChart } from './report/run-charts.ts';
import { REPORT_STYLE } from './report/style.ts';
import type { Gallery, RunEvent, RunResult } from './run-events.ts';

/** Everything that a report tells, from the files of a run folder. */
export interface ReportOptions extends RunCourse {
  readonly result: RunResult;
  readonly job: JobSpec;
  /** Null where the samples are not pictures. */
  readonly gallery: Gallery | null;
}

/** More events than this are left to `events.jsonl`. */
const MAX_EVENTS = 200;

/** Nothing may be loaded and nothing may run: names in a report are not to be trusted. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** A run as one page of HTML that needs nothing else: no script, no request, no other file. */
export function renderReport({ result, job, steps, evaluations, events, gallery }: ReportOptions): string {
  const course = { steps, evaluations, events };
  const evaluated = result.test ?? result.validation;
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${result.jobName}: ${result.status}</title><link rel="icon" href="data:,"><style>${new Html(REPORT_STYLE)}</style></head>
<body><main>
${reportHeader(result, job)}
${section('Learning', learningCharts(course))}
${section('Time', [speedChart(course), phaseChart(steps)])}
${evaluated === null ? null : section(`Classes in the ${evaluated.split} set`, [classTables(evaluated)], 'plain')}
${section('Pictures', [pictureGallery(gallery, evaluated?.classNames ?? [])], 'plain')}
${section('What happened', [eventList(events)], 'plain')}
<footer>Written by Lockstep. Times are in UTC.</footer>
</main></body></html>
`;
  return page.markup;
}

function section(
  title: string,
  parts: readonly (Html | null)[],
  layout: 'pair' | 'plain' = 'pair',
): Html | null {
  const shown = parts.filter((part) => part !== null);
  return shown.length === 0
    ? null
    : html`<section><h2>${title}</h2><div class="${layout}">${shown}</div></section>`;
}

/** Generations with their causes, and everything else that the run told. */
function eventList(events: readonly RunEvent[]): Html | null {
  const told = events.filter(({ kind }) => kind !== 'worker_joined');
  if (told.length === 0) return null;
  const items = told.slice(0, MAX_EVENTS).map(
    (event) => html`<li><time datetime="${event.time}">${event.time.slice(11, 19)}</time>
<span class="${toneOf(event)}">${eventSentence(event)}</span></li>`,
  );
  const numLeft = told.length - MAX_EVENTS;
  const rest = numLeft > 0 ? html`<li>and ${numLeft} more in events.jsonl</li>` : null;
  return html`<ol class="card events">${items}${rest}</ol>`;
}

function toneOf({ kind }: RunEvent): 'bad' | 'warn' | 'plain' {
  if (kind === 'worker_lost' || kind === 'worker_refused' || kind === 'checkpoint_failed') return 'bad';
  return kind === 'work_aborted' || kind === 'warning' ? 'warn' : 'plain';
}
