/** The share of three-letter pieces that two texts have in common; figures and marks are no part of it. */
export function likeness(one: string, other: string): number {
  const [a, b] = [piecesOf(one), piecesOf(other)];
  let shared = 0;
  for (const piece of a) if (b.has(piece)) shared++;
  return shared / (a.size + b.size - shared);
}

function piecesOf(text: string): Set<string> {
  const plain = ` ${text
    .toLowerCase()
    .replace(/\{\w+\}/g, ' ')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()} `;
  return new Set(Array.from({ length: Math.max(0, plain.length - 2) }, (_, at) => plain.slice(at, at + 3)));
}
