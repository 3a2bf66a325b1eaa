import { firstShown, partsOf, type Scope, scopeOf } from './deep-select.ts';
import type { CrmReader, PageMatch } from './types.ts';

/** The readers whose address shape the URL has: none means that no page there can hold a deal. Pure and cheap. */
function matchAddress(readers: readonly CrmReader[], url: URL): { reader: CrmReader; match: PageMatch }[] {
  const found: { reader: CrmReader; match: PageMatch }[] = [];
  for (const reader of readers) {
    const match = reader.match(url);
    if (match) found.push({ reader, match });
  }
  return found;
}

/** The record that the address names in any CRM that may stand there; null where it has not the shape of one deal's. */
export function recordIdIn(readers: readonly CrmReader[], url: URL): string | null {
  return matchAddress(readers, url).find(({ match }) => match.recordId !== null)?.match.recordId ?? null;
}

export type FoundReader = {
  reader: CrmReader;
  match: PageMatch;
  /** The document with the shadow roots that were walked to recognise it. */
  whole: Scope;
  /** The first match in it that a user can see: looked for once in a reading, however often it is asked. */
  first(selector: string): Element | null;
};

/** The reader of the page that stands in the document, and which page that is; null while there is none. */
export function findReader(readers: readonly CrmReader[], url: URL, document: Document): FoundReader | null {
  for (const { reader, match } of matchAddress(readers, url)) {
    const whole = scopeOf(document, reader.shadowHosts);
    const known = new Map<string, Element | null>();
    const first = (selector: string) => {
      let element = known.get(selector);
      if (element === undefined) {
        element = firstShown(whole, selector, reader.hidden);
        known.set(selector, element);
      }
      return element;
    };
    const page = reader.detect(document, match, (selector) => partsOf(selector).some((part) => first(part) !== null));
    if (page) return { reader, match: page, whole, first };
  }
  return null;
}
