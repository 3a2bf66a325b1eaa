import { isCommit } from './forecast-words.ts';

/** What a forecast does with a deal, in one word for all CRMs. */
export type ForecastCategory = 'closed' | 'commit' | 'best-case' | 'pipeline' | 'omitted';

/** How CRMs name the others, in the languages of their screens. */
const NAMES: readonly (readonly [ForecastCategory, RegExp])[] = [
  [
    'best-case',
    /^(best[ -]?case|upside|most likely|bester fall|best möglich\p{L}*|optimist\p{L}*|meilleur (cas|scénario)|mejor (caso|de los casos)|melhor (caso|cenário)|caso migliore|scenario migliore|beste geval|bästa fall)$/iu,
  ],
  ['pipeline', /^(pipeline|in pipeline|funnel|offen|en cours|en curso|em andamento|in corso)$/iu],
  [
    'omitted',
    /^(omitted|omit|not forecasted|don't forecast|ausgelassen|ausgenommen|omise?|omitid[oa]|omess[oa]|weggelaten|utelämnad)$/iu,
  ],
  [
    'closed',
    /^(closed|closed won|won|geschlossen|abgeschlossen|gewonnen|clôtur[ée]e?|conclue?|cerrad[oa]|fechad[oa]|chius[oa]|gesloten|stängd)$/iu,
  ],
];

/** Null for a word that says none of them. */
export function categoryOf(word: string): ForecastCategory | null {
  return isCommit(word) ? 'commit' : (NAMES.find(([, name]) => name.test(word.trim()))?.[0] ?? null);
}
