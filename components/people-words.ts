import { formatMoney, minorDigits } from '../lib/deal/money.ts';
import type { MeasureName } from '../lib/team/people/build-people.ts';
import { FIGURE_NAMES, type FigureName } from '../lib/team/people/counted.ts';
import type { PeopleScreen } from '../lib/team/people/people-screen.ts';

export const isFigure = (measure: MeasureName): measure is FigureName =>
  (FIGURE_NAMES as readonly string[]).includes(measure);

/** "62 %", "48 days" or "€24K": figures are kept as natural logarithms. */
export function sayFigure(
  measure: MeasureName,
  value: number,
  currency: string | null,
  locale: string | undefined,
): string {
  if (!isFigure(measure))
    return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(value);
  const figure = Math.exp(value);
  if (measure === 'won-size')
    return formatMoney(
      { minor: Math.round(figure * 10 ** minorDigits(currency)), currency, halfStep: 0 },
      locale,
      'short',
    );
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'day',
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(figure);
}

/** One line per currency: what is won and due this quarter, and how much of it few deals or one person bring. */
export function sayConcentration({ concentration, rows }: PeopleScreen, locale: string | undefined): string[] {
  const percent = (share: number) => sayFigure('won', share, null, locale);
  return concentration
    .filter(({ deals }) => deals > 1)
    .map(({ currency, symbol, top, person, deals }) => {
      const [first, three] = top;
      const name = rows[first?.deals[0] ?? '']?.name ?? '';
      const others = three ? `, ${percent(three.share)} on three` : '';
      const who = person ? `; ${percent(person.share)} on the deals of ${person.name}` : '';
      return `Of what is won and due this quarter in ${currency ?? symbol ?? 'an unknown currency'} (${deals} deals), ${percent(first?.share ?? 0)} hangs on ${name}${others}${who}.`;
    });
}
