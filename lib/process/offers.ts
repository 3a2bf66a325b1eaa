import type { PastOf } from '../deal/past.ts';

/** What sellers call the paper with the price, at the start of a subject or anywhere in it. */
const OFFER =
  /\b(offers?|quotes?|quotations?|proposals?|angebote?|offres?|devis|ofertas?|presupuestos?|propuestas?|propostas?|offert[aeo]s?|preventiv[oi]|offerter?|tilbud)\b/iu;

/** A line of the feed that tells of an offer made or made anew; what the buyer sends about it is the buyer's act. */
export function isOffer({ side, what, text }: Pick<PastOf<'event'>, 'side' | 'what' | 'text'>): boolean {
  return side !== 'buyer' && (what === 'email' || what === 'other' || what === 'task') && OFFER.test(text);
}
