import { shorten } from '../coaching/words/clean-text.ts';
import type { Day, Instant } from '../deal/day.ts';
import type { Money } from '../deal/money.ts';
import type { ContentSpeech } from './content-speech.ts';
import type { Cell, DocumentColumn, DocumentTable } from './document.ts';

/** Longer texts are cut where a table shows them; the JSON export has them whole. */
const ROOM = 300;

export const textCell = (text: string | null, room = ROOM): Cell =>
  text === null || text === '' ? null : { kind: 'text', text: shorten(text, room) };
export const moneyCell = (money: Money | null | undefined): Cell => (money ? { kind: 'money', money } : null);
export const dayCell = (day: Day | null): Cell => (day === null ? null : { kind: 'day', day });
export const instantCell = (at: Instant | null): Cell => (at === null ? null : { kind: 'instant', at });
export const countCell = (value: number): Cell => ({ kind: 'count', value });

/** On the sheet: nothing was said or set, which is no fact that was never seen. */
export const orDash = (cell: Cell): Cell => cell ?? { kind: 'text', text: '–' };

/** A deal by its name, linked to its record where there is one. */
export function dealCell(id: string, { deal, dealName }: ContentSpeech, room = ROOM): Cell {
  const url = deal(id)?.url ?? null;
  const text = dealName(id, room);
  // Only what opens a page is a link: what a page said otherwise stays text.
  return url !== null && /^https?:\/\//i.test(url) ? { kind: 'link', text, url } : { kind: 'text', text };
}

/** By title, in the order given. */
export const columns = (all: Record<string, DocumentColumn['kind']>): DocumentColumn[] =>
  Object.entries(all).map(([title, kind]) => ({ title, kind }));

export const table = (
  id: string,
  title: string,
  note: string,
  columns: DocumentColumn[],
  rows: Cell[][],
): DocumentTable => ({ id, title, note, columns, rows });
