import type { Scope } from './deep-select.ts';
import { takeFrom } from './read-source.ts';
import type { CrmReader, Take } from './types.ts';

/** What CRMs number their records with, and no more than is kept of it. A text of any other kind is no id. */
const ID = /^[\p{L}\p{N}._:~@%+=/-]{1,120}$/u;

/** The first record id that one of the takes finds. */
export function idFrom(scope: Scope, takes: readonly Take[] | undefined, { canonicalId }: CrmReader): string | null {
  for (const take of takes ?? []) {
    const text = takeFrom(scope, take)?.text.trim();
    const id = text && canonicalId ? canonicalId(text) : text;
    if (id && ID.test(id)) return id;
  }
  return null;
}
