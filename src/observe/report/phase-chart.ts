import { PHASE_LABELS } from '../progress-lines.ts';
import { briefText, percentText } from '../quantity-text.ts';
import { STEP_PHASES, type StepPhase, type StepRecord } from '../run-events.ts';
import { type Html, html } from './html.ts';

interface PhaseShare {
  readonly phase: StepPhase;
  /** Position among all phases, from 1: its colour. */
  readonly color: number;
  readonly seconds: number;
  readonly share: number;
}

/** Where the time of a mean step goes, as one bar and a table; null when nothing was measured. */
export function phaseChart(steps: readonly StepRecord[]): Html | null {
  const shares = phaseShares(steps);
  if (shares.length === 0) return null;
  const total = shares.reduce((sum, { seconds }) => sum + seconds, 0);
  const bars = shares.map(({ phase, color, share, seconds }) => {
    const title = `${PHASE_LABELS[phase]}: ${briefText(seconds)}, ${percentText(share)}`;
    return html`<i class="phase-${color}" style="flex-grow:${share.toFixed(4)}" title="${title}"></i>`;
  });
  const rows = shares.map(
    ({
      phase,
      color,
      share,
      seconds,
    }) => html`<tr><th scope="row"><i class="phase-${color}"></i>${PHASE_LABELS[phase]}</th>
<td>${briefText(seconds)}</td><td>${percentText(share)}</td></tr>`,
  );
  return html`<section class="card phases"><h3>Time of a step</h3>
<p class="note">Mean over ${steps.length.toLocaleString('en-US')} steps and all ranks: ${briefText(total)}</p>
<div class="stack" role="img" aria-label="Time of a step by phase">${bars}</div>
<table><thead><tr><th scope="col">phase</th><th scope="col">mean time</th><th scope="col">share</th></tr></thead>
<tbody>${rows}</tbody></table></section>`;
}

function phaseShares(steps: readonly StepRecord[]): PhaseShare[] {
  const means = STEP_PHASES.map((phase, index) => {
    const measured = steps.map(({ phases }) => phases[phase]).filter((seconds) => seconds !== undefined);
    const seconds = measured.reduce((sum, value) => sum + value, 0) / Math.max(1, measured.length);
    return { phase, color: index + 1, seconds, isMeasured: measured.length > 0 };
  }).filter(({ isMeasured }) => isMeasured);
  const total = means.reduce((sum, { seconds }) => sum + seconds, 0);
  return means.map(({ phase, color, seconds }) => ({
    phase,
    color,
    seconds,
    share: total === 0 ? 0 : seconds / total,
  }));
}
