/** ISO 4217 codes that are offered: those most used first, then all that the browser knows. */
const USUAL = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CAD', 'AUD', 'JPY', 'INR', 'BRL'];

export const CURRENCY_CODES: readonly string[] = [...new Set([...USUAL, ...Intl.supportedValuesOf('currency')])];
