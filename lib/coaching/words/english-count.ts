const rules = new Intl.PluralRules('en');
const number = new Intl.NumberFormat('en');

export function count(n: number, one: string, other = `${one}s`): string {
  return `${plain(n)} ${rules.select(n) === 'one' ? one : other}`;
}

export function plain(n: number): string {
  return number.format(n);
}
