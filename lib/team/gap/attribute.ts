/**
 * What each factor contributes to the difference of a product between two sets of factors: the mean, over every order in
 * which the factors can be changed one after the other, of what changing that one does. The parts add up to the difference
 * whatever the order, and no factor is favoured (Shapley's value, as Shorrocks uses it for decompositions: "Decomposition
 * procedures for distributional analysis", Journal of Economic Inequality 11, 2013). `worth` is asked for 2^n sets: n ≤ 12.
 */
export function attribute(
  was: readonly number[],
  is: readonly number[],
  worth: (factors: readonly number[]) => number,
): number[] {
  const count = was.length;
  const values = Array.from({ length: 2 ** count }, (_, set) =>
    worth(was.map((value, at) => (set & (1 << at) ? (is[at] ?? value) : value))),
  );
  // The share of orders in which just so many factors stand before one.
  const weights = Array.from({ length: count }, (_, before) => 1 / (count * choose(count - 1, before)));
  return was.map((_, at) => {
    let part = 0;
    for (let set = 0; set < values.length; set++) {
      if (set & (1 << at)) continue;
      const by = (values[set | (1 << at)] ?? 0) - (values[set] ?? 0);
      part += by * (weights[bits(set)] ?? 0);
    }
    return part;
  });
}

/**
 * Whole numbers of `step` that add up to `total`, each the nearest that allows it (largest remainders). What of the total
 * is no whole step stands with the largest part.
 */
export function roundedTo(total: number, parts: readonly number[], step: number): number[] {
  if (parts.length === 0) return [];
  const down = parts.map((part) => Math.floor(part / step));
  const rest = ((total % step) + step) % step;
  const missing = Math.round((total - rest) / step) - down.reduce((sum, part) => sum + part, 0);
  const order = parts
    .map((part, at) => ({ at, over: part / step - (down[at] ?? 0) }))
    .toSorted((a, b) => b.over - a.over || a.at - b.at);
  const rounded = [...down];
  const share = Math.floor(missing / parts.length);
  order.forEach(({ at }, place) => {
    rounded[at] = (rounded[at] ?? 0) + share + (place < missing - share * parts.length ? 1 : 0);
  });
  const largest = parts.reduce((most, part, at) => (Math.abs(part) > Math.abs(parts[most] ?? 0) ? at : most), 0);
  // Adding nought turns -0 into 0.
  return rounded.map((part, at) => part * step + (at === largest ? rest : 0) + 0);
}

function choose(of: number, some: number): number {
  let ways = 1;
  for (let at = 1; at <= some; at++) ways = (ways * (of - some + at)) / at;
  return ways;
}

function bits(set: number): number {
  let count = 0;
  for (let left = set; left > 0; left >>= 1) count += left & 1;
  return count;
}
