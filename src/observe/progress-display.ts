import type { Writable } from 'node:stream';
import { createLogUpdate } from 'log-update';
import pc from 'picocolors';
import { eventSentence } from './event-sentence.ts';
import { type Colors, type RunSnapshot, renderProgress, renderProgressLine } from './progress-lines.ts';
import type { RunEvent, RunResult } from './run-events.ts';
import { type RunPlaces, renderSummary } from './run-summary.ts';
import { printable } from './terminal-line.ts';

/** Shows a run to whoever started it. */
export interface RunDisplay {
  /** Where the run is now. May be called as often as one likes. */
  update(snapshot: RunSnapshot): void;
  /** Something happened that deserves a line of its own. */
  event(event: RunEvent): void;
  /** The last word: how it went and where everything is. */
  finish(result: RunResult, places: RunPlaces): void;
  /** Leaves the terminal as a shell expects it, also without `finish`. */
  close(): void;
}

export interface DisplayOptions {
  readonly stream: Writable & { readonly columns?: number };
  /** Width where the stream does not know its own. */
  readonly columns: number;
  /** Whether lines can be drawn over. */
  readonly isTerminal: boolean;
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number;
  /** Paint with colours; by default where the terminal has them and `NO_COLOR` is not set. */
  readonly useColors?: boolean | undefined;
}

/** Ten pictures a second are smooth, and cost next to nothing. */
const REDRAW_MS = 100;
const PLAIN_LINE_MS = 10_000;

/** Widest live display: longer lines are harder to read. */
const MAX_COLUMNS = 100;

/** A display that redraws a few lines in place on a terminal, and writes a line now and then elsewhere. */
export function createDisplay(options: DisplayOptions): RunDisplay {
  const { isTerminal, useColors = pc.isColorSupported } = options;
  const colors = pc.createColors(isTerminal && useColors);
  return isTerminal ? terminalDisplay(options, colors) : plainDisplay(options, colors);
}

function terminalDisplay({ stream, columns, now }: DisplayOptions, colors: Colors): RunDisplay {
  const draw = createLogUpdate(stream as NodeJS.WriteStream);
  let shown: RunSnapshot | null = null;
  let drawnMs = Number.NEGATIVE_INFINITY;

  const redraw = () => {
    if (shown === null) return;
    draw(renderProgress(shown, Math.min(stream.columns ?? columns, MAX_COLUMNS), colors).join('\n'));
    drawnMs = now();
  };
  const close = () => {
    draw.done();
    shown = null;
  };

  return {
    update: (snapshot) => {
      const isNews = snapshot.state !== shown?.state || snapshot.waiting !== shown.waiting;
      shown = snapshot;
      if (isNews || now() - drawnMs >= REDRAW_MS) redraw();
    },
    event: (event) => {
      const line = eventLine(event, colors);
      if (line === null) return;
      draw.clear();
      stream.write(`${line}\n`);
      redraw();
    },
    finish: (result, places) => {
      redraw();
      close();
      stream.write(`${renderSummary(result, places, colors).join('\n')}\n`);
    },
    close,
  };
}

function plainDisplay({ stream, now }: DisplayOptions, colors: Colors): RunDisplay {
  let latest: RunSnapshot | null = null;
  let writtenStep = 0;
  let writtenMs = now();

  const write = (snapshot: RunSnapshot | null) => {
    if (snapshot === null || snapshot.step === writtenStep) return;
    stream.write(`${renderProgressLine(snapshot)}\n`);
    writtenStep = snapshot.step;
    writtenMs = now();
  };

  return {
    update: (snapshot) => {
      if (latest !== null && snapshot.epoch !== latest.epoch) write(latest);
      if (now() - writtenMs >= PLAIN_LINE_MS) write(snapshot);
      latest = snapshot;
    },
    event: (event) => {
      const line = eventLine(event, colors);
      if (line !== null) stream.write(`${line}\n`);
    },
    finish: (result, places) => {
      write(latest);
      stream.write(`${renderSummary(result, places, colors).join('\n')}\n`);
    },
    close: () => {},
  };
}

/** Null for what the display shows anyway. */
function eventLine(event: RunEvent, colors: Colors): string | null {
  if (event.kind === 'worker_joined' || (event.kind === 'state_changed' && event.message === '')) return null;
  return `${colors.dim(event.time.slice(11, 19))} ${paintOf(event, colors)(printable(eventSentence(event)))}`;
}

function paintOf(event: RunEvent, colors: Colors): (text: string) => string {
  switch (event.kind) {
    case 'worker_lost':
    case 'worker_refused':
    case 'checkpoint_failed':
      return colors.red;
    case 'work_aborted':
    case 'warning':
    case 'waiting':
      return colors.yellow;
    default:
      return String;
  }
}
