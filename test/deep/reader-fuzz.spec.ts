import { expect, test } from '@playwright/test';
import { withFixtures } from '../browser/fixture-pages.ts';
import { addUp, fuzzFixture, SLOWEST_MS } from '../browser/fuzz-fixtures.ts';
import type { FuzzResult } from '../browser/fuzz-in-page.ts';
import { loadFixtures } from '../crm/load-fixtures.ts';
import { runSeed } from './seed.ts';
import { rounds } from './series.ts';

const MUTATIONS = rounds(200);

const fixtures = loadFixtures();

for (const crm of new Set(fixtures.map((fixture) => fixture.crm))) {
  test(`${crm}: fixtures spoiled ${MUTATIONS} times each give no exception, no made-up value, no other deal's id`, async () => {
    const seed = runSeed(`reader fuzz ${crm}`);
    const own = fixtures.filter((fixture) => fixture.crm === crm);
    const total = await withFixtures(async (open) => {
      const results: FuzzResult[] = [];
      for (const fixture of own) results.push(await fuzzFixture(await open(fixture), fixture, MUTATIONS, seed));
      return addUp(results);
    });
    console.log(
      `reader fuzz ${crm}: ${own.length} fixtures, ${total.mutations} mutations, ${total.read} readings, ${total.fields} values, slowest ${total.slowest.toFixed(0)} ms; seed ${seed}`,
    );
    expect(total.problems).toEqual([]);
    expect(total.read).toBeGreaterThan(total.mutations / 3);
    expect(total.slowest).toBeLessThan(SLOWEST_MS);
  });
}
