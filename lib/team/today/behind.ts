import { type Money, sumByCurrency } from '../../deal/money.ts';
import { goalNow } from '../goals.ts';
import { heldAgainst } from '../held-against.ts';
import { restsOn } from '../rests-on.ts';
import { inHome, sumsOf } from '../sums.ts';
import { type Asked, amountsOf, dueIn, wonIn } from './asked.ts';
import type { SentencePart } from './five-sentences.ts';
import { QUESTIONS } from './questions.ts';
import { sayRestsOn } from './say-rests-on.ts';

/** Closed, open and due, and what is missing to the goal. Money in other currencies than the goal's is said beside it. */
export function sayBehind(asked: Asked): SentencePart {
  const { team, role, open, quarter, words, say, total, row } = asked;
  const [won, due] = [wonIn(asked), dueIn(asked)];
  const until = say.day(quarter.to);
  const known = amountsOf([...won, ...due]).length > 0;
  const base = words.today.behind(total(won), total(due), until);
  const held = goalNow(asked);
  const against = known && held ? againstGoal(asked, base, held) : null;
  const later = open.filter(({ closeDate }) => closeDate === null);
  const groups = [
    {
      title: 'Closed',
      note: total(won),
      rows: won.map((deal) => row(deal, deal.closedOn ? say.day(deal.closedOn) : '')),
    },
    {
      title: `Open and due by ${until}`,
      note: total(due),
      rows: due.map((deal) => row(deal, deal.closeDate ? say.day(deal.closeDate) : '')),
    },
    { title: 'Open without a close date, in no sum', note: total(later), rows: later.map((deal) => row(deal, '')) },
  ];
  return {
    id: 'behind',
    question: QUESTIONS[role].behind,
    sentence: !known ? words.today.nothingYet(until) : (against?.sentence ?? `${base}.`),
    emphasis: against?.emphasis ?? null,
    rests: sayRestsOn(restsOn(open, team), words, say),
    groups: groups.filter(({ rows }) => rows.length > 0),
  };
}

function againstGoal(asked: Asked, base: string, said: Money): { sentence: string; emphasis: string } {
  const { by, words, money } = asked;
  const goal = inHome(said, by);
  const [closed, due] = [wonIn(asked), dueIn(asked)].map((deals) => heldAgainst(goal, sumsOf(amountsOf(deals), by)));
  const gap = goal.minor - (closed?.minor ?? 0);
  const left = gap - (due?.minor ?? 0);
  const of = (minor: number) => money({ ...goal, minor, halfStep: 0 });
  const apart = sumByCurrency([...(closed?.apart ?? []), ...(due?.apart ?? [])]);
  const sentence =
    gap <= 0
      ? words.today.reached(base, money(goal))
      : left > 0
        ? words.today.short(base, money(goal), of(gap), of(left))
        : words.today.within(base, money(goal), of(gap));
  const beside =
    apart.length > 0
      ? ` ${words.list(apart.map(money))} ${apart.length === 1 ? 'is' : 'are'} not held against it.`
      : '';
  const emphasis = gap <= 0 ? 'reached' : left > 0 ? `${of(left)} of it in no deal yet` : `${of(gap)} to go`;
  return { sentence: sentence + beside, emphasis };
}
