import type { ForecastCategory } from '../../process/forecast-category.ts';
import { categoryIn } from '../forecast/forecast.ts';
import { goalOf } from '../goals.ts';
import { heldAgainst } from '../held-against.ts';
import { restsOn } from '../rests-on.ts';
import { inHome, sumsOf } from '../sums.ts';
import type { TeamDeal } from '../team-deals.ts';
import { type Asked, amountsOf, dueIn, wonIn } from './asked.ts';
import type { DealGroup, SentencePart } from './five-sentences.ts';
import { QUESTIONS } from './questions.ts';
import { sayRestsOn } from './say-rests-on.ts';

/** More would be no sentence; the others stand below with their deals. */
const NAMED = 4;

/** What each person's deals of the quarter are: closed, then by what the forecast does with them. */
const SHARES: readonly { title: string; has(deal: TeamDeal): boolean }[] = [
  { title: 'closed', has: ({ outcome }) => outcome === 'won' },
  { title: 'commit', has: isOpenAs('commit') },
  { title: 'best case', has: isOpenAs('best-case') },
  { title: 'open, in neither', has: isOpenAs('pipeline', 'omitted') },
];

function isOpenAs(...categories: ForecastCategory[]) {
  return (deal: TeamDeal) => deal.outcome === 'open' && categories.includes(categoryIn(deal).category);
}

/** Who brings what this quarter, in roster order; for a rep their own deals by what they are. */
export function sayWho(asked: Asked): SentencePart {
  const { team, role, open, words, say, total } = asked;
  const deals = [...wonIn(asked), ...dueIn(asked)];
  const own = role === 'rep' && team.settings.me !== null;
  const people = own ? [] : team.people.filter(({ name }) => deals.some(({ owner }) => owner === name));
  const shares = SHARES.map(({ title, has }) => ({ title, deals: deals.filter(has) })).filter(
    (share) => share.deals.length > 0,
  );
  const each = people.map(({ name }) => ({
    name,
    said: briefly(
      asked,
      deals.filter(({ owner }) => owner === name),
    ),
  }));
  const named = each.slice(0, NAMED).map(({ name, said }) => `${name} ${said}`);
  const others = each.length - named.length;
  const listed = others > 0 ? `${named.join('; ')}; ${words.people(others)} more below.` : `${named.join('; ')}.`;
  const ownLine = `${words.capital(words.list(shares.map((share) => `${total(share.deals)} ${share.title}`)))}.`;
  return {
    id: 'who',
    question: QUESTIONS[role].who,
    sentence:
      deals.length === 0
        ? `No deal is closed or due in ${words.today.period(asked.quarter.number, asked.quarter.year)} yet.`
        : people.length === 0
          ? ownLine
          : listed,
    emphasis: null,
    rests: sayRestsOn(restsOn(open, team), words, say),
    groups:
      people.length === 0
        ? shares.map((share) => groupOf(asked, words.capital(share.title), total(share.deals), share.deals))
        : personGroups(asked, deals),
  };
}

function personGroups(asked: Asked, deals: readonly TeamDeal[]): DealGroup[] {
  const { team } = asked;
  const names = [...team.people.map(({ name }) => name), null];
  return names.flatMap((name) => {
    const own = deals.filter(({ owner }) => owner === name);
    if (own.length === 0) return [];
    const goal = name === null ? null : sayGoal(asked, name, own);
    return groupOf(asked, name ?? 'No owner seen', [wholly(asked, own), ...(goal ? [goal] : [])].join('; '), own);
  });
}

function groupOf({ row, say }: Asked, title: string, note: string, deals: readonly TeamDeal[]): DealGroup {
  const detail = (deal: TeamDeal) => {
    const share = SHARES.find(({ has }) => has(deal))?.title ?? '';
    const day = deal.outcome === 'open' ? deal.closeDate : deal.closedOn;
    return day ? `${share}, ${say.day(day)}` : share;
  };
  return { title, note, rows: deals.map((deal) => row(deal, detail(deal))) };
}

/** "$80k closed, $20k open": what fits a sentence of several people. */
function briefly({ total }: Asked, deals: readonly TeamDeal[]): string {
  const closed = deals.filter(({ outcome }) => outcome === 'won');
  const due = deals.filter(({ outcome }) => outcome === 'open');
  const parts = [
    ...(closed.length > 0 ? [`${total(closed)} closed`] : []),
    ...(due.length > 0 ? [`${total(due)} open and due`] : []),
  ];
  return parts.join(', ');
}

function wholly({ total }: Asked, deals: readonly TeamDeal[]): string {
  return SHARES.flatMap(({ title, has }) => {
    const share = deals.filter(has);
    return share.length > 0 ? `${total(share)} ${title}` : [];
  }).join(', ');
}

function sayGoal(asked: Asked, name: string, deals: readonly TeamDeal[]): string | null {
  const said = goalOf(asked, name);
  if (!said) return null;
  const goal = inHome(said, asked.by);
  const closed = sumsOf(amountsOf(deals.filter(({ outcome }) => outcome === 'won')), asked.by);
  const left = goal.minor - heldAgainst(goal, closed).minor;
  return left > 0
    ? `goal ${asked.money(goal)}, ${asked.money({ ...goal, minor: left, halfStep: 0 })} to go`
    : `goal ${asked.money(goal)}, reached`;
}
