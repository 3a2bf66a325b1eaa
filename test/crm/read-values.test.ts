import { describe, expect, it } from 'vitest';
import { completeMoney, parseValue, type ReadingContext } from '../../lib/crm/read-values.ts';
import { money } from '../../lib/deal/money.ts';

const context: ReadingContext = {
  locale: 'de',
  dateOrder: null,
  currency: null,
  today: '2026-09-14',
  timeZone: 'Europe/Berlin',
  empty: ['--'],
};

describe('an exact amount and the one that is shown', () => {
  it('are joined where they are the same: the figure of one, the currency of the other', () => {
    expect(completeMoney(money(48_500.25, null), money(48_500, 'EUR', 50))).toEqual(money(48_500.25, 'EUR'));
    expect(completeMoney(money(1_234, null), money(1_234, 'JPY'))).toEqual(money(1_234, 'JPY'));
    expect(completeMoney(money(5, null), { ...money(5, null), symbol: '$' })).toMatchObject({
      symbol: '$',
      minor: 500,
    });
  });

  it('stay apart where they differ, or where nothing is known of the currency', () => {
    expect(completeMoney(money(48_500, null), money(47_000, 'EUR'))).toBeNull();
    expect(completeMoney(money(48_500, null), money(48_500, null))).toBeNull();
  });
});

describe('a value of a page', () => {
  it('is read without a locale where a program wrote it, with it where a person reads it', () => {
    const amount = (machine: boolean) => parseValue({ kind: 'money' }, '1.234', machine, 'EUR', context);
    expect(amount(true)).toMatchObject({ ok: true, value: { minor: 123 } });
    expect(amount(false)).toMatchObject({ ok: true, value: { minor: 123_400, currency: 'EUR' } });
  });

  it('takes its currency from a symbol that stands beside it', () => {
    expect(parseValue({ kind: 'money' }, '500', false, '£', context)).toMatchObject({ value: { currency: 'GBP' } });
    expect(parseValue({ kind: 'money' }, '500', false, 'nothing known', context)).toMatchObject({
      ok: true,
      value: { currency: null },
    });
  });

  it('is empty by the marks of its CRM, or by its own in their place', () => {
    expect(parseValue({ kind: 'text' }, ' -- ', false, null, context)).toEqual({ ok: false, reason: 'empty' });
    expect(parseValue({ kind: 'text', empty: ['none'] }, 'None', false, null, context).ok).toBe(false);
    expect(parseValue({ kind: 'text' }, 'None', false, null, context)).toEqual({ ok: true, value: 'None' });
  });

  it('is an outcome only where its words say that and nothing else', () => {
    const outcome = (text: string) => parseValue({ kind: 'outcome' }, text, false, null, context);
    expect(outcome('Gewonnen')).toEqual({ ok: true, value: 'won' });
    expect(outcome('Closed Lost')).toEqual({ ok: true, value: 'lost' });
    expect(outcome('Won over the CFO')).toEqual({ ok: false, reason: 'unreadable' });
  });

  it('is a share between 0 and 100', () => {
    const share = (text: string, machine: boolean) => parseValue({ kind: 'percent' }, text, machine, null, context);
    expect(share('55', true)).toEqual({ ok: true, value: 55 });
    expect(share('140', true).ok).toBe(false);
    expect(share('-3', true).ok).toBe(false);
  });
});
