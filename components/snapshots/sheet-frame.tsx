import { useLayoutEffect, useRef } from 'preact/hooks';
import { pageCss, printCss } from '../../lib/snapshot/write/html/print-css.ts';
import { screenCss } from '../../lib/snapshot/write/html/screen-css.ts';

/** On a screen a long table scrolls within itself, under the sheet that it stands behind. */
const frameCss = '@media screen { .behind .scroll { max-height: 420px; overflow: auto; } }';

/**
 * A sheet as the file has it, apart from the page around it. Its markup is that of our own writer, in which all text was
 * escaped; rules of a page count only where they stand in the document itself.
 */
export function SheetFrame({ html, label }: { html: string; label: string }) {
  const host = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const root = host.current?.shadowRoot ?? host.current?.attachShadow({ mode: 'open' });
    if (!root) return;
    // Our policy lets no style stand in markup; said by a script it may. In texts the mark is escaped.
    const said = html.replaceAll(' style="', ' data-style="');
    const main = new DOMParser().parseFromString(said, 'text/html').querySelector('main');
    if (!main) return;
    for (const element of main.querySelectorAll<HTMLElement>('[data-style]'))
      element.style.cssText = element.dataset.style ?? '';
    root.adoptedStyleSheets = [screenCss, printCss, frameCss].map(asSheet);
    root.replaceChildren(document.importNode(main, true));
    const page = asSheet(pageCss);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, page];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== page);
    };
  }, [html]);
  return <section class="sheet-frame" aria-label={label} ref={host} />;
}

function asSheet(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}
