/** The look of the report: calm, light or dark as the reader's system is, one column on a phone. */
export const REPORT_STYLE = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #ffffff; --ink: #16191f; --soft: #5d6675; --faint: #e4e7ec; --shadow: 0 1px 2px #1018280f;
  --c1: #2f6fde; --c2: #e0762b; --c3: #16936b;
  --p1: #8a94a6; --p2: #2f6fde; --p3: #e0a32b; --p4: #9b6fd6; --p5: #16936b;
  --good: #12805c; --bad: #c2392b; --warn: #9a6700; --heat: 47 111 222; --miss: 194 57 43;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0f1217; --card: #171b22; --ink: #e8ebf0; --soft: #98a2b3; --faint: #2a303b; --shadow: none;
    --c1: #6ea2ff; --c2: #f0955a; --c3: #4cc79b;
    --p1: #7c8799; --p2: #6ea2ff; --p3: #e5b95c; --p4: #b899ea; --p5: #4cc79b;
    --good: #4cc79b; --bad: #ff8478; --warn: #e5b95c; --heat: 78 132 232; --miss: 214 84 72;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 1120px; margin: 0 auto; padding: 40px 24px 56px; }
h1 { font-size: 28px; line-height: 1.2; margin: 0; font-weight: 650; overflow-wrap: anywhere; }
h2 { font-size: 17px; font-weight: 600; margin: 40px 0 12px; }
h3 { font-size: 14px; font-weight: 600; margin: 0; }
header .title { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 14px; }
header p { margin: 6px 0 24px; color: var(--soft); overflow-wrap: anywhere; }
.status { padding: 2px 10px; border-radius: 99px; font-size: 13px; font-weight: 600; border: 1px solid currentColor; }
.succeeded, .good { color: var(--good); } .failed, .bad { color: var(--bad); } .interrupted { color: var(--warn); }
.card { background: var(--card); border: 1px solid var(--faint); border-radius: 10px; box-shadow: var(--shadow); padding: 18px 20px; margin: 0; min-width: 0; }
.note { color: var(--soft); font-size: 13px; margin: 2px 0 12px; }
.facts { display: flex; flex-wrap: wrap; gap: 12px; margin: 0 0 12px; }
.facts div { flex: 1 1 150px; padding: 14px 18px; }
.facts dt { color: var(--soft); font-size: 13px; }
.facts dd { margin: 2px 0 0; font-size: 22px; font-weight: 600; line-height: 1.25; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
.facts .result { flex-basis: 260px; } .facts .result dd { font-size: 32px; }
.facts small { display: block; font-size: 12.5px; font-weight: 400; color: var(--soft); }
.sha { margin: 0; padding: 12px 16px; display: flex; flex-wrap: wrap; gap: 2px 12px; font-size: 13px; color: var(--soft); }
code, pre { font: 12.5px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; color: var(--ink); }
pre { white-space: pre-wrap; margin: 8px 0 0; }
.error { border-color: var(--bad); margin-top: 12px; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 440px), 1fr)); gap: 12px; align-items: start; }
.chart figcaption { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 2px 16px; margin-bottom: 8px; }
.legend { display: flex; flex-wrap: wrap; gap: 2px 14px; list-style: none; margin: 0; padding: 0; font-size: 13px; color: var(--soft); }
.legend i, .phases th i { display: inline-block; width: 10px; height: 10px; border-radius: 3px; margin-right: 7px; }
svg { display: block; width: 100%; height: auto; }
svg text { font-size: 11.5px; fill: var(--soft); font-variant-numeric: tabular-nums; }
.grid line { stroke: var(--faint); }
.curve polyline { fill: none; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; stroke: currentColor; }
.curve .band { fill: currentColor; opacity: .16; } .curve circle { fill: currentColor; stroke: var(--card); stroke-width: 1.5; }
.color-1 { color: var(--c1); } .color-2 { color: var(--c2); } .color-3 { color: var(--c3); }
.fill-1 { fill: var(--c1); background: var(--c1); } .fill-2 { fill: var(--c2); background: var(--c2); } .fill-3 { fill: var(--c3); background: var(--c3); }
.mark line { stroke: var(--soft); stroke-dasharray: 3 4; opacity: .7; } .mark path { fill: var(--soft); }
.probe line, .probe circle { pointer-events: none; } .probe rect { fill: transparent; } .probe line { stroke: var(--soft); opacity: 0; } .probe circle { opacity: 0; stroke: var(--card); stroke-width: 1.5; }
.probe:hover line { opacity: .5; } .probe:hover circle { opacity: 1; }
.stack { display: flex; gap: 2px; height: 22px; margin: 4px 0 14px; border-radius: 6px; overflow: hidden; }
.stack i { flex-basis: 0; min-width: 2px; }
.phase-1 { background: var(--p1); } .phase-2 { background: var(--p2); } .phase-3 { background: var(--p3); } .phase-4 { background: var(--p4); } .phase-5 { background: var(--p5); }
table { border-collapse: collapse; width: 100%; font-size: 13.5px; font-variant-numeric: tabular-nums; }
th, td { padding: 5px 8px; text-align: right; white-space: nowrap; } th:first-child, td:first-child, .text { text-align: left; }
tbody th { font-weight: 400; } thead th { font-weight: 500; color: var(--soft); font-size: 12.5px; }
tbody tr { border-top: 1px solid var(--faint); }
.scroll { overflow-x: auto; }
.matrix table { width: auto; } .matrix tbody tr { border: 0; }
.matrix th { max-width: 110px; overflow: hidden; text-overflow: ellipsis; color: var(--soft); }
.matrix thead th { max-width: 64px; text-align: center; }
.matrix th, .matrix td { padding: 5px 4px; font-size: 12.5px; }
.matrix td { text-align: center; min-width: 34px; border: 2px solid var(--card); border-radius: 6px; background: rgb(var(--heat) / var(--shade)); }
.matrix thead td { background: none; } .matrix .wrong { background: rgb(var(--miss) / var(--shade)); }
.matrix .deep { color: #fff; } .matrix .none { color: var(--soft); opacity: .55; }
.meter { background: linear-gradient(rgb(var(--heat) / .55) 0 0) no-repeat 8px 100% / calc(var(--share) * (100% - 16px)) 3px; }
.gallery h3:nth-of-type(n+2) { margin-top: 22px; }
.gallery ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(88px, 1fr)); gap: 14px; list-style: none; margin: 0; padding: 0; }
.gallery li { font-size: 12.5px; line-height: 1.35; min-width: 0; overflow-wrap: anywhere; } .gallery li > * { display: block; }
.gallery span { color: var(--soft); } .gallery b { font-weight: 600; }
.gallery img { width: 100%; max-width: 128px; aspect-ratio: 1; object-fit: contain; background: #000; image-rendering: pixelated; border-radius: 6px; margin-bottom: 5px; }
.events { list-style: none; margin: 0; padding: 6px 20px; }
.events li { display: flex; gap: 14px; padding: 7px 0; border-top: 1px solid var(--faint); overflow-wrap: anywhere; font-size: 14px; }
.events li:first-child { border: 0; } .events time { color: var(--soft); font-variant-numeric: tabular-nums; flex: none; } .events span { min-width: 0; }
.events .bad { color: var(--bad); } .events .warn { color: var(--warn); }
footer { margin-top: 36px; color: var(--soft); font-size: 13px; }
@media (max-width: 560px) {
  main { padding: 24px 14px 40px; } .card { padding: 14px; } h1 { font-size: 23px; } .pair { gap: 10px; }
  .facts { gap: 8px; margin-bottom: 8px; } .facts div, .facts .result { flex-basis: 40%; padding: 11px 13px; } .facts dd { font-size: 19px; } .facts .result dd { font-size: 24px; }
  svg text { font-size: 16px; } svg .y-label { display: none; } .gallery ul { gap: 12px 10px; }
}
@media print { body { background: none; } .card { break-inside: avoid; box-shadow: none; } }
`;
