import { columns, dayCell, dealCell, moneyCell, table, textCell } from '../cells.ts';
import type { ContentSpeech } from '../content-speech.ts';
import { OUTCOME_WORDS, PLACE_WORDS, PROMISE_WORDS } from '../content-words.ts';
import type { DealPlace, Value } from '../deal-part.ts';
import type { Cell, DocumentTable } from '../document.ts';
import { sayPart } from '../say-part.ts';
import type { Compared, ComparedField, DealDifference } from './compared.ts';
import { type FigureDifference, sumDifferences } from './figures.ts';

const MONEY = { Earlier: 'money', Later: 'money', Difference: 'money' } as const;

export function figuresTable(figures: readonly FigureDifference[]): DocumentTable {
  const rows = figures.map(({ title, earlier, later, by }) => [textCell(title), ...moneyCells(earlier, later, by)]);
  return table('figures', 'Figures', 'A row for each currency.', columns({ Figure: 'text', ...MONEY }), rows);
}

const moneyCells = (...all: FigureDifference['by'][]): Cell[] => all.map(moneyCell);

/** In roster order. */
export function peopleDifferencesTable(
  { people }: Compared,
  earlier: ContentSpeech,
  later: ContentSpeech,
): DocumentTable {
  const rows = people.flatMap(({ earlier: was, later: is }): Cell[][] => {
    const name = is ? later.personName(is.id) : earlier.personName(was?.id ?? null);
    const call = [was?.calls.manager ?? was?.calls.own ?? null, is?.calls.manager ?? is?.calls.own ?? null] as const;
    const sums = (['closed', 'commit', 'bestCase'] as const).flatMap((sum) =>
      sumDifferences(SUM_WORDS[sum], was?.sums[sum] ?? [], is?.sums[sum] ?? []),
    );
    return [
      ...sums.map(({ title, earlier, later, by }) => [
        textCell(name),
        textCell(title),
        ...moneyCells(earlier, later, by),
      ]),
      ...(call[0] || call[1] ? [[textCell(name), textCell('Call'), ...moneyCells(...call, null)]] : []),
    ];
  });
  return table('people', 'People', 'In roster order.', columns({ Person: 'text', Figure: 'text', ...MONEY }), rows);
}

const SUM_WORDS = { closed: 'Closed', commit: 'Commit', bestCase: 'Best case' } as const;
const KIND_WORDS = { entered: 'Entered', left: 'Left', moved: 'Moved' } as const;
const FIELDS: Record<ComparedField, string> = {
  stage: 'Stage',
  amount: 'Amount',
  closeDate: 'Close date',
  owner: 'Owner',
  place: 'Forecast',
  outcome: 'Won or lost',
};

/** A row for each field that differs; one without a field for a deal that only one of the two tells of. */
export function dealDifferencesTable({ deals }: Compared, earlier: ContentSpeech, later: ContentSpeech): DocumentTable {
  const heads = columns({ Deal: 'link', What: 'text', Field: 'text', Earlier: 'text', Later: 'text', Amount: 'money' });
  const rows = deals.flatMap((one) => rowsOf(one, earlier, later));
  return table('deals', 'Deals', 'Entered and left: what is open.', heads, rows);
}

function rowsOf({ deal, kind, fields }: DealDifference, earlier: ContentSpeech, later: ContentSpeech): Cell[][] {
  const speech = later.deal(deal) ? later : earlier;
  const amount = moneyCell(speech.deal(deal)?.amount);
  const name = dealCell(deal, speech);
  if (fields.length === 0) return [[name, textCell(KIND_WORDS[kind]), null, null, null, amount]];
  return fields.map(({ field, from, to }) => [
    name,
    textCell(KIND_WORDS[kind]),
    textCell(FIELDS[field]),
    textCell(sayField(field, from, earlier)),
    textCell(sayField(field, to, later)),
    amount,
  ]);
}

function sayField(field: ComparedField, value: Value, speech: ContentSpeech): string {
  if (field === 'place') return PLACE_WORDS[value as DealPlace];
  return field === 'outcome' ? OUTCOME_WORDS[value as keyof typeof OUTCOME_WORDS] : sayPart(field, value, speech);
}

export function promiseDifferencesTable({ promises }: Compared, speech: ContentSpeech): DocumentTable {
  const heads = columns({
    ...{ Deal: 'link', Who: 'text', What: 'text', 'State earlier': 'text', 'State later': 'text' },
    ...{ 'By earlier': 'day', 'By later': 'day' },
  });
  const rows = promises.map(({ deal, earlier, later }): Cell[] => [
    dealCell(deal, speech),
    textCell(speech.whom(later.who)),
    textCell(later.what),
    earlier && textCell(PROMISE_WORDS[earlier.state]),
    textCell(PROMISE_WORDS[later.state]),
    dayCell(earlier?.by ?? null),
    dayCell(later.by),
  ]);
  return table('promises', 'Promises', 'Those whose state or day differs.', heads, rows);
}
