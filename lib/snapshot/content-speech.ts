import { shorten } from '../coaching/words/clean-text.ts';
import { type Speaker, speakerOn } from '../coaching/words/dates.ts';
import type { Words } from '../coaching/words/english.ts';
import { wordsFor } from '../coaching/words/words-for.ts';
import type { Day } from '../deal/day.ts';
import { ERASED_PERSON } from '../deal/erased.ts';
import { formatMoney, isSameCurrency, type Money } from '../deal/money.ts';
import { carriedMoney } from './carried-money.ts';
import type { PersonPart, SnapshotContent } from './content.ts';
import { NOT_WORDS } from './content-words.ts';
import type { DealPart } from './deal-part.ts';
import type { Note, SaidPart, Whom } from './said-part.ts';

/** One content, its parts by id, and how its figures, days, deals and people are said in a reader's way. */
export type ContentSpeech = {
  content: SnapshotContent;
  team: SnapshotContent['team'];
  locale: string | undefined;
  words: Words;
  say: Speaker;
  hasAmounts: boolean;
  deal(id: string): DealPart | null;
  said(id: string): SaidPart | null;
  person(id: string): PersonPart | null;
  /** The manager's line on a deal. */
  line(deal: string): Extract<Note, { kind: 'line' }> | null;
  dealName(id: string, room?: number): string;
  personName(id: string | null): string;
  whom(whom: Whom | null): string;
  /** "$540k": a figure among others. */
  money(amount: Money): string;
  /** "$1.75M": one that is carried on, with nothing lost. */
  carried(amount: Money): string;
  /** "$540k and €20k"; "nothing" for none. */
  total(sums: readonly Money[], said?: (amount: Money) => string): string;
  /** That of the goal first, else the one that most deals are in: a larger figure may only be in a smaller unit. */
  usualFirst<T extends Pick<Money, 'currency' | 'symbol'>>(sums: readonly T[]): T[];
  /** "Q4". */
  quarter: string;
};

/** Room of a name in a sentence of the sheet. */
const NAME = 44;

export function contentSpeech(content: SnapshotContent, locale: string | undefined): ContentSpeech {
  const { team, left } = content;
  const { today, timeZone, quarter } = team.moment;
  const words = wordsFor(locale);
  const deals = new Map(content.deals.map((one) => [one.id, one]));
  const said = new Map(content.said.map((one) => [one.id, one]));
  const people = new Map(content.people.map((one) => [one.id, one]));
  const lines = new Map(content.notes.flatMap((note) => (note.kind === 'line' ? [[note.deal, note]] : [])));
  const say = speakerOn(today, timeZone, locale);
  const texts = new Map<Day, string>();
  /** Of few days, for many rows. */
  const textOn = (day: Day) => {
    const text = texts.get(day) ?? say.weekday(day);
    texts.set(day, text);
    return text;
  };
  const money = (amount: Money) => formatMoney(amount, locale, 'short');
  const carried = (amount: Money) => carriedMoney(amount, locale);
  const usual = team.gap?.goal ?? mostUsed(content.deals.flatMap(({ counted, amount }) => counted ?? amount ?? []));
  const usualFirst = <T extends Pick<Money, 'currency' | 'symbol'>>(sums: readonly T[]) =>
    usual === null
      ? [...sums]
      : sums.toSorted((a, b) => Number(isSameCurrency(b, usual)) - Number(isSameCurrency(a, usual)));
  const personName = (id: string | null) => {
    if (id === null) return NOT_WORDS.nobody;
    const person = people.get(id);
    return person ? (person.name === null ? NOT_WORDS.somePerson : shorten(person.name, NAME)) : ERASED_PERSON;
  };
  return {
    ...{ content, team, locale, words, money, carried, personName, usualFirst },
    say: { ...say, weekday: textOn, on: (at) => textOn(say.dayOf(at)) },
    hasAmounts: left.amounts === 'kept',
    deal: (id) => deals.get(id) ?? null,
    said: (id) => said.get(id) ?? null,
    person: (id) => people.get(id) ?? null,
    line: (id) => lines.get(id) ?? null,
    dealName(id, room = NAME) {
      const deal = deals.get(id);
      if (!deal) return NOT_WORDS.erasedDeal;
      return deal.name === null
        ? left.names === 'kept'
          ? words.unnamed
          : NOT_WORDS.someDeal
        : shorten(deal.name, room);
    },
    whom(whom) {
      if (whom === null) return '';
      return 'id' in whom ? personName(whom.id) : shorten(whom.name, NAME) || NOT_WORDS.somebody;
    },
    total: (sums, said = money) => words.list(usualFirst(sums).map(said)) || words.none,
    quarter: `Q${quarter.number}`,
  };
}

function mostUsed(amounts: readonly Money[]): Money | null {
  const uses = new Map<string, { like: Money; count: number }>();
  for (const like of amounts) {
    const key = like.currency ?? `?${like.symbol ?? ''}`;
    uses.set(key, { like, count: (uses.get(key)?.count ?? 0) + 1 });
  }
  const [most] = [...uses.values()].toSorted((a, b) => b.count - a.count);
  return most?.like ?? null;
}
