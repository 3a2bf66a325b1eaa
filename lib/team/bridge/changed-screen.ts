import { talksWith } from '../../coaching/agenda/talks-with.ts';
import type { DealRow } from '../../coaching/card.ts';
import { rowOf } from '../../coaching/pick-touches.ts';
import { sayValue } from '../../coaching/say-value.ts';
import { type Speaker, speakerAt } from '../../coaching/words/dates.ts';
import { FIELD_WORDS } from '../../coaching/words/english-names.ts';
import { wordsFor } from '../../coaching/words/words-for.ts';
import type { Instant } from '../../deal/day.ts';
import { momentOn } from '../../deal/local-time.ts';
import { formatMoney } from '../../deal/money.ts';
import { quarterOf } from '../../deal/quarter.ts';
import type { OneToOne } from '../../deal/talk.ts';
import { weekOf } from '../../deal/week.ts';
import type { DealHistory } from '../../history/types.ts';
import { conversionOf, restsOn } from '../rests-on.ts';
import type { Team } from '../team-deals.ts';
import type { SaidRests } from '../today/five-sentences.ts';
import { sayRestsOn } from '../today/say-rests-on.ts';
import { type Bridge, type BridgeLine, bridges } from './bridge.ts';
import { thereAndBack } from './there-and-back.ts';

export const SINCE = ['yesterday', 'week', 'talk', 'quarter'] as const;
export type Since = (typeof SINCE)[number];

export type ChangedChoice = { since: Since; scope: 'quarter' | 'all'; person: string | null };

export type ChangedScreen = {
  /** "Since Sun 22 Nov, in what is to close by 31 Dec." */
  text: string;
  /** One per currency; `minor` in its smallest unit. */
  bridges: (Omit<Bridge, 'lines'> & { lines: { line: BridgeLine; minor: number; rows: DealRow[] }[] })[];
  /** What moved and is back where it was. */
  back: DealRow[];
  rests: SaidRests | null;
  people: string[];
  /** Where there was no talk with that person: counted from the week's begin instead. */
  hasTalk: boolean;
};

type Input = {
  team: Team;
  /** The team at another moment, known as of now. */
  at(asOf: Instant): Team;
  histories: readonly DealHistory[];
  talks: readonly OneToOne[];
  choice: ChangedChoice;
  locale: string | undefined;
};

/** The moment that "since" means: the end of the day before, so that what was seen on a day counts to that day. */
export function sinceMoment({ team, talks, choice }: Pick<Input, 'team' | 'talks' | 'choice'>): {
  at: Instant;
  hasTalk: boolean;
} {
  const { today, settings, moment } = team;
  const startOf = (day: string) => momentOn(day, '00:00', moment.timeZone) - 1;
  const talk = choice.person === null ? undefined : talksWith(choice.person, talks, moment).ended.at(-1)?.endedAt;
  if (choice.since === 'talk' && talk) return { at: talk, hasTalk: true };
  const day =
    choice.since === 'yesterday'
      ? today
      : choice.since === 'quarter'
        ? quarterOf(today, settings.fiscalYearStart).from
        : weekOf(today, settings.weekStart).from;
  return { at: startOf(day), hasTalk: talk != null };
}

/** What changed since a moment, as bridges whose every part opens to its deals. */
export function changedScreen(input: Input): ChangedScreen {
  const { team, histories, choice, locale } = input;
  const { moment, today, settings, people } = team;
  const words = wordsFor(locale);
  const say = speakerAt(moment.asOf, moment.timeZone, locale);
  const { at: from, hasTalk } = sinceMoment(input);
  const quarter = quarterOf(today, settings.fiscalYearStart);
  const scope = { until: choice.scope === 'quarter' ? quarter.to : null, person: choice.person };
  const conversion = conversionOf(settings, today);
  const byId = new Map(team.deals.map((deal) => [deal.id, deal]));
  const rowFor = (id: string, detail: string): DealRow[] => {
    const deal = byId.get(id);
    return deal ? [rowOf(deal.now, detail, say, words)] : [];
  };
  const found = bridges(input.at(from), team, scope, conversion);
  const isTheirs = ({ owner }: { owner: string | null }) => choice.person === null || owner === choice.person;
  const ours = team.deals.filter((deal) => deal.outcome === 'open' && isTheirs(deal));
  const inView = new Set(team.deals.filter(isTheirs).map(({ id }) => id));
  return {
    text: `Since the end of ${say.on(from)}, ${choice.scope === 'quarter' ? `in what is to close by ${say.day(quarter.to)}` : 'in all that is open'}.`,
    bridges: found.map(({ lines, ...bridge }) => ({
      ...bridge,
      lines: lines.map(({ line, minor, parts }) => ({
        ...{ line, minor },
        rows: parts.flatMap(({ deal, minor }) => rowFor(deal, signed({ ...bridge, minor }, say))),
      })),
    })),
    back: thereAndBack(
      histories.filter(({ deal }) => inView.has(deal.id)),
      from,
      moment,
    ).flatMap(({ deal, field, values }) => {
      const steps = values.map((value) => sayValue(field, value, words, say)).join(' → ');
      return rowFor(deal, `${FIELD_WORDS[field]}: ${steps}`);
    }),
    rests: sayRestsOn(restsOn(ours, team), words, say),
    people: people.map(({ name }) => name),
    hasTalk,
  };
}

function signed(
  { currency, symbol, minor }: Pick<Bridge, 'currency' | 'symbol'> & { minor: number },
  say: Speaker,
): string {
  const text = formatMoney({ minor, currency, symbol, halfStep: 0 }, say.locale);
  return minor > 0 ? `+${text}` : text;
}
