/** The sheet on a screen, from 360 px up. */
export const screenCss = `
* { box-sizing: border-box; }
html { background: var(--sunk); -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 24px 16px 64px; max-width: 1080px; background: var(--sunk); color: var(--ink);
  font: 15px/22px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
}
h1, h2, h3, p, ul, ol, figure { margin: 0; padding: 0; }
a { color: var(--accent); text-underline-offset: 2px; }
a:focus-visible, .scroll:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.sheet, .behind { background: var(--surface); border: 1px solid var(--line); border-radius: 12px; padding: clamp(16px, 4vw, 40px); }
.behind { margin-top: 24px; }
.sheet > header { display: flex; flex-wrap: wrap; gap: 4px 32px; justify-content: space-between; align-items: end; padding-bottom: 16px; border-bottom: 3px solid var(--accent); }
h1 { font-size: 18px; line-height: 24px; font-weight: 650; }
header p { color: var(--ink-2); font-size: 13px; line-height: 18px; }
.lead { font-size: clamp(21px, 3.4vw, 29px); line-height: 1.28; font-weight: 650; letter-spacing: -0.012em; text-wrap: pretty; }
section { margin-top: 28px; }
section h2 { margin-bottom: 8px; color: var(--accent); font-size: 14px; line-height: 20px; font-weight: 650; }
section h3 { margin: 16px 0 4px; font-size: 14px; line-height: 20px; font-weight: 650; }
section > p + p, figure + p, .scroll + p { margin-top: 8px; }
section ul:not(.legend) { display: grid; gap: 6px; padding-left: 18px; }
section li::marker { color: var(--accent); }
.quiet, .note, .unknown { color: var(--ink-2); }
.note { margin-top: 6px; font-size: 13px; line-height: 18px; }
.beside { display: grid; grid-template-columns: repeat(auto-fit, minmax(240px, 1fr)); gap: 0 32px; }
.beside section { padding-top: 12px; border-top: 1px solid var(--line); }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 14px; line-height: 19px; }
th, td { padding: 6px 12px 6px 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--ink-2); font-size: 12.5px; line-height: 16px; font-weight: 600; vertical-align: bottom; border-bottom: 1px solid var(--line-strong); }
tbody th { font-weight: 600; }
.figure { text-align: right; white-space: nowrap; }
.day { white-space: nowrap; }
thead .figure { white-space: normal; }
th, td { overflow-wrap: break-word; }
td { min-width: 72px; }
tbody th { min-width: 128px; }
figcaption { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 16px; color: var(--ink-2); font-size: 13px; line-height: 18px; }
figcaption b { color: var(--ink); }
.track { display: block; margin: 4px 0 8px; overflow: visible; }
.part { fill: var(--surface); stroke: var(--accent); stroke-width: 1; }
.part.full { fill: var(--accent); }
.part.striped, .part.dotted { fill: revert-layer; }
.part.open { fill: none; stroke: var(--line-strong); stroke-dasharray: 4 3; }
.wash { fill: var(--accent-wash); }
.mark { fill: var(--accent); }
.goal { stroke: var(--ink); stroke-width: 3; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 24px; list-style: none; font-size: 15px; }
.legend svg { margin-right: 6px; vertical-align: -2px; }
.legend span { color: var(--ink-2); }
.bridge ol { list-style: none; display: grid; gap: 2px; }
.bridge li { display: flex; flex-direction: row-reverse; justify-content: space-between; gap: 12px; padding: 3px 0; border-bottom: 1px solid var(--line); }
.bridge li svg, .bridge figcaption { display: none; }
.bridge b { font-weight: 600; white-space: nowrap; }
.bridge rect { fill: var(--accent); stroke: var(--accent); }
.bridge .sum rect { fill: var(--ink-2); stroke: var(--ink-2); }
.bridge .down rect { fill: var(--surface); stroke: var(--closer); stroke-width: 2; }
.bridge line { stroke: var(--line-strong); stroke-dasharray: 2 2; }
.contents { margin-top: 28px; padding-top: 12px; border-top: 1px solid var(--line); font-size: 14px; }
.contents a + a { margin-left: 20px; }
.behind .note { margin: 0 0 12px; }
.behind h2 { margin-bottom: 2px; font-size: 19px; line-height: 26px; font-weight: 650; }
@media (min-width: 720px), print {
  .bridge ol { grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: 0; }
  .bridge li { flex-direction: column; gap: 4px; padding: 0; border: 0; text-align: center; font-size: 13px; line-height: 16px; }
  .bridge figcaption { display: block; margin-top: 6px; }
  .bridge li svg { display: block; height: 104px; overflow: visible; }
  .bridge b { font-size: 13px; letter-spacing: -0.01em; }
  .bridge span { color: var(--ink-2); overflow-wrap: break-word; }
}
`;
