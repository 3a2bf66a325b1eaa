import { goalAsked, goalOf } from '../goals.ts';
import { mayBeIn } from '../held-against.ts';
import { historySince } from '../history-since.ts';
import { restsOn } from '../rests-on.ts';
import { sayGoalBasis } from '../say-goal.ts';
import { inHome, sumsOf } from '../sums.ts';
import type { TeamDeal } from '../team-deals.ts';
import { type Asked, amountsOf, dueIn, wonIn } from './asked.ts';
import type { DealGroup, SentencePart } from './five-sentences.ts';
import { QUESTIONS } from './questions.ts';

/** What the other four cannot know: what was not looked at, what was never seen, and since when anything is. */
export function sayUnknown(asked: Asked): SentencePart {
  const { team, role, open, words, say, total, row } = asked;
  const rests = restsOn(open, team);
  const unseen: DealGroup = {
    title: 'Not seen this week: look again',
    note: total(rests.unseen),
    rows: rests.unseen.map((deal) => row(deal, words.freshness.ageing(say.on(deal.lastSeenAt)))),
  };
  const empty = emptyGroups(asked);
  const parts = [
    ...(rests.unseen.length > 0
      ? [`${words.deals(rests.unseen.length)} not seen this week (${total(rests.unseen)})`]
      : []),
    ...empty.map(({ title, rows }) => `${rows.length} ${title.toLowerCase()}`),
  ];
  const since = historySince(asked.deals);
  const history = since === null ? '' : `history since ${say.day(say.dayOf(since))}`;
  const notes = notesOf(asked);
  const head =
    parts.length > 0 ? parts.slice(0, 3).join(', ') : open.length > 0 ? 'Every open deal was seen this week' : '';
  return {
    id: 'unknown',
    question: QUESTIONS[role].unknown,
    sentence: `${words.capital([head, history].filter(Boolean).join('; ') || 'Nothing is on record yet')}.`,
    emphasis: rests.unseen.length > 0 ? `${words.deals(rests.unseen.length)} not seen this week` : null,
    rests: null,
    groups: [unseen, ...empty].filter(({ rows }) => rows.length > 0).concat(notes),
  };
}

const FIELDS = [
  { field: 'amount', title: 'Without an amount' },
  { field: 'closeDate', title: 'Without a close date' },
  { field: 'owner', title: 'Without an owner' },
] as const;

/** Never seen is one thing, seen empty another: the first needs a look, the second a word. */
function emptyGroups({ open, words, say, row }: Asked): DealGroup[] {
  return FIELDS.map(({ field, title }) => {
    const lacking = open.filter(({ now }) => now.deal.fields[field]?.value == null);
    const detail = ({ now }: TeamDeal) => {
      const known = now.deal.fields[field];
      return known ? `Seen empty ${words.onDay(say.on(known.lastSeenAt))}` : 'Never seen here';
    };
    return { title, note: '', rows: lacking.map((deal) => row(deal, detail(deal))) };
  }).filter(({ rows }) => rows.length > 0);
}

function notesOf(asked: Asked): DealGroup[] {
  const { team, role, words, money, by } = asked;
  const notes: DealGroup[] = [];
  const say = (title: string, note: string) => notes.push({ title, note, rows: [] });
  const counted = [...wonIn(asked), ...dueIn(asked)];
  const sums = sumsOf(amountsOf(counted), by);
  if (sums.length > 1) {
    say(
      'Not added up',
      by.home === null
        ? `${words.list(sums.map(money))}: say in the options which currency is yours, with rates.`
        : `${words.list(sums.filter(({ currency }) => currency !== by.home).map(money))}: no rate to ${by.home} is set.`,
    );
  }
  const bare = amountsOf(counted).filter((amount) => inHome(amount, by).currency === null);
  const answer = goalAsked(asked);
  const goal = answer.amount;
  if (bare.length > 0) {
    const taken =
      goal && bare.some((amount) => mayBeIn(goal, amount)) ? ` Held against the goal as ${goal.currency}.` : '';
    say('Currency not known', `${words.count(bare.length, 'amount')} without a code.${taken}`);
  }
  const period = words.today.period(asked.quarter.number, asked.quarter.year);
  const basis = sayGoalBasis(answer, period, words, money);
  if (basis) say('Goal', basis);
  const without = team.people.filter(({ name }) => goalOf(asked, name) === null);
  if (role === 'manager' && without.length > 0 && without.length < team.people.length)
    say(`No goal for ${period}`, `${words.list(without.map(({ name }) => name))}.`);
  if (role === 'rep' && team.settings.me === null) say('Who you are', words.today.nameYourself);
  say(
    'The CRM’s own total',
    'Compared on its lists and boards while they stand open, and in the sweep for each pinned view.',
  );
  return notes;
}
