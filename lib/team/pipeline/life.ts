import { buildCard } from '../../coaching/build-card.ts';
import type { DealCard } from '../../coaching/card.ts';
import { sayValue } from '../../coaching/say-value.ts';
import { type Speaker, speakerAt } from '../../coaching/words/dates.ts';
import { wordsFor } from '../../coaching/words/words-for.ts';
import { outcomeOf } from '../../deal/stage-kind.ts';
import type { OneToOne } from '../../deal/talk.ts';
import { dealWithPast } from '../../history/deal-with-past.ts';
import type { Deal, DealHistory, Moment } from '../../history/types.ts';
import { assessDeal } from '../../risk/assess.ts';
import { type CoursePoint, courseOf } from '../../risk/course.ts';
import type { BandFrom } from '../../risk/score.ts';
import type { TeamContext } from '../../risk/team-context.ts';
import { BAND_FROM } from '../../risk/weights.ts';
import { judgedBy } from '../../settings/judged-by.ts';
import type { Settings } from '../../settings/settings.ts';
import { changesInLife } from './life-changes.ts';
import { type LifeItem, lifeOrder } from './life-item.ts';
import { pastInLife } from './life-past.ts';
import { saidInLife } from './life-said.ts';

/** All that is known of one deal, ready to show. */
export type DealLife = {
  card: DealCard;
  /** The open page's head: what each field holds; a field that was never seen is left out. */
  facts: { title: string; text: string }[];
  isOpen: boolean;
  /** "You said won on 24 November 2026." Null where no word of the user's stands: it can be taken back. */
  said: string | null;
  /** Newest first. */
  items: LifeItem[];
  points: CoursePoint[];
  bandFrom: BandFrom;
};

type LifeInput = {
  history: DealHistory;
  moment: Moment;
  settings: Settings;
  usual: TeamContext | null;
  /** The 1:1s for which the deal was picked. */
  talks: readonly OneToOne[];
  locale: string | undefined;
};

const FACTS = [
  'owner',
  'amount',
  'stage',
  'closeDate',
  'account',
  'pipeline',
  'forecastCategory',
  'createdOn',
] as const;

/** Null where the deal had not been seen by the moment. Pure: same input, same life. */
export function dealLife({ history, moment, settings, usual, talks, locale }: LifeInput): DealLife | null {
  const deal = dealWithPast(history, moment);
  if (!deal) return null;
  const by = { ...judgedBy(settings), team: usual };
  const { calendar, exits, fiscalYearStart, me, role } = settings;
  const [words, say] = [wordsFor(locale), speakerAt(moment.asOf, moment.timeZone, locale)];
  const card = buildCard({
    ...{ history, moment, role, unread: [], catalogue: [] },
    assessment: assessDeal(history, { ...by, moment }),
    settings: { calendar, exits, fiscalYearStart, me, locale },
  });
  const parts = { history, moment, words, say };
  return {
    card,
    facts: FACTS.flatMap((field) => {
      const known = deal.fields[field];
      return known
        ? [{ title: words.capital(words.field(field)), text: sayValue(field, known.value, words, say) }]
        : [];
    }),
    isOpen: outcomeOf(deal) === 'open',
    said: saidText(deal, say),
    items: lifeOrder([...changesInLife(parts), ...pastInLife(parts), ...saidInLife(parts, talks)], say),
    points: courseOf(history, by, moment),
    bandFrom: by.learnt?.bandFrom ?? BAND_FROM,
  };
}

function saidText({ fields: { outcome } }: Deal, say: Speaker): string | null {
  const isSaid = outcome?.evidence.page === 'said' && (outcome.value === 'won' || outcome.value === 'lost');
  return isSaid ? `You said ${outcome.value} on ${say.day(say.dayOf(outcome.seenAt))}.` : null;
}
