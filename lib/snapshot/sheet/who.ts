import type { Money } from '../../deal/money.ts';
import { columns, moneyCell, orDash, table, textCell } from '../cells.ts';
import type { PersonPart } from '../content.ts';
import type { ContentSpeech } from '../content-speech.ts';
import type { Cell, SheetBlock, SheetSection } from '../document.ts';

/** More people than fit one page stand in the table behind. */
const MOST_PEOPLE = 12;
const NAMED = 2;
const MOST_CURRENCIES = 2;

/** Who brings what, in roster order, and how much hangs on one deal and on one person. */
export function whoSection(speech: ContentSpeech): SheetSection {
  const { content, words } = speech;
  const shown = content.people.slice(0, MOST_PEOPLE);
  const more = content.people.length - shown.length;
  const notes = [
    'In roster order. Gap: goal less closed and commit.',
    ...(shown.some((person) => sumsBeside(person).length > 0) ? ['Other currencies stand in the table People.'] : []),
    ...(more > 0 ? [`${words.people(more)} more there.`] : []),
  ];
  const heads = columns({
    Person: 'text',
    Goal: 'money',
    Closed: 'money',
    'To come': 'text',
    Call: 'money',
    Gap: 'money',
  });
  const blocks: SheetBlock[] =
    shown.length === 0
      ? [{ kind: 'sentence', text: 'Nobody owns a deal that was seen.' }]
      : [
          {
            kind: 'table',
            table: table(
              'who-brings-what',
              'Person by person',
              notes.join(' '),
              heads,
              shown.map((one) => rowOf(one, speech)),
            ),
          },
        ];
  const hangs = sayShares(speech);
  return {
    id: 'who',
    title: 'Who brings what',
    blocks: [...blocks, ...hangs.map((text) => ({ kind: 'sentence' as const, text }))],
  };
}

function rowOf(person: PersonPart, speech: ContentSpeech): Cell[] {
  const { goal, gap, sums, calls } = person;
  return [
    textCell(speech.personName(person.id)),
    orDash(moneyCell(gap?.goal ?? goal)),
    orDash(moneyCell(gap?.closed ?? speech.usualFirst(sums.closed)[0])),
    orDash(textCell(toCome(person, speech))),
    orDash(moneyCell(calls.manager ?? calls.own)),
    orDash(moneyCell(gap?.gap)),
  ];
}

/** Closed money that one cell does not hold. */
const sumsBeside = ({ gap, sums }: PersonPart): Money[] => (gap ? gap.apart : sums.closed.slice(1));

/** The largest of commit and best case by name. */
function toCome({ id }: PersonPart, { content, dealName, words, say }: ContentSpeech): string {
  const due = content.deals
    .filter(({ owner, place }) => owner === id && (place === 'commit' || place === 'best-case'))
    .toSorted((a, b) => (b.counted?.minor ?? 0) - (a.counted?.minor ?? 0));
  const named = due
    .slice(0, NAMED)
    .map((deal) => `${dealName(deal.id, 32)}${deal.closeDate ? `, ${say.day(deal.closeDate)}` : ''}`);
  const more = due.length - named.length;
  return [...named, ...(more > 0 ? [`${words.deals(more)} more`] : [])].join('; ');
}

function sayShares({ team, words, dealName, personName, usualFirst }: ContentSpeech): string[] {
  const percent = (share: number) => words.percent(Math.round(share * 100));
  return usualFirst(team.shares)
    .slice(0, MOST_CURRENCIES)
    .map(({ currency, deal, ofDeal, person, ofPerson }) => {
      const where = team.shares.length > 1 && currency ? ` in ${currency}` : '';
      const whose = person !== null && ofPerson !== null ? `, ${percent(ofPerson)} on ${personName(person)}` : '';
      return `Of what is closed, or open and due${where}, ${percent(ofDeal)} hangs on ${dealName(deal)}${whose}.`;
    });
}
