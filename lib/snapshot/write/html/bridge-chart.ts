import { formatMoney, type Money } from '../../../deal/money.ts';
import type { SheetBlock } from '../../document.ts';
import { moneyForm, type Reader } from '../cell-text.ts';
import { escapeHtml } from './escape.ts';

type Bridge = Extract<SheetBlock, { kind: 'bridge' }>;
/** A column from one level to another, in minor units; `before`: where the one before it ended. */
type Column = { label: string; text: string; from: number; to: number; before: number | null; look: string };

/** From start to end in a row of columns that adds up; each has its label and figure as text, and a shape of its own. */
export function bridgeChart(bridge: Bridge, { locale }: Reader): string {
  const columns = columnsOf(bridge, locale);
  const levels = columns.flatMap(({ from, to }) => [from, to]);
  const top = Math.max(...levels, 0);
  const low = lowest(columns);
  const y = (level: number) => round(top > low ? ((top - level) / (top - low)) * 100 : 100);
  return [
    '<figure class="bridge"><ol>',
    ...columns.map(({ label, text, from, to, before, look }) => {
      const [high, deep] = [y(Math.max(from, to)), y(Math.max(low, Math.min(from, to)))];
      const join = before === null ? '' : `<line x1="0" x2="12%" y1="${y(before)}%" y2="${y(before)}%"/>`;
      return [
        `<li class="${look}"><b>${escapeHtml(text)}</b>`,
        '<svg width="100%" height="100%" aria-hidden="true">',
        `${join}<rect x="12%" width="76%" y="${high}%" height="${round(Math.max(1.5, deep - high))}%"/>`,
        `<line x1="88%" x2="100%" y1="${y(to)}%" y2="${y(to)}%"/></svg>`,
        `<span>${escapeHtml(label)}</span></li>`,
      ].join('');
    }),
    '</ol>',
    low > 0
      ? `<figcaption>Columns begin at ${escapeHtml(formatMoney({ ...bridge.start, minor: low }, locale))}.</figcaption>`
      : '',
    '</figure>',
  ].join('\n');
}

function columnsOf({ start, lines, end }: Bridge, locale: string | undefined): Column[] {
  const form = moneyForm([start, end, ...lines.map(({ money }) => money)]);
  const say = (money: Money) => formatMoney(money, locale, form);
  const sums = (label: string, money: Money, before: number | null): Column => ({
    ...{ label, text: say(money), from: 0, to: money.minor, before, look: 'sum' },
  });
  let level = start.minor;
  const moves = lines.map(({ label, money }): Column => {
    const from = level;
    level += money.minor;
    const sign = money.minor > 0 ? '+' : '';
    return { label, text: sign + say(money), from, to: level, before: from, look: money.minor < 0 ? 'down' : 'up' };
  });
  return [sums('Start', start, null), ...moves, sums('End', end, level)];
}

/** Where nothing falls below two fifths of the height the rest is cut off, said in words, so that moves can be seen. */
function lowest(columns: readonly Column[]): number {
  const levels = columns.flatMap(({ from, to, look }) => (look === 'sum' ? [to] : [from, to]));
  const [low, top] = [Math.min(...levels), Math.max(...levels)];
  if (low <= 0) return Math.min(0, low);
  if (low < top * 0.4) return 0;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(top)) - 1);
  return Math.max(0, Math.floor((low - (top - low)) / step) * step);
}

const round = (value: number) => Math.round(value * 100) / 100;
