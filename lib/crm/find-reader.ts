import { firstShown, type Scope, scopeOf } from './deep-select.ts';
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

/** Whether the address has the shape of one deal's in any CRM that may stand there. */
export function namesDeal(readers: readonly CrmReader[], url: URL): boolean {
  return matchAddress(readers, url).some(({ match }) => match.recordId !== null);
}

export type FoundReader = {
  reader: CrmReader;
  match: PageMatch;
  /** The document with the shadow roots that were walked to recognise it. */
  whole: Scope;
};

/** The reader of the page that stands in the document, and which page that is; null while there is none. */
export function findReader(readers: readonly CrmReader[], url: URL, document: Document): FoundReader | null {
  for (const { reader, match } of matchAddress(readers, url)) {
    const whole = scopeOf(document, reader.shadowHosts);
    const page = reader.detect(document, match, (selector) => firstShown(whole, selector, reader.hidden) !== null);
    if (page) return { reader, match: page, whole };
  }
  return null;
}
