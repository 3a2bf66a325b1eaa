import type { ImportCounts, RefusalReason, RefusedRow } from '../deal/imported.ts';

/** What became of each row; of a row that says several things the most that any did. */
export class RowCounts {
  readonly #rows = new Map<number, 'fresh' | 'changed' | 'same'>();
  readonly #refused: RefusedRow[] = [];

  say(row: number, what: 'fresh' | 'changed' | 'same'): void {
    const before = this.#rows.get(row);
    if (before === undefined || before === 'same' || what === 'fresh') this.#rows.set(row, what);
  }

  refuse(row: number, reason: RefusalReason): void {
    this.#refused.push({ row, reason });
  }

  counts(): ImportCounts {
    const count = (what: string) => [...this.#rows.values()].filter((one) => one === what).length;
    const refused = this.#refused.filter(({ row }) => !this.#rows.has(row));
    return { fresh: count('fresh'), changed: count('changed'), same: count('same'), refused };
  }
}
