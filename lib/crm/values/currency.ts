/**
 * The currencies that a symbol can mean. After `=` stands the one that is meant unless another is known for the page.
 * C$ is what Canadians write, and what the runtimes print for the córdoba alone.
 */
const SHARED = `
$ USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP UYU DOP JMD TTD BBD BMD BND BSD BZD CUP FJD GYD KYD LRD NAD SBD SRD XCD
¥ JPY CNY
元 CNY TWD HKD
kr SEK NOK DKK ISK
rs INR PKR LKR NPR MUR
lei RON MDL
fr CHF XAF XOF
руб RUB BYN
c$ CAD NIO
£ =GBP EGP SYP LBP FKP GIP SHP SSP
₩ =KRW KPW
₱ =PHP CUP`;

const SINGLE = `€ EUR, ₹ INR, ₪ ILS, ₫ VND, ฿ THB, ₺ TRY, tl TRY, ₽ RUB, ₴ UAH, грн UAH, ₸ KZT, ₦ NGN,
₡ CRC, ₲ PYG, ₼ AZN, ₾ GEL, ৳ BDT, 円 JPY, 원 KRW, zł PLN, kč CZK, ft HUF, rp IDR, rm MYR, r ZAR,
лв BGN, dkr DKK, nkr NOK, skr SEK, ikr ISK, r$ BRL, br$ BRL, us$ USD, ca$ CAD, a$ AUD, au$ AUD,
nz$ NZD, s$ SGD, sg$ SGD, hk$ HKD, nt$ TWD, mx$ MXN, ar$ ARS, cl$ CLP, co$ COP, uy$ UYU,
gb£ GBP, uk£ GBP, e£ EGP, eg£ EGP, cn¥ CNY, jp¥ JPY,
t$ TOP, tk BDT, щ.д USD, nis ILS, د.إ AED, ر.س SAR, ج.م EGP, د.ك KWD, ر.ق QAR`;

const MEANINGS = new Map(
  [...SHARED.trim().split('\n'), ...SINGLE.split(/,\s/)].map((row): [string, string] => {
    const end = row.indexOf(' ');
    return [row.slice(0, end), row.slice(end + 1)];
  }),
);

let codes: Set<string> | undefined;

function isCurrencyCode(text: string): boolean {
  if (!/^[A-Z]{3}$/.test(text)) return false;
  codes ??= new Set(Intl.supportedValuesOf('currency'));
  return codes.has(text);
}

/** `meant` is '' for a currency sign that we have no code for. */
type Mark = { shown: string; meant: string };

/** A text that is one currency mark; French puts the country behind the sign ("$US", "$ CA"). */
function readMark(shown: string): Mark | null {
  if (isCurrencyCode(shown)) return { shown, meant: shown };
  const key = shown.toLowerCase().replace(/\.$/, '');
  const meant = MEANINGS.get(key) ?? MEANINGS.get(key.replace(/^([$£¥]) ?([a-z]{1,2})$/, '$2$1'));
  if (meant !== undefined) return { shown, meant };
  return /^\p{Sc}$/u.test(shown) ? { shown, meant: '' } : null;
}

/** The currency marks of a text beside a number ("$", "US$", "$ USD"); null where anything else stands there. */
export function readMarks(text: string): Mark[] | null {
  if (text === '') return [];
  const whole = readMark(text);
  if (whole) return [whole];
  const marks: Mark[] = [];
  for (const part of text.split(' ')) {
    const mark = readMark(part);
    if (!mark) return null;
    marks.push(mark);
  }
  return marks;
}

/**
 * What all marks together mean; null where they contradict each other. `expected` is the currency known for the page:
 * it settles a symbol that several currencies share, and stands in where there is none.
 */
export function resolveCurrency(
  marks: readonly Mark[],
  expected: string | null,
): { currency: string | null; symbol?: string } | null {
  const [first] = marks;
  if (!first) return { currency: expected };
  const usual = marks.find(({ meant }) => meant.startsWith('='))?.meant.slice(1, 4) ?? null;
  const lists = marks.filter(({ meant }) => meant !== '').map(({ meant }) => meant.replace('=', '').split(' '));
  const [options = [], ...others] = lists;
  const possible = options.filter((code) => others.every((list) => list.includes(code)));
  if (lists.length > 0 && possible.length === 0) return null;
  const [only = null] = possible;
  if (possible.length === 1) return { currency: only };
  if (expected !== null && possible.includes(expected)) return { currency: expected };
  if (usual !== null && possible.includes(usual)) return { currency: usual };
  return { currency: null, symbol: first.shown };
}
