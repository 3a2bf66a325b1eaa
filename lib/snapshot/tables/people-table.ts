import { isSameCurrency, type Money } from '../../deal/money.ts';
import { columns, countCell, dayCell, moneyCell, table, textCell } from '../cells.ts';
import type { PersonPart } from '../content.ts';
import type { ContentSpeech } from '../content-speech.ts';
import type { Cell, DocumentTable } from '../document.ts';

const HEADS = columns({
  ...{ Person: 'text', Goal: 'money', Closed: 'money', Commit: 'money', 'Best case': 'money', Pipeline: 'money' },
  ...{ Gap: 'money', 'Manager’s call': 'money', 'Own call': 'money' },
  ...{ 'Promises open': 'count', Kept: 'count', 'Not seen by their day': 'count', Moved: 'count', Dropped: 'count' },
  ...{ Talks: 'count', 'Next talk': 'day' },
});

/** Everybody in roster order; a row for each currency that their deals are in. */
export function peopleTable(speech: ContentSpeech): DocumentTable {
  const note =
    'In roster order. Gap: goal less closed and commit. Promises: on their own deals, theirs to keep; kept, moved and dropped since the snapshot before.';
  return table(
    'people',
    'People',
    note,
    HEADS,
    speech.content.people.flatMap((person) => rowsOf(person, speech)),
  );
}

function rowsOf(person: PersonPart, speech: ContentSpeech): Cell[][] {
  const { sums, gap, goal, calls, promises, talks, nextTalk } = person;
  const all = [gap?.goal ?? goal, ...sums.closed, ...sums.commit, ...sums.bestCase, ...sums.pipeline].flatMap(
    (sum) => sum ?? [],
  );
  const currencies = all.filter((sum, at) => all.findIndex((one) => isSameCurrency(one, sum)) === at);
  const name = textCell(speech.personName(person.id));
  const of = (sums: readonly Money[], like: Money | undefined) =>
    moneyCell(like && sums.find((sum) => isSameCurrency(sum, like)));
  const rest: Cell[] = [
    ...[calls.manager, calls.own].map(moneyCell),
    ...[promises.open, promises.kept, promises.missed, promises.moved, promises.dropped, talks.length].map(countCell),
    dayCell(nextTalk),
  ];
  const sumsOf = (like: Money | undefined): Cell[] => [
    of(sums.closed, like),
    of(sums.commit, like),
    of(sums.bestCase, like),
    of(sums.pipeline, like),
  ];
  const [first, ...others] = currencies;
  return [
    [name, moneyCell(gap?.goal ?? goal), ...sumsOf(first), moneyCell(gap?.gap), ...rest],
    ...others.map((like): Cell[] => [name, null, ...sumsOf(like), null, ...rest.map(() => null)]),
  ];
}
