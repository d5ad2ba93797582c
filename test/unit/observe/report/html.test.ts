import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Html, html } from '../../../../src/observe/report/html.ts';

test('values are escaped in text and in attributes, markup is kept, null is nothing', () => {
  const name = `<img src=x onerror='alert("&")'>`;
  const inner = html`<b title="${name}">${name}</b>`;
  const escaped = '&lt;img src=x onerror=&#39;alert(&quot;&amp;&quot;)&#39;&gt;';
  expect(html`${inner}${null}${[1, html`<i>`]}`.markup).toBe(`<b title="${escaped}">${escaped}</b>1<i>`);
});

test('no text can add a character that means something in HTML', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(html`${text}`.markup).not.toMatch(/[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/);
    }),
  );
});

test('an object that looks like markup is not markup', () => {
  const forged = { markup: '<script>' } as unknown as Html;
  expect(() => html`${forged}`).toThrow();
});
