import { h } from '../dom.js';

let sheet;

/** A component of the page: with `?sim=shadow` its content stands behind an open shadow root, else in the document. */
export function component(ctx, tag, attrs, ...children) {
  const host = h(tag, attrs);
  if (!ctx.sim.shadow) {
    host.append(...children.flat().filter(Boolean));
    return host;
  }
  const root = host.attachShadow({ mode: 'open' });
  if (!sheet && typeof CSSStyleSheet === 'function' && 'replaceSync' in CSSStyleSheet.prototype) {
    const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]);
    sheet = new CSSStyleSheet();
    sheet.replaceSync(rules.map(({ cssText }) => cssText).join('\n'));
  }
  if (sheet) root.adoptedStyleSheets = [sheet];
  root.append(...children.flat().filter(Boolean));
  return host;
}
