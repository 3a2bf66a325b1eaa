import type { DealRow } from '../../coaching/card.ts';
import type { Telling } from './telling.ts';
import type { FACTORS, GapPart, PartName, Where } from './where.ts';

/** `minor`: by how much it widens the gap; below nought: narrows. `text`: the same, with its sign. */
export type PartLine = { part: PartName; title: string; note: string; minor: number; text: string; rows: DealRow[] };

/** The parts add up to the total, as they are written. No parts: too little is known, and `said` is what can be said. */
export type SaidWhere = {
  sentence: string;
  parts: PartLine[];
  total: { minor: number; text: string } | null;
  said: { text: string; rows: DealRow[] }[];
};

const TITLES: Record<PartName, string> = {
  'above-usual': 'The goal beside a usual quarter',
  'still-to-come': 'What usually comes after this day',
  there: 'Deals there at the start',
  fresh: 'New deals',
  kept: 'Slippage',
  settled: 'Speed',
  unplaced: 'Lost, stage not known',
  early: 'Conversion, early stages',
  mid: 'Conversion, mid stages',
  late: 'Conversion, late stages',
  size: 'Deal size',
};

export function sayWhere(telling: Telling): SaidWhere {
  const { figures, exact, rowsOf } = telling;
  const { where, why, current } = figures.where;
  if (where === null)
    return {
      sentence:
        why === 'no-history'
          ? 'What is usual here is not known yet: no whole quarter before this one is on record.'
          : 'Too few deals to say what is usual here.',
      ...{ parts: [], total: null },
      said: figuresAlone(telling),
    };
  const parts = where.parts.filter(({ part, minor, was, is }) => part !== 'unplaced' || minor !== 0 || was !== is);
  return {
    sentence: sentenceOf(telling, where),
    parts: parts.map((one) => ({
      ...{ part: one.part, title: TITLES[one.part], minor: one.minor, rows: rowsOf(one.deals) },
      ...{ text: signed(one.minor, exact), note: noteOf(one, where, telling) },
    })),
    total: { minor: where.total, text: exact(where.total) },
    said: current.places['put-off'].length > 0 ? figuresAlone(telling).slice(0, 1) : [],
  };
}

const signed = (minor: number, exact: Telling['exact']) => (minor > 0 ? `+${exact(minor)}` : exact(minor));

function sentenceOf({ figures, short, period, words }: Telling, { total, usualNow }: Where): string {
  const quarters = words.list(figures.pacing.earlier.map(({ quarter }) => period(quarter)));
  const usual = `${short(usualNow)} closed or in commit on this day of ${quarters}`;
  if (figures.gap.gap !== null) return `Beside ${usual}. What widens the gap is written with a plus.`;
  const than = `is closed or in commit than the ${short(usualNow)} on this day of ${quarters}`;
  return `${short(Math.abs(total))} ${total > 0 ? 'less' : 'more'} ${than}. What makes it less is written with a plus.`;
}

/** Where nothing can be compared: what was put off and what is new, by itself. */
function figuresAlone({ figures, words, total, rowsOf }: Telling): SaidWhere['said'] {
  const { places, fresh } = figures.where.current;
  const line = (deals: typeof fresh, what: string) => ({
    text: `${words.capital(words.deals(deals.length))} (${total(deals)}) ${what}.`,
    rows: rowsOf(deals),
  });
  return [
    line(places['put-off'], 'put off out of this quarter since it began'),
    line(fresh, 'created or first seen since it began, dated into it'),
  ];
}

const ABOUT: Record<(typeof FACTORS)[number], string> = {
  there: 'on record before the quarter began and dated into it',
  fresh: 'created or first seen since, dated into it',
  kept: 'still dated into it',
  settled: 'of these won, lost or in commit by this day',
  unplaced: 'of these not lost from a stage whose place is not known',
  early: 'of these not lost from an early stage',
  mid: 'of these not lost from a mid stage',
  late: 'of these won or in commit, not lost from a late stage',
  size: 'on average, won or in commit',
};

function noteOf({ part, was, is }: GapPart, where: Where, { short, percent, say }: Telling): string {
  if (part === 'above-usual') return `usually ${short(where.usualWhole)} closed in the end`;
  if (part === 'still-to-come')
    return `usually ${short(where.usualNow)} closed or in commit on this day, ${short(where.usualWhole)} closed in the end`;
  const count = new Intl.NumberFormat(say.locale, { maximumFractionDigits: 1 });
  const of = (value: number) =>
    part === 'there' || part === 'fresh'
      ? count.format(value)
      : part === 'size'
        ? short(Math.round(value))
        : percent(value);
  return `${of(is ?? 0)} ${ABOUT[part]}; usually ${of(was ?? 0)}`;
}
