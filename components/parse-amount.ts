/**
 * A whole amount, as a goal or a call is: "600,000", "600.000", "600 000", "600'000", "600k", "1.2m". A single separator before
 * exactly three digits groups; before one or two it is a decimal point.
 */
export function parseAmount(text: string): number | null {
  const match = /^[^\d-]*(\d[\d.,'’\s]*?)\s*([km])?[^\dkm]*$/iu.exec(text.trim());
  if (!match?.[1]) return null;
  const scale = { k: 1e3, m: 1e6 }[(match[2] ?? '').toLowerCase()] ?? 1;
  const decimal = /[.,](\d{1,2})$/.exec(match[1]);
  const whole = decimal ? match[1].slice(0, -decimal[0].length) : match[1];
  const amount = Number(`${whole.replace(/\D/g, '')}.${decimal?.[1] ?? '0'}`) * scale;
  return Number.isFinite(amount) && amount > 0 && amount <= 1e12 ? amount : null;
}
