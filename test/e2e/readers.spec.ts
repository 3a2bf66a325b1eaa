import { expect, test } from '@playwright/test';
import type { pastOfPage } from '../../lib/crm/past-of-page.ts';
import type { readPage } from '../../lib/crm/read-page.ts';
import type { readers } from '../../lib/crm/registry.ts';
import { withFixtures } from '../browser/fixture-pages.ts';
import { fuzzFixture, SLOWEST_MS } from '../browser/fuzz-fixtures.ts';
import { loadFixtures } from '../crm/load-fixtures.ts';
import { optionsOf, summariseReading } from '../crm/summarise-reading.ts';
import { runSeed } from '../deep/seed.ts';

/** Of each fixture; the deep tier takes twenty times as many. */
const MUTATIONS = 10;

type Tools = { readPage: typeof readPage; pastOfPage: typeof pastOfPage; readers: typeof readers };

const fixtures = loadFixtures();

for (const crm of new Set(fixtures.map((fixture) => fixture.crm))) {
  test(`${crm}: a real browser reads every fixture as expected, and nothing false from one that was spoiled`, async () => {
    const own = fixtures.filter((fixture) => fixture.crm === crm);
    const seed = runSeed(`readers ${crm}`);
    await withFixtures(async (open) => {
      for (const fixture of own) {
        const page = await open(fixture);
        const [reading, past] = await page.evaluate((options) => {
          const tools = (globalThis as unknown as { sideline: Tools }).sideline;
          const url = new URL(location.href);
          const found = tools.readPage(tools.readers, document, url, options);
          const past = found && tools.pastOfPage(tools.readers, document, url, options, found);
          return [found, past && { entries: past.entries, parts: past.parts, left: past.left }] as const;
        }, optionsOf(fixture.page));
        expect(summariseReading(reading, past), fixture.name).toEqual(fixture.expected);
        const { problems, slowest } = await fuzzFixture(page, fixture, MUTATIONS, seed);
        expect(problems).toEqual([]);
        expect(slowest).toBeLessThan(SLOWEST_MS);
      }
    });
  });
}
