import type { Side } from '../../deal/promise.ts';
import type { DealCard } from '../card.ts';
import { linesOf } from '../lines-of.ts';

/** One deal of a plan: enough to choose and order by. */
export type ReviewDeal = {
  deal: string;
  name: string;
  url: string;
  amount: string | null;
  /** Its owner, as the roster writes the name; empty where no page showed one. */
  person: string;
  /** The question was put before, and its answer is still to come. */
  askedOn: string | null;
  /** Against the median amount of its currency; null where no amount was seen. */
  value: number | null;
};

/** What is talked about, as text that the owner may read as well: the fact, the question, and what would prove the answer. */
export type ReviewTalk = {
  fact: string;
  question: string;
  proof: string;
  why: string;
  prompt: { id: string; signal: string; basis: string } | null;
  /** The promise that leads: its day has come. */
  due: { id: string; what: string; who: string; side: Side; proof: string | null } | null;
  /** Who on their side would promise something, where one is known. */
  buyer: string | null;
};

type OfCard = Pick<ReviewDeal, 'deal' | 'url' | 'askedOn'> & ReviewTalk;

/** Of a deal whose card was not built yet. */
export const NOT_READ: ReviewTalk = {
  ...{ fact: '', question: '', proof: '', why: '' },
  ...{ prompt: null, due: null, buyer: null },
};

/** What a run says of a deal, from its card: once more when its page was read meanwhile. */
export function ofCard(card: DealCard): OfCard {
  const { fact, next } = linesOf(card, card.role);
  const { prompt, promises } = card;
  const led = card.lead === 'promise' ? promises.find(({ state }) => state.startsWith('due')) : undefined;
  const [contact] = card.contacts;
  return {
    deal: card.deal,
    url: card.url,
    fact,
    question: prompt?.question ?? next,
    proof: prompt?.proof ?? '',
    why: prompt?.why ?? '',
    prompt: prompt && { id: prompt.id, signal: prompt.signal, basis: prompt.basis },
    askedOn: prompt?.askedOn ?? null,
    due: led ? { id: led.id, what: led.what, who: led.who, side: led.side, proof: led.proof } : null,
    buyer:
      promises.find(({ side }) => side === 'theirs')?.who ?? contact?.field.replace(/ \([^()]*\)$/, '').trim() ?? null,
  };
}
