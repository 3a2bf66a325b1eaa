import type { DateOrder, Day } from '../../deal/day.ts';
import type { MissingReason } from '../../deal/reading.ts';

/** What is known of a page beside the text of the field. */
export type ValueContext = {
  /** BCP 47, as the page or the user declares it; null where unknown. */
  locale: string | null;
  /** The user's or tenant's setting; wins over the locale. */
  dateOrder: DateOrder | null;
  /** ISO code known from elsewhere (a label, a currency field, a site setting), for texts that leave it open. */
  currency: string | null;
  /** For dates without a year and for relative words. */
  today: Day;
};

type ParseFailure = Exclude<MissingReason, 'not-on-page'>;
export type Parsed<V> = { ok: true; value: V } | { ok: false; reason: ParseFailure };

export const EMPTY = { ok: false, reason: 'empty' } as const;
export const UNREADABLE = { ok: false, reason: 'unreadable' } as const;
export const AMBIGUOUS = { ok: false, reason: 'ambiguous' } as const;

const known = new Map<string, string | null>();

/**
 * The declared locale as the runtime knows it. Pages declare nonsense ("xx", "en_US", "x"): a tag that the runtime has
 * no data for would silently fall back to the browser's own locale, whose order and separators prove nothing here.
 */
export function knownLocale(declared: string | null): string | null {
  if (!declared) return null;
  let locale = known.get(declared);
  if (locale === undefined) {
    try {
      locale = Intl.DateTimeFormat.supportedLocalesOf(declared.replaceAll('_', '-'))[0] ?? null;
    } catch {
      locale = null;
    }
    if (known.size < 50) known.set(declared, locale);
  }
  return locale;
}

/** One value per locale, made at its first use. */
export function perLocale<V>(make: (locale: string) => V): (locale: string) => V {
  const made = new Map<string, V>();
  return (locale) => {
    let value = made.get(locale);
    if (value === undefined) {
      value = make(locale);
      made.set(locale, value);
    }
    return value;
  };
}
