import { countText, percentText } from '../quantity-text.ts';
import type { EvaluationResult } from '../run-events.ts';
import { type Html, html } from './html.ts';

/** With more classes than this a matrix says nothing to the eye; the commonest mistakes do. */
const MAX_MATRIX_CLASSES = 30;
const NUM_MISTAKES = 12;

/** Which classes the model told apart; null where the target is not a class. */
export function classTables({ confusion, perClass, classNames }: EvaluationResult): Html | null {
  if (!confusion || !perClass || !classNames) return null;
  const matrix = classNames.length <= MAX_MATRIX_CLASSES ? confusionTable(confusion, classNames) : null;
  return html`<div class="pair">${matrix ?? commonMistakes(confusion, classNames)}${perClassTable(perClass)}</div>`;
}

/**
 * Cells are shaded by their share of the row, so that a rare class is read as easily as a common one;
 * by its root, so that the few mistakes of a good model are seen at all.
 */
function confusionTable(confusion: readonly (readonly number[])[], classNames: readonly string[]): Html {
  const rows = confusion.map((row, actual) => {
    const support = row.reduce((sum, count) => sum + count, 0);
    const cells = row.map((count, predicted) => {
      const share = support === 0 ? 0 : count / support;
      const shade = count === 0 ? 0 : 0.06 + 0.94 * Math.sqrt(share);
      const kind = `${actual === predicted ? 'right' : 'wrong'}${shade > 0.5 ? ' deep' : ''}${count === 0 ? ' none' : ''}`;
      const title = `${classNames[actual]} taken for ${classNames[predicted]}: ${countText(count)} (${percentText(share)})`;
      return html`<td class="${kind}" style="--shade:${shade.toFixed(3)}" title="${title}">${countText(count)}</td>`;
    });
    return html`<tr><th scope="row" title="${classNames[actual]!}">${classNames[actual]!}</th>${cells}</tr>`;
  });
  const heads = classNames.map((name) => html`<th scope="col" title="${name}">${name}</th>`);
  return html`<section class="card matrix"><h3>Confusion</h3>
<p class="note">Rows are the actual classes, columns the predicted ones; the stronger the shade, the larger the share of the row.</p>
<div class="scroll"><table><thead><tr><td></td>${heads}</tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

function commonMistakes(confusion: readonly (readonly number[])[], classNames: readonly string[]): Html {
  const mistakes = confusion
    .flatMap((row, actual) => row.map((count, predicted) => ({ actual, predicted, count })))
    .filter(({ actual, predicted, count }) => actual !== predicted && count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, NUM_MISTAKES);
  const rows = mistakes.map(
    ({ actual, predicted, count }) => html`<tr><th scope="row">${classNames[actual]!}</th>
<td class="text">${classNames[predicted]!}</td><td>${countText(count)}</td></tr>`,
  );
  return html`<section class="card"><h3>Commonest mistakes</h3><div class="scroll"><table>
<thead><tr><th scope="col">actual</th><th scope="col" class="text">predicted</th><th scope="col">samples</th></tr></thead>
<tbody>${rows}</tbody></table></div></section>`;
}

function perClassTable(perClass: NonNullable<EvaluationResult['perClass']>): Html {
  const rows = perClass.map(
    ({ className, precision, recall, f1, support }) => html`<tr><th scope="row">${className}</th>
${meter(precision)}${meter(recall)}${meter(f1)}<td>${countText(support)}</td></tr>`,
  );
  return html`<section class="card per-class"><h3>Class by class</h3>
<p class="note">Precision: right among those predicted. Recall: found among those there are.</p>
<div class="scroll"><table><thead><tr><th scope="col">class</th><th scope="col">precision</th>
<th scope="col">recall</th><th scope="col">F1</th><th scope="col">samples</th></tr></thead>
<tbody>${rows}</tbody></table></div></section>`;
}

function meter(share: number): Html {
  return html`<td class="meter" style="--share:${share.toFixed(4)}">${percentText(share)}</td>`;
}
