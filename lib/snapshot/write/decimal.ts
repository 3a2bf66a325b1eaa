import { type Money, minorDigits } from '../../deal/money.ts';

/** `-1234.50`: all digits of the currency, a dot, nothing else; exact, since it never becomes a fraction. */
export function decimalOf({ minor, currency }: Money): string {
  const digits = minorDigits(currency);
  const text = String(Math.abs(Math.round(minor))).padStart(digits + 1, '0');
  const sign = minor < 0 && /[1-9]/.test(text) ? '-' : '';
  const whole = text.slice(0, text.length - digits);
  return digits === 0 ? `${sign}${whole}` : `${sign}${whole}.${text.slice(-digits)}`;
}

/** The code, or what the page showed in its place; empty where nothing is known. */
export const currencyText = ({ currency, symbol }: Money): string => currency ?? symbol ?? '';
