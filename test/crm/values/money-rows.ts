import { expect } from 'vitest';
import { parseMoney } from '../../../lib/crm/values/index.ts';
import { page } from './page-context.ts';

type Row = [text: string, minor: number, currency: string | null, halfStep?: number];

export function expectRows(rows: Row[], known: Parameters<typeof page>[0] = {}) {
  for (const [text, minor, currency, halfStep = 0] of rows) {
    const parsed = parseMoney(text, page(known));
    expect(parsed.ok && { ...parsed.value, symbol: undefined }, text).toEqual({
      minor,
      currency,
      symbol: undefined,
      halfStep,
    });
  }
}

/** Why a text is no amount, or the amount that it should not have been. */
export function reason(text: string, known: Parameters<typeof page>[0] = {}) {
  const parsed = parseMoney(text, page(known));
  return parsed.ok ? parsed.value : parsed.reason;
}
