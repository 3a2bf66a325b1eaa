import { type Scope, scopeOf } from './deep-select.ts';
import { dynamics } from './dynamics/index.ts';
import { hubspot } from './hubspot/index.ts';
import { odoo } from './odoo/index.ts';
import { pipedrive } from './pipedrive/index.ts';
import { salesforce } from './salesforce/index.ts';
import { tryton } from './tryton/index.ts';
import type { CrmReader, PageMatch } from './types.ts';

/** Every reader, those with hosts of their own first: a self-hosted CRM is known only by what its page holds. */
export const readers: readonly CrmReader[] = [salesforce, hubspot, pipedrive, dynamics, odoo, tryton];

/** The readers whose address shape the URL has: none means that no page there can hold a deal. Pure and cheap. */
export function matchAddress(url: URL): { reader: CrmReader; match: PageMatch }[] {
  const found: { reader: CrmReader; match: PageMatch }[] = [];
  for (const reader of readers) {
    const match = reader.match(url);
    if (match) found.push({ reader, match });
  }
  return found;
}

export type FoundReader = {
  reader: CrmReader;
  match: PageMatch;
  /** The document with the shadow roots that were walked to recognise it. */
  whole: Scope;
};

/** The reader of the page that stands in the document, and which page that is; null while there is none. */
export function findReader(url: URL, document: Document): FoundReader | null {
  for (const { reader, match } of matchAddress(url)) {
    const whole = scopeOf(document, reader.shadowHosts);
    const page = reader.detect(document, match, whole);
    if (page) return { reader, match: page, whole };
  }
  return null;
}
