import { shorten } from '../../coaching/words/clean-text.ts';
import type { Day } from '../../deal/day.ts';
import { isSameCurrency, type Money } from '../../deal/money.ts';
import { columns, countCell, dayCell, moneyCell, table, textCell } from '../cells.ts';
import type { PersonPart } from '../content.ts';
import type { ContentSpeech } from '../content-speech.ts';
import type { Cell, DocumentTable } from '../document.ts';
import type { SaidPart } from '../said-part.ts';

/** Of a list in one cell, and of one text in it. */
const MOST = 3;
const ROOM = 80;

const HEADS = columns({
  ...{ Person: 'text', Goal: 'money', Closed: 'money', Commit: 'money', 'Best case': 'money', Pipeline: 'money' },
  ...{ Gap: 'money', 'Manager’s call': 'money', 'Own call': 'money' },
  ...{ 'Promises open': 'count', Kept: 'count', 'Not seen by their day': 'count', Moved: 'count', Dropped: 'count' },
  ...{ Talks: 'count', 'Talked about': 'text', 'Next talk': 'day', 'Comes next': 'text' },
});

/** Everybody in roster order; a row for each currency that their deals are in. */
export function peopleTable(speech: ContentSpeech): DocumentTable {
  const note =
    'In roster order. Gap: goal less closed and commit. Promises: on their own deals, theirs to keep; kept, moved and dropped since the snapshot before.';
  const told = toldOf(speech);
  const rows = speech.content.people.flatMap((person) => rowsOf(person, told.get(person.id) ?? [], speech));
  return table('people', 'People', note, HEADS, rows);
}

/** What was written and said, by whose deal it is or who is to keep a promise in it. */
function toldOf({ content, deal }: ContentSpeech): Map<string, SaidPart[]> {
  const told = new Map<string, SaidPart[]>();
  for (const said of content.said) {
    for (const person of new Set([deal(said.id)?.owner, ...said.promises.map(({ whose }) => whose)])) {
      if (!person) continue;
      const own = told.get(person);
      if (own) own.push(said);
      else told.set(person, [said]);
    }
  }
  return told;
}

/** `told`: of their own deals, and those of others in which they promised something. */
function rowsOf(person: PersonPart, told: readonly SaidPart[], speech: ContentSpeech): Cell[][] {
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
    textCell(talkedAbout(person, told, speech)),
    dayCell(nextTalk),
    textCell(comesNext(person, told, speech)),
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

/** The deals that were picked for a 1:1, and what was asked on theirs. */
function talkedAbout(
  { id, talks }: PersonPart,
  told: readonly SaidPart[],
  { dealName, deal, words }: ContentSpeech,
): string {
  const picked = talks.flatMap((talk) => (talk.deal !== null && deal(talk.deal) ? [dealName(talk.deal)] : []));
  const asked = told.flatMap(({ id: of, prompts }) =>
    deal(of)?.owner === id && prompts.some(({ kind }) => kind === 'asked') ? [dealName(of)] : [],
  );
  return words.list([...new Set([...picked, ...asked])].slice(0, MOST));
}

/** What is promised or planned on their deals from today on, the first due first. */
function comesNext(
  { id }: PersonPart,
  told: readonly SaidPart[],
  { deal, dealName, say, team, words }: ContentSpeech,
): string {
  const { today } = team.moment;
  const ahead = told.flatMap(({ id: of, promises, nextStep }): { due: Day; text: string }[] => {
    const own = promises.flatMap(({ whose, state, by, what }) =>
      whose === id && state === 'open' ? [{ due: by, text: shorten(what, ROOM) }] : [],
    );
    const due = deal(of)?.owner === id && deal(of)?.outcome === 'open' ? (nextStep?.due ?? null) : null;
    const step = due === null || due < today ? [] : [{ due, text: shorten(nextStep?.text ?? '', ROOM) }];
    return [...own, ...step].map((one) => ({
      due: one.due,
      text: `${one.text || words.lines.unnamedStep} (${dealName(of)})`,
    }));
  });
  return ahead
    .toSorted((a, b) => (a.due < b.due ? -1 : 1))
    .slice(0, MOST)
    .map(({ due, text }) => `${say.day(due)}: ${text}`)
    .join('; ');
}
