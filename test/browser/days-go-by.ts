import type { Page } from '@playwright/test';
import { addDays, isDay } from '../../lib/deal/day.ts';
import { getRows, putRows } from './seed.ts';

const DAY_MS = 86_400_000;
/** Later than any day number, earlier than any moment that a row holds. */
const LEAST_MOMENT = Date.UTC(2020, 0, 1);

/**
 * The extension's database as if all of it had happened so many days ago, days that rows name with it: so many days go
 * by, and what stands in the CRM has to be set back as well. `page` is one of the extension's own.
 */
export async function letDaysGoBy(page: Page, days: number): Promise<void> {
  const back = (value: unknown): unknown => {
    if (typeof value === 'number') return value > LEAST_MOMENT ? value - days * DAY_MS : value;
    if (typeof value === 'string') return isDay(value) ? addDays(value, -days) : value;
    if (Array.isArray(value)) return value.map(back);
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, back(part)]));
  };
  const { settings: _, ...rows } = await getRows(page);
  const moved = Object.entries(rows).map(([name, all]) => [name, all.map(back)] as const);
  // Packs are a copy, made anew where none is known of.
  const meta = moved.flatMap(([name, all]) => (name === 'meta' ? all : [])) as { key: string }[];
  const whole = { ...Object.fromEntries(moved), packs: [], meta: meta.filter(({ key }) => key !== 'packs') };
  await putRows(page, whole, true);
}
