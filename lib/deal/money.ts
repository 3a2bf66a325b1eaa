/**
 * An amount of money as a page showed it, with what the page left open.
 *
 * `minor` counts units of the currency's smallest part (cents; yen). While the currency is unknown it counts
 * hundredths. `halfStep` is half the last digit that was shown, in the same units: 0 for an exact figure, 50 000
 * for "310k" (its true value lies within 309,500.00 and 310,500.00).
 */
export type Money = {
  minor: number;
  /** ISO 4217 code; null where only a symbol was seen that several currencies share, or nothing at all. */
  currency: string | null;
  /** What the page showed in place of a code. */
  symbol?: string | undefined;
  halfStep: number;
};

// ISO 4217's own table: the runtime's differs from one browser version to the next, and what is stored must not change
// its meaning with an update.
const NONE = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '));
const THREE = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));

/** Decimal places of a currency's minor unit after ISO 4217; 2 for an unknown one. */
export function minorDigits(currency: string | null): number {
  if (currency === null) return 2;
  return NONE.has(currency) ? 0 : THREE.has(currency) ? 3 : 2;
}

/** The amount in whole units of its currency, for comparing and showing; never for adding up. */
export function major(money: Money): number {
  return money.minor / 10 ** minorDigits(money.currency);
}

export function money(amount: number, currency: string | null, halfStep = 0): Money {
  const scale = 10 ** minorDigits(currency);
  return { minor: Math.round(amount * scale), currency, halfStep: Math.round(halfStep * scale) };
}

/** True where the two could be written for the same amount: ranges overlap and no two known codes clash. */
export function mayBeSameMoney(a: Money, b: Money): boolean {
  if (a.currency !== null && b.currency !== null && a.currency !== b.currency) return false;
  const scaleA = 10 ** minorDigits(a.currency);
  const scaleB = 10 ** minorDigits(b.currency);
  const apart = Math.abs(a.minor / scaleA - b.minor / scaleB);
  // Half a cent of slack: pages print floating noise such as 1234567.8899999999.
  return apart <= a.halfStep / scaleA + b.halfStep / scaleB + 0.005;
}

/**
 * `usual`: no minor digits above 100, as people speak. `exact`: as it is stored. `aligned`: with all minor digits, for a
 * column in which some amounts have them. `short`: a figure among others; a number: the same with up to so many decimals.
 */
export type MoneyForm = 'usual' | 'exact' | 'aligned' | 'short' | number;

/** `$48,500`, `$48,500.50`, `€48.5K`: in the reader's own locale. */
export function formatMoney(value: Money, locale: string | undefined, form: MoneyForm = 'usual'): string {
  const amount = major(value);
  const isWhole = form !== 'aligned' && (Number.isInteger(amount) || (form === 'usual' && Math.abs(amount) >= 100));
  const digits = isWhole ? 0 : minorDigits(value.currency);
  const decimals = form === 'short' ? 1 : form;
  const options: Intl.NumberFormatOptions =
    typeof decimals === 'number'
      ? { notation: 'compact', maximumFractionDigits: decimals }
      : { maximumFractionDigits: digits, minimumFractionDigits: form === 'usual' ? 0 : digits };
  if (value.currency === null) {
    const plain = formatOf(locale, options).format(amount);
    return value.symbol ? `${value.symbol}${plain}` : plain;
  }
  return formatOf(locale, {
    minimumFractionDigits: 0,
    ...options,
    style: 'currency',
    currency: value.currency,
    currencyDisplay: 'narrowSymbol',
  }).format(amount);
}

const formats = new Map<string, Intl.NumberFormat>();

/** Making one takes longer than a hundred uses of it. */
function formatOf(locale: string | undefined, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, options);
  formats.set(key, format);
  return format;
}

/** Sums per currency; an unknown currency is a group of its own, under its symbol. Amounts never mix. */
export function sumByCurrency(amounts: readonly Money[]): Money[] {
  const groups = new Map<string, Money>();
  for (const amount of amounts) {
    const key = amount.currency ?? `?${amount.symbol ?? ''}`;
    const sum = groups.get(key);
    if (sum) {
      sum.minor += amount.minor;
      sum.halfStep += amount.halfStep;
    } else {
      groups.set(key, { ...amount });
    }
  }
  return [...groups.values()].sort((a, b) => major(b) - major(a));
}

/** Whether two amounts stand in one currency; an unknown one is that of its symbol. */
export const isSameCurrency = (a: Pick<Money, 'currency' | 'symbol'>, b: Pick<Money, 'currency' | 'symbol'>): boolean =>
  a.currency === b.currency && (a.currency !== null || a.symbol === b.symbol);
