/** Amounts of data as people say them. */
export function formatBytes(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB'] as const;
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const figure = bytes / 1000 ** power;
  return `${figure.toLocaleString(undefined, { maximumFractionDigits: power > 0 && figure < 10 ? 1 : 0 })} ${units[power]}`;
}

export function formatMoment(at: number): string {
  return new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}

/** "1 deal", "7 deals". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString()} ${count === 1 ? one : many}`;
}

export const KIND_WORDS: Record<string, string> = {
  deals: 'Deals and what is known of them now',
  changes: 'What changed, with its evidence',
  looks: 'When pages were seen',
  past: 'What pages showed of the past',
  said: 'Promises, agreed waits, questions asked, answers, notes of 1:1s, frozen weeks',
  settings: 'Settings and taught sites',
};
