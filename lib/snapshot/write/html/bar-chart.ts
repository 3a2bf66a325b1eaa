import { formatMoney, type Money, major } from '../../../deal/money.ts';
import type { SheetBlock } from '../../document.ts';
import { moneyForm, type Reader } from '../cell-text.ts';
import { escapeHtml } from './escape.ts';

type Bar = Extract<SheetBlock, { kind: 'bar' }>;
/** A part as it lies on the bar, in hundredths of its length. */
type Placed = { label: string; text: string; from: number; width: number; look: string };

/** Told apart by pattern as well as by shade: full, striped, dotted; a fourth and more are outlines. */
const LOOKS = ['full', 'striped', 'dotted', 'outlined'];

/** Parts of one currency end to end, and what is still open up to the goal; every figure stands beside it as text. */
export function barChart({ label, parts, goal }: Bar, id: string, { locale }: Reader): string {
  const form = moneyForm([...parts.map(({ money }) => money), ...(goal ? [goal] : [])]);
  const say = (money: Money) => formatMoney(money, locale, form);
  const sum = parts.reduce((all, { money }) => all + Math.max(0, major(money)), 0);
  const whole = Math.max(sum, goal ? major(goal) : 0);
  const share = (amount: number) => (whole > 0 ? (amount / whole) * 100 : 0);
  let from = 0;
  const placed = parts.map((part, at): Placed => {
    const width = share(Math.max(0, major(part.money)));
    const one = { ...part, text: say(part.money), from, width, look: LOOKS[Math.min(at, LOOKS.length - 1)] ?? '' };
    from += width;
    return one;
  });
  const open = goal ? gapOf(parts, goal) : null;
  if (open && open.minor > 0) {
    placed.push({ label: 'Open', text: say(open), from, width: Math.max(0, 100 - from), look: 'open' });
  }
  const goalAt = goal ? share(major(goal)) : null;
  const told = [...placed.map(({ label: name, text }) => `${name} ${text}`), ...(goal ? [`goal ${say(goal)}`] : [])];
  return [
    '<figure class="bar">',
    `<figcaption>${escapeHtml(label)}${goal ? ` <span>Goal <b>${escapeHtml(say(goal))}</b></span>` : ''}</figcaption>`,
    `<svg class="track" width="100%" height="34" role="img" aria-label="${escapeHtml(`${label}: ${told.join(', ')}`)}">`,
    `<title>${escapeHtml(told.join(', '))}</title>`,
    patterns(id),
    ...placed.map(({ label: name, text, from: x, width, look }) => {
      const title = `<title>${escapeHtml(`${name} ${text}`)}</title>`;
      return `<rect class="part ${look}" x="${round(x)}%" y="5" width="${round(width)}%" height="24"${fillOf(look, id)}>${title}</rect>`;
    }),
    goalAt === null ? '' : `<line class="goal" x1="${round(goalAt)}%" x2="${round(goalAt)}%" y1="0" y2="34"/>`,
    '</svg>',
    '<ul class="legend">',
    ...placed.map(
      ({ label: name, text, look }) =>
        `<li><svg width="14" height="14" aria-hidden="true"><rect class="part ${look}" x="1" y="1" width="12" height="12"${fillOf(look, id)}/></svg><span>${escapeHtml(name)}</span> <b>${escapeHtml(text)}</b></li>`,
    ),
    '</ul></figure>',
  ].join('\n');
}

/** Goal less all parts; null where they are not of one currency. */
function gapOf(parts: Bar['parts'], goal: Money): Money | null {
  if (parts.some(({ money }) => money.currency !== goal.currency)) return null;
  return { ...goal, minor: goal.minor - parts.reduce((sum, { money }) => sum + money.minor, 0) };
}

const round = (value: number) => Math.round(value * 100) / 100;
const fillOf = (look: string, id: string) =>
  look === 'striped' || look === 'dotted' ? ` fill="url(#${id}-${look})"` : '';

const patterns = (id: string) =>
  `<defs><pattern id="${id}-striped" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="wash" width="6" height="6"/><rect class="mark" width="3" height="6"/></pattern><pattern id="${id}-dotted" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="wash" width="6" height="6"/><circle class="mark" cx="3" cy="3" r="1.3"/></pattern></defs>`;
