import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildCard } from '../../../lib/coaching/build-card.ts';
import type { DealCard } from '../../../lib/coaching/card.ts';
import type { Catalogue } from '../../../lib/coaching/catalogue/types.ts';
import { type DealNow, dealsNow } from '../../../lib/coaching/deals-now.ts';
import { likelyToHelp } from '../../../lib/coaching/likely-to-help.ts';
import { hasPromiseBy, helpOf } from '../../../lib/coaching/pick-touches.ts';
import { pointsOf, relativeValues } from '../../../lib/coaching/rank.ts';
import { callsForTalk, plainAsks } from '../../../lib/coaching/review/exceptions.ts';
import { planReview, type ReviewInput } from '../../../lib/coaching/review/plan-review.ts';
import { addDays, dayInZone, MONDAY_TO_FRIDAY } from '../../../lib/deal/day.ts';
import type { Role } from '../../../lib/deal/role.ts';
import type { DealHistory, Moment } from '../../../lib/history/types.ts';
import { openDeals, TODAY } from '../../bench/open-deals.ts';
import { cardOf, moment } from '../make-history.ts';
import { promptsIn } from '../packaged-prompts.ts';
import { randomHistory } from '../random-history.ts';

const settings = { calendar: MONDAY_TO_FRIDAY, fiscalYearStart: 1, me: null, locale: 'en-GB' };
const CATALOGUES = [promptsIn('en'), promptsIn('de'), promptsIn('fr'), promptsIn('en').slice(0, 40), []];

/** What was said of a deal before: mostly about what its card asks, so that it counts. */
type Said = 'nothing' | 'asked' | 'proof-seen' | 'snoozed';
function withSaid(history: DealHistory, said: Said, role: Role, before: Moment): DealHistory {
  if (said === 'nothing') return history;
  const prompt = cardOf(history, role, before).prompt;
  const event = {
    ...{
      id: 'said',
      deal: history.deal.id,
      at: before.asOf,
      recordedAt: before.asOf,
      until: said === 'snoozed' ? '2027-12-30' : null,
    },
    ...{ prompt: prompt?.id ?? '', signal: prompt?.signal ?? '', basis: prompt?.basis ?? '', kind: said },
  };
  return { ...history, prompts: [...history.prompts, event] };
}

/** Card by card, as slow as it is plain. */
function byCards({ histories, catalogue, role, moment: now }: ReviewInput): { deal: string; askedOn: string | null }[] {
  const open = dealsNow(histories, now, settings).filter(({ outcome }) => outcome === 'open');
  const values = relativeValues(open);
  const usual = {
    helps: likelyToHelp(
      histories.flatMap(({ prompts }) => prompts).filter((one) => one.at <= now.asOf),
      now.asOf,
    ),
  };
  const today = dayInZone(now.asOf, now.timeZone);
  const rank = (deal: DealNow) => pointsOf(deal) * (values.get(deal) ?? 1) * helpOf(deal, usual);
  const calls = ({ lead, prompt, wait }: DealCard) =>
    lead === 'promise' || (prompt !== null && (lead === 'change' || (lead === 'signal' && wait === null)));
  return open
    .filter(({ assessment }) => assessment.freshness.level !== 'stale')
    .sort((a, b) => Number(hasPromiseBy(b, today)) - Number(hasPromiseBy(a, today)) || rank(b) - rank(a))
    .map(({ history, assessment }) =>
      buildCard({ history, assessment, catalogue, usual, role, moment: now, settings, unread: [] }),
    )
    .filter(calls)
    .map(({ deal, prompt }) => ({ deal, askedOn: prompt?.askedOn ?? null }));
}

const input = (count: number) =>
  fc
    .record({
      found: fc.array(
        fc.tuple(randomHistory, fc.constantFrom<Said>('nothing', 'nothing', 'asked', 'proof-seen', 'snoozed')),
        {
          minLength: 1,
          maxLength: count,
        },
      ),
      /** Since the last look at any of them: most were seen lately. */
      later: fc.integer({ min: 0, max: 16 }),
      role: fc.constantFrom<Role>('manager', 'rep'),
      catalogue: fc.constantFrom<Catalogue>(...CATALOGUES),
    })
    .map(({ found, later, role, catalogue }): ReviewInput => {
      const last = Math.max(...found.flatMap(([{ sightings }]) => sightings.map((look) => look.at)));
      const now = moment(addDays(dayInZone(last, 'UTC'), later));
      const histories = found.map(([history, said], n) => {
        const named = { ...history, deal: { ...history.deal, id: `deal-${n}` } };
        return withSaid(named, said, role, { ...now, asOf: now.asOf - 3_600_000, knownAt: now.knownAt - 3_600_000 });
      });
      return { histories, catalogue, role, moment: now, settings, roster: [] };
    });

it('plans the same deals in the same order as card by card', () => {
  fc.assert(
    fc.property(input(6), (given) => {
      const planned = planReview(given).deals.map(({ deal, askedOn }) => ({ deal, askedOn }));
      expect(planned).toEqual(byCards(given));
    }),
    { numRuns: 200 },
  );
});

it('does so for deals of half a year, most of which call for a talk', () => {
  const now = { asOf: TODAY, knownAt: TODAY, timeZone: 'Europe/Berlin' };
  const catalogue = promptsIn('en');
  const given: ReviewInput = {
    histories: openDeals(80),
    catalogue,
    role: 'manager',
    moment: now,
    settings,
    roster: [],
  };
  const planned = planReview(given).deals.map(({ deal, askedOn }) => ({ deal, askedOn }));
  expect(planned.length).toBeGreaterThan(40);
  expect(planned).toEqual(byCards(given));
});

it('tells many deals without their cards, each way', () => {
  const told = { yes: 0, no: 0, card: 0 };
  fc.assert(
    fc.property(input(6), ({ histories, catalogue, role, moment: now }) => {
      const plain = plainAsks(catalogue, role);
      for (const deal of dealsNow(histories, now, settings).filter(({ outcome }) => outcome === 'open')) {
        const calls = callsForTalk(deal, now, plain);
        told[calls === null ? 'card' : calls ? 'yes' : 'no']++;
      }
    }),
    { numRuns: 100, seed: 7 },
  );
  expect(told.yes).toBeGreaterThan(5);
  expect(told.no).toBeGreaterThan(0);
});
