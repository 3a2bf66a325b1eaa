/** The joints of the courier line by language. What once was written must stay readable: add words, never change one. */
export type CourierWords = {
  buyer: string;
  seller: string;
  by: string;
  proof: string;
  /** Short, without full stops, January first. */
  months: readonly string[];
};

export const COURIER_WORDS: Record<string, CourierWords> & { en: CourierWords } = {
  en: say('buyer', 'seller', 'by', 'proof', 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'),
  de: say('Käufer', 'Verkäufer', 'bis', 'Beleg', 'Jan Feb März Apr Mai Juni Juli Aug Sep Okt Nov Dez'),
  fr: say('acheteur', 'vendeur', 'avant le', 'preuve', 'janv févr mars avr mai juin juil août sept oct nov déc'),
  es: say('comprador', 'vendedor', 'antes del', 'prueba', 'ene feb mar abr may jun jul ago sep oct nov dic'),
  it: say('acquirente', 'venditore', 'entro il', 'prova', 'gen feb mar apr mag giu lug ago set ott nov dic'),
  pt: say('comprador', 'vendedor', 'até', 'prova', 'jan fev mar abr mai jun jul ago set out nov dez'),
  nl: say('koper', 'verkoper', 'uiterlijk', 'bewijs', 'jan feb mrt apr mei jun jul aug sep okt nov dec'),
  sv: say('köpare', 'säljare', 'senast', 'bevis', 'jan feb mars apr maj juni juli aug sep okt nov dec'),
};

const ALL = Object.values(COURIER_WORDS);

export const BUYER_WORDS: ReadonlySet<string> = new Set(ALL.map((words) => words.buyer.toLowerCase()));
export const SELLER_WORDS: ReadonlySet<string> = new Set(ALL.map((words) => words.seller.toLowerCase()));

/** Month number, 1 to 12, by short name in lower case. */
export const MONTH_WORDS: ReadonlyMap<string, number> = new Map(
  ALL.flatMap(({ months }) => months.map((name, at) => [name.toLowerCase(), at + 1] as const)),
);

function say(buyer: string, seller: string, by: string, proof: string, months: string): CourierWords {
  return { buyer, seller, by, proof, months: months.split(' ') };
}
