import type { Day, WorkCalendar } from '../deal/day.ts';
import type { FieldName, FieldValues, Stage } from '../deal/fields.ts';
import { formatMoney, type Money, major, sumByCurrency } from '../deal/money.ts';
import type { DealReading, Reading } from '../deal/reading.ts';
import { outcomeOf, stageKind } from '../deal/stage-kind.ts';
import type { DealRow, FirstList } from './card.ts';
import { columnAdvice, rowsText, shownColumns } from './list-columns.ts';
import { shorten } from './words/clean-text.ts';
import { type Speaker, speakerOn } from './words/dates.ts';
import type { Words } from './words/english.ts';
import { wordsFor } from './words/words-for.ts';

export type FirstListSettings = { today: Day; calendar: WorkCalendar; locale: string | undefined };

type Row = { reading: DealReading; row: DealRow };
type Look = { open: Row[]; shown: ReadonlySet<FieldName>; reading: Reading; today: Day; words: Words; say: Speaker };
type Finding = FirstList['findings'][number];

/** Named as the biggest ones. */
const BIGGEST = 3;
/** "Due this month with less than this probability" is a published red flag at 70; half is the milder reading. */
const UNLIKELY = 50;

/** What one list says with no history at all. A column that is not shown is never counted as empty. */
export function buildFirstList(reading: Reading, { today, locale }: FirstListSettings): FirstList {
  const words = wordsFor(locale);
  const say = speakerOn(today, reading.timeZone, locale);
  const open = reading.deals.filter((deal) => outcome(deal) === 'open').map((deal) => rowOf(deal, say, words));
  const look: Look = { open, shown: shownColumns(reading), reading, today, words, say };
  const count = open.length;
  return {
    open: { count, text: words.first.open(count), rows: open.map(({ row }) => row) },
    findings: [datePast(look), dueEarly(look), noNextStep(look), noCloseDate(look), biggest(look)].filter(
      (finding): finding is Finding => finding !== null && finding.count > 0,
    ),
    total: words.list(sumByCurrency(amountsOf(open)).map((sum) => formatMoney(sum, locale, 'short'))),
    rows: rowsText(reading.rows?.loaded ?? reading.deals.length, reading.rows?.total ?? null, words),
    advice: adviceOf(look),
  };
}

function readOf<F extends FieldName>(deal: DealReading, field: F): FieldValues[F] | null {
  const said = deal.fields[field];
  return said?.ok ? (said.value as FieldValues[F]) : null;
}

const isEmpty = (deal: DealReading, field: FieldName) => {
  const said = deal.fields[field];
  return said !== undefined && !said.ok && said.reason === 'empty';
};

function outcome(deal: DealReading) {
  const [said, stage] = [readOf(deal, 'outcome'), readOf(deal, 'stage')];
  return outcomeOf({
    fields: {
      ...(said ? { outcome: { value: said, lastSeenAt: 0 } } : {}),
      ...(stage ? { stage: { value: stage, lastSeenAt: 0 } } : {}),
    },
  });
}

function rowOf(reading: DealReading, say: Speaker, words: Words): Row {
  const [stage, date, amount] = [readOf(reading, 'stage'), readOf(reading, 'closeDate'), readOf(reading, 'amount')];
  const detail = [stage ? shorten(stage.label) : '', date ? say.day(date) : ''].filter(Boolean).join(' · ');
  const row = {
    deal: null,
    name: shorten(readOf(reading, 'name') ?? '', 120) || words.unnamed,
    url: reading.url,
    detail,
    amount: amount ? formatMoney(amount, say.locale) : null,
  };
  return { reading, row };
}

function amountsOf(rows: readonly Row[]): Money[] {
  return rows.flatMap(({ reading }) => readOf(reading, 'amount') ?? []);
}

function finding(key: string, rows: readonly Row[], text: (count: number) => string): Finding {
  return { key, count: rows.length, text: text(rows.length), rows: rows.map(({ row }) => row) };
}

function datePast({ open, today, words }: Look): Finding {
  const past = open.filter(({ reading }) => (readOf(reading, 'closeDate') ?? today) < today);
  return finding('date-past', past, words.first.datePast);
}

/** By the stage where the page shows the order of the stages, else by probability; with neither nothing is said. */
function dueEarly({ open, today, reading: list, words }: Look): Finding | null {
  const month = today.slice(0, 7);
  const due = open.filter(({ reading }) => {
    const date = readOf(reading, 'closeDate');
    return date !== null && date >= today && date.slice(0, 7) === month;
  });
  const staged = due.filter(({ reading }) => kindOf(readOf(reading, 'stage'), list.stages) !== null);
  if (staged.length > 0) {
    const early = staged.filter(({ reading }) => kindOf(readOf(reading, 'stage'), list.stages) === 'early');
    return finding('due-early', early, words.first.dueEarly);
  }
  const unlikely = due.filter(({ reading }) => (readOf(reading, 'probability') ?? 100) < UNLIKELY);
  return finding('due-unlikely', unlikely, (count) => words.first.dueUnlikely(count, words.percent(UNLIKELY)));
}

function kindOf(stage: Stage | null, stages: readonly Stage[]) {
  return stageKind(stage, stages, 'open');
}

function noNextStep({ open, words }: Look): Finding {
  const empty = open.filter(({ reading }) => isEmpty(reading, 'nextStep'));
  return finding('no-next-step', empty, words.first.noNextStep);
}

function noCloseDate({ open, words }: Look): Finding {
  const empty = open.filter(({ reading }) => isEmpty(reading, 'closeDate'));
  return finding('no-close-date', empty, words.first.noCloseDate);
}

/** Within the currency that most of the deals are in: amounts in two currencies have no order. */
function biggest({ open, words, say }: Look): Finding | null {
  const groups = new Map<string, { row: Row; amount: Money }[]>();
  for (const row of open) {
    const amount = readOf(row.reading, 'amount');
    if (!amount || amount.minor <= 0) continue;
    const key = amount.currency ?? `?${amount.symbol ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), { row, amount }]);
  }
  const most = [...groups.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  if (most.length <= BIGGEST) return null;
  const top = most.sort((a, b) => major(b.amount) - major(a.amount)).slice(0, BIGGEST);
  const together = sumByCurrency(top.map(({ amount }) => amount)).map((sum) => formatMoney(sum, say.locale, 'short'));
  const rows = top.map(({ row }) => row);
  return finding('biggest', rows, (count) => words.first.biggest(count, words.list(together)));
}

function adviceOf({ open, shown, reading: list, words }: Look): string | null {
  if (open.length === 0) return null;
  const columns = columnAdvice(shown, words);
  // Which stages come first is not to be seen on most lists, and without it one number is left out.
  const isOrdered = open.some(({ reading: deal }) => kindOf(readOf(deal, 'stage'), list.stages) !== null);
  const order = isOrdered || shown.has('probability') || !shown.has('stage') ? null : words.first.order;
  return [columns, order].filter(Boolean).join(' ') || null;
}
