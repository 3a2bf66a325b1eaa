import { hubspot } from './hubspot/index.ts';
import { pipedrive } from './pipedrive/index.ts';
import { salesforce } from './salesforce/index.ts';
import type { CrmReader, PageMatch } from './types.ts';

/** Every reader, those with hosts of their own first: a self-hosted CRM is known only by what its page holds. */
export const readers: readonly CrmReader[] = [salesforce, hubspot, pipedrive];

/** The readers whose address shape the URL has: none means that no page there can hold a deal. Pure and cheap. */
export function matchAddress(url: URL): { reader: CrmReader; match: PageMatch }[] {
  const found: { reader: CrmReader; match: PageMatch }[] = [];
  for (const reader of readers) {
    const match = reader.match(url);
    if (match) found.push({ reader, match });
  }
  return found;
}

/** The reader of the page that stands in the document, and which page that is; null while there is none. */
export function findReader(url: URL, document: Document): { reader: CrmReader; match: PageMatch } | null {
  for (const { reader, match } of matchAddress(url)) {
    const page = reader.detect(document, match);
    if (page) return { reader, match: page };
  }
  return null;
}
