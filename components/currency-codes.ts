const USUAL = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CAD', 'AUD', 'JPY', 'INR', 'BRL'];

/** The ISO 4217 codes that are offered first, after those that are in use already. */
export const codesWith = (...used: (string | null)[]): string[] => [
  ...new Set([...used.filter((code) => code !== null), ...USUAL]),
];

/** Every code that the browser knows, those most used first. */
export const allCodes = (): string[] => [...new Set([...USUAL, ...Intl.supportedValuesOf('currency')])];
