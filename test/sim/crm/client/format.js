/** Writes and reads money, numbers and days the way a CRM set to that language does. */
export function formatsOf(lang) {
  const at = (day) => new Date(`${day}T00:00:00Z`);
  const written = (day, options) => {
    if (!day) return '';
    const date = at(day);
    return Number.isNaN(date.getTime())
      ? day
      : new Intl.DateTimeFormat(lang, { timeZone: 'UTC', ...options }).format(date);
  };
  const money = (amount, currency, more) =>
    new Intl.NumberFormat(lang, { style: 'currency', currency, ...more }).format(amount);
  const decimal = new Intl.NumberFormat(lang).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.';
  const order = new Intl.DateTimeFormat(lang, { timeZone: 'UTC' })
    .formatToParts(at('2026-09-30'))
    .flatMap(({ type }) => (type === 'day' || type === 'month' || type === 'year' ? [type] : []));

  return {
    lang,
    money,
    /** `$48.5K`, as column heads shorten. */
    short: (amount, currency) => money(amount, currency, { notation: 'compact', maximumFractionDigits: 1 }),
    number: (amount, digits = 2) =>
      new Intl.NumberFormat(lang, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(amount),
    /** The currency's sign and whether it stands before the number. */
    sign: (currency) => {
      const parts = new Intl.NumberFormat(lang, { style: 'currency', currency }).formatToParts(1);
      const where = parts.findIndex(({ type }) => type === 'currency');
      return {
        text: parts[where]?.value ?? currency,
        before: where < parts.findIndex(({ type }) => type === 'integer'),
      };
    },
    percent: (value) => new Intl.NumberFormat(lang, { style: 'percent' }).format(value / 100),
    /** `9/30/2026`, `30.9.2026` */
    numeric: (day) => written(day, {}),
    /** `09/30/2026`, `30.09.2026` */
    padded: (day) => written(day, { year: 'numeric', month: '2-digit', day: '2-digit' }),
    /** `Sep 30, 2026` */
    medium: (day) => written(day, { dateStyle: 'medium' }),
    /** `September 30, 2026` */
    long: (day) => written(day, { dateStyle: 'long' }),
    /** `Sep 30`: without the year, as cards do. */
    brief: (day) => written(day, { month: 'short', day: 'numeric' }),

    readNumber: (text) => {
      const kept = String(text).replace(/[^\d.,-]/g, '');
      const plain = decimal === ',' ? kept.replaceAll('.', '').replace(',', '.') : kept.replaceAll(',', '');
      return plain === '' ? null : Number(plain);
    },
    readDay: (text) => {
      if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
      const numbers = String(text).match(/\d+/g);
      if (numbers?.length !== 3) return null;
      const part = (type) => numbers[order.indexOf(type)];
      return `${part('year').padStart(4, '20')}-${part('month').padStart(2, '0')}-${part('day').padStart(2, '0')}`;
    },
  };
}
