/** No CRM's label is longer; a longer text is no label. */
export const LONGEST = 80;

/** Lower case, no accents, no punctuation or invisible characters, single spaces. */
export function foldLabel(label: string): string {
  return label
    .slice(0, LONGEST)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/\p{M}/gu, '')
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
