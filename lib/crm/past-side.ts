import type { EventSide } from '../deal/past.ts';
import { foldLabel } from '../deal/same-value.ts';

/** Whose an author is: ours if they own the deal, theirs if they are a contact of it or the account itself. */
export function sideOf(
  author: string | null,
  { owner, account }: { owner: string | null; account: string | null },
  contacts: readonly string[],
): EventSide {
  if (author === null) return 'unknown';
  const name = foldLabel(author);
  const ours = owner !== null && foldLabel(owner) === name;
  const company = account === null ? '' : foldLabel(account);
  // "Northgate Ltd, Anne Weber": a person of that company.
  const theirs = contacts.includes(name) || (company !== '' && (name === company || name.startsWith(`${company}, `)));
  // A name that is on both sides tells nothing.
  return ours === theirs ? 'unknown' : ours ? 'seller' : 'buyer';
}
