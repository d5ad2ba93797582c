import { percentText } from '../quantity-text.ts';
import type { Gallery, GallerySample } from '../run-events.ts';
import { type Html, html } from './html.ts';

/** Test samples with what the model took them for; null when there are none. */
export function pictureGallery(gallery: Gallery | null, classNames: readonly string[]): Html | null {
  if (gallery === null) return null;
  const { samples, worstMistakes } = gallery;
  if (samples.length + worstMistakes.length === 0) return null;
  return html`<section class="card gallery">
${row('Ten samples', 'The first samples of the test set.', samples, classNames)}
${row('Worst mistakes', 'For each class the mistake that the model was surest of.', worstMistakes, classNames)}
</section>`;
}

function row(
  title: string,
  note: string,
  samples: readonly GallerySample[],
  classNames: readonly string[],
): Html | null {
  if (samples.length === 0) return null;
  const shown = samples.map((sample) => picture(sample, classNames));
  return html`<h3>${title}</h3><p class="note">${note}</p><ul>${shown}</ul>`;
}

function picture(
  { index, actual, predicted, probability, png }: GallerySample,
  classNames: readonly string[],
): Html {
  const nameOf = (label: number) => classNames[label] ?? String(label);
  const isRight = actual === predicted;
  const verdict = isRight
    ? html`<b class="good">✓ ${nameOf(predicted)}</b>`
    : html`<b class="bad">✗ ${nameOf(predicted)}</b>`;
  const truth = isRight ? null : html`<span>is ${nameOf(actual)}</span>`;
  const alt = `Sample ${index}: ${nameOf(actual)}, predicted ${nameOf(predicted)}`;
  return html`<li><img src="data:image/png;base64,${png}" alt="${alt}" title="${alt}">${verdict}
<span>${percentText(probability)}</span>${truth}</li>`;
}
