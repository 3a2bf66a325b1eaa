import { columns, dayCell, dealCell, instantCell, moneyCell, table, textCell } from '../cells.ts';
import type { PersonPart } from '../content.ts';
import type { ContentSpeech } from '../content-speech.ts';
import { NOT_WORDS, PLACE_WORDS, PROMISE_WORDS } from '../content-words.ts';
import type { DealPart } from '../deal-part.ts';
import type { Cell, DocumentTable } from '../document.ts';
import type { PromisePart } from '../said-part.ts';
import { sayReason } from '../say-reason.ts';

export function ownDeals(speech: ContentSpeech): DocumentTable {
  const heads = columns({
    ...{ Deal: 'link', Account: 'text', Stage: 'text', Amount: 'money', 'Close date': 'day', Forecast: 'text' },
    ...{ 'Next step': 'text', 'Its day': 'day', 'Last seen': 'instant' },
  });
  const rows = speech.content.deals.map((deal): Cell[] => [
    dealCell(deal.id, speech),
    textCell(deal.account),
    textCell(deal.stage),
    moneyCell(deal.amount),
    dayCell(deal.outcome === 'open' ? deal.closeDate : deal.closedOn),
    textCell(deal.place === 'ended' ? deal.outcome : PLACE_WORDS[deal.place]),
    textCell(speech.said(deal.id)?.nextStep?.text ?? null),
    dayCell(speech.said(deal.id)?.nextStep?.due ?? null),
    instantCell(deal.lastSeenAt),
  ]);
  return table('your-deals', 'Your deals', 'As seen from this browser.', heads, rows);
}

/** What there is to work on, without points: those order deals, and say nothing of who works on them. */
export function ownReasons(speech: ContentSpeech): DocumentTable {
  const heads = columns({ Deal: 'link', Reason: 'text', 'Text on the page': 'text', 'Seen at': 'instant' });
  const rows = speech.content.deals.flatMap((deal: DealPart) =>
    deal.reasons
      .filter(({ points, signal }) => points >= 0 && signal !== 'owner-changed')
      .map((reason): Cell[] => {
        const [first] = reason.evidence;
        return [
          dealCell(deal.id, speech),
          textCell(sayReason(deal.id, reason, speech)),
          textCell(first?.raw ?? null),
          instantCell(first?.seenAt ?? null),
        ];
      }),
  );
  return table(
    'to-work-on',
    'To work on',
    'What stands on your deals, with the text that it was read from.',
    heads,
    rows,
  );
}

/** Theirs, and the buyers' on their deals; another of ours who promised there is not named. */
export function ownPromises({ id: person }: PersonPart, speech: ContentSpeech): DocumentTable {
  const heads = columns({
    ...{ Deal: 'link', Who: 'text', What: 'text', By: 'day', State: 'text', Proof: 'text', 'Made at': 'instant' },
  });
  const isShown = ({ side, whose }: PromisePart) => side === 'theirs' || whose === person;
  const who = ({ who, side }: PromisePart) =>
    side === 'ours' ? 'you' : 'id' in who ? NOT_WORDS.somebody : speech.whom(who);
  const rows = speech.content.said.flatMap(({ id, promises }) =>
    promises
      .filter(isShown)
      .map((promise): Cell[] => [
        dealCell(id, speech),
        textCell(who(promise)),
        textCell(promise.what),
        dayCell(promise.by),
        textCell(PROMISE_WORDS[promise.state]),
        textCell(promise.proof),
        instantCell(promise.madeAt),
      ]),
  );
  return table('promises', 'Promises', 'Yours, and what buyers promised on your deals.', heads, rows);
}
