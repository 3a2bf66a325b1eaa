import { type KnownOfDeal, knownOfDeal } from '../../../lib/team/today/known-of-deal.ts';
import type { KnownTeam } from '../known-team.ts';

const bare = (url: string) => url.replace(/[?#].*$/, '').replace(/\/$/, '');

/** What is known of the deal that a link leads to. `deal`: its id where its address named a record; else the address itself. */
export function link(
  { histories, moment, settings, usual }: KnownTeam,
  { deal, url, locale }: { deal: string | null; url: string; locale: string },
): KnownOfDeal | null {
  const isMeant = ({ id, url: known }: { id: string; url: string }) =>
    deal === null ? known === url || bare(known) === bare(url) : id === deal;
  const history = histories.find((each) => isMeant(each.deal));
  return history ? knownOfDeal(history, moment, settings, usual, locale) : null;
}
