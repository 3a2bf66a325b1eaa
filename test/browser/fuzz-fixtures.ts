import type { Page } from '@playwright/test';
import type { Fixture } from '../crm/load-fixtures.ts';
import { optionsOf } from '../crm/summarise-reading.ts';
import type { FuzzResult, fuzz } from './fuzz-in-page.ts';

/** Far above any reading of a fixture; a pattern that runs away takes seconds. */
export const SLOWEST_MS = 1_000;

/** The fixture that stands in the page, spoiled so many times and read after each. */
export async function fuzzFixture(page: Page, fixture: Fixture, mutations: number, seed: number): Promise<FuzzResult> {
  const found = await page.evaluate(
    ([text, options, key, count]) => {
      const tools = (globalThis as unknown as { sideline: { fuzz: typeof fuzz } }).sideline;
      return tools.fuzz(text, options, key, count);
    },
    [fixture.html, optionsOf(fixture.page), `${seed} ${fixture.crm}/${fixture.name}`, mutations] as const,
  );
  return { ...found, problems: found.problems.map((problem) => `${fixture.name} ${problem}`) };
}

export function addUp(results: readonly FuzzResult[]): FuzzResult {
  return results.reduce(
    (sum, one) => ({
      mutations: sum.mutations + one.mutations,
      read: sum.read + one.read,
      fields: sum.fields + one.fields,
      slowest: Math.max(sum.slowest, one.slowest),
      problems: [...sum.problems, ...one.problems],
    }),
    { mutations: 0, read: 0, fields: 0, slowest: 0, problems: [] },
  );
}
