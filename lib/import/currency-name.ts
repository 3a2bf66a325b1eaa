import { cleanText } from '../crm/values/index.ts';

const names = new Map<string, Map<string, string>>();

/** The currencies' names in a language and in English: exports of some CRMs have "US Dollar" beside the amount. */
function namesIn(language: string): Map<string, string> {
  let known = names.get(language);
  if (!known) {
    known = new Map();
    for (const locale of new Set([language, 'en'])) {
      const display = new Intl.DisplayNames(locale, { type: 'currency' });
      for (const code of Intl.supportedValuesOf('currency')) {
        const name = display.of(code)?.toLowerCase();
        if (name && !known.has(name)) known.set(name, code);
      }
    }
    names.set(language, known);
  }
  return known;
}

/** The ISO code that a currency cell means: a code, a code with its name, or the name alone; null for anything else. */
export function currencyOf(text: string, language: string): string | null {
  const shown = cleanText(text);
  if (shown === '' || shown.length > 60) return null;
  const code = /\b[A-Z]{3}\b/.exec(shown)?.[0];
  if (code && Intl.supportedValuesOf('currency').includes(code)) return code;
  return namesIn(language).get(shown.toLowerCase()) ?? null;
}
