import { isShown } from '../crm/deep-select.ts';
import { EDITORS } from './taught-map.ts';

/** A page of a CRM has some hundred of them; far above that stepping through them is no help. */
const MOST = 5_000;
const NO_PLACE = 'script,style,template,noscript,svg,iframe,input[type="hidden"],input[type="password"]';

/** Words of its own, and not only those of elements inside it. */
function bearsText(element: Element): boolean {
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3 && /[\p{L}\p{N}\p{Sc}]/u.test((node as Text).data)) return true;
  }
  return false;
}

/** What may be pointed at with the keys, in the order of the page, within open shadow roots too; `passes` leaves parts out. */
export function candidatesIn(document: Document, passes: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  const walk = (within: ParentNode): void => {
    for (const element of within.children) {
      if (found.length >= MOST || element.matches(NO_PLACE) || passes(element)) continue;
      const isEditor = element.matches(EDITORS);
      if ((isEditor || bearsText(element)) && isShown(element)) found.push(element);
      if (isEditor) continue;
      if (element.shadowRoot) walk(element.shadowRoot);
      walk(element);
    }
  };
  if (document.body) walk(document.body);
  return found;
}
