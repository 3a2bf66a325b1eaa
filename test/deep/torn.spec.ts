import type { Page } from '@playwright/test';
import { expect, overlay, test } from '../e2e/harness.ts';
import { problemsIn } from '../faults/stored-problems.ts';
import { pathOf, urlOf } from '../sim/crm/addresses.ts';
import type { CrmDeal } from '../sim/crm/demo-crm.ts';
import { SIM_CRMS, type SimCrm } from '../sim/crm/profiles.ts';
import { type Random, randomOf } from '../sim/team/random.ts';
import { runSeed } from './seed.ts';
import { rounds } from './series.ts';
import { createTruth } from './truth.ts';

const WALKS = rounds(60);
/** Tabs that walk side by side: most of a walk is waiting. */
const TABS = 4;
const DEALS = 14;
/** Pages that are loaded and left at once, in each tab. */
const STARTS = 3;

/** Any one of them; there is at least one. */
const anyOf = <T>(random: Random, from: readonly T[]): T => from[random.whole(0, from.length - 1)] as T;

type Step = { href: string; torn: string; wait: number; late: string | number; dwell: number };

/** How one CRM lets address and page part: by up to five times what was measured, or for seconds over a slow line. */
const HABITS = [
  { torn: 'on', waits: [20, 40, 60] },
  { torn: 'off', waits: [0] },
  { torn: 'url-first', waits: [0, 20, 45, 90, 150, 300] },
  { torn: 'url-first', waits: [1_500, 3_000] },
  { torn: 'mixed', waits: [20, 45, 90, 150, 250] },
  { torn: 'page-first', waits: [0, 20, 45, 90, 120] },
] as const;

/**
 * One walk over deals, under one habit: some stay long enough to be read, some are left while they still load. It ends
 * at rest, so that the next habit does not begin in the middle of this one.
 */
function walkOver(crm: SimCrm, deals: readonly CrmDeal[], random: Random): Step[] {
  const { torn, waits } = anyOf<(typeof HABITS)[number]>(random, HABITS);
  // Over a slow line the old deal stands under the new address for seconds, and nobody hurries on.
  const slow = waits[0] > 1_000;
  const count = slow ? 2 : random.whole(3, 6);
  return Array.from({ length: count }, (_, at) => ({
    href: pathOf(crm, at > 0 && random.chance(0.08) ? 'list' : 'record', anyOf(random, deals)),
    torn,
    wait: anyOf<number>(random, waits),
    late: anyOf<string | number>(random, ['off', 'on', random.whole(10, 500)]),
    dwell: slow
      ? 5_000
      : at === count - 1
        ? 1_900
        : random.chance(0.25)
          ? random.whole(700, 1_400)
          : random.whole(10, 500),
  }));
}

/** Goes on to another deal as soon as the page's own script runs, before anything of ours may have looked. */
async function startHastily(page: Page, crm: SimCrm, first: CrmDeal, next: CrmDeal): Promise<void> {
  await page.goto(urlOf(crm, 'record', first, { late: 'off' }));
  await page.waitForFunction(() => '__sim' in window, undefined, { polling: 10 });
  await take(page, [{ href: pathOf(crm, 'record', next), torn: 'mixed', wait: 400, late: 'off', dwell: 1_500 }]);
}

/**
 * The CRM answers at once: how long address and page part is what the series says, not how busy this machine is. What it
 * knows is asked for once and again by `__renew`.
 */
const ANSWER_AT_ONCE = () => {
  const asked = window.fetch.bind(window);
  const ask = () => asked('/sim/api/state').then((answer) => answer.text());
  let state: Promise<string> | null = null;
  window.fetch = async (path, init) => {
    if (path !== '/sim/api/state') return asked(path, init);
    state ??= ask();
    return new Response(await state);
  };
  Object.assign(window, {
    __renew: async () => {
      const fresh = ask();
      await fresh;
      state = fresh;
    },
  });
};

const renew = (page: Page) => page.evaluate(() => (window as unknown as { __renew(): Promise<void> }).__renew());

async function take(page: Page, walk: readonly Step[]): Promise<void> {
  await page.evaluate(async (steps) => {
    const control = (window as unknown as { __sim: { go(href: string): Promise<void> } }).__sim;
    for (const { href, torn, wait, late, dwell } of steps) {
      Object.assign(control, { torn, wait, late });
      void control.go(href).catch(() => {});
      await new Promise((done) => setTimeout(done, dwell));
    }
  }, walk);
}

for (const crm of SIM_CRMS) {
  test(`${crm}: ${WALKS} random walks over torn and late pages store nothing that never stood in a deal`, async ({
    extension,
    demo,
    stored,
    complaints,
  }) => {
    const seed = runSeed(`torn ${crm}`);
    const random = randomOf(seed, 'torn', crm);
    const deals = demo.deals.filter(({ outcome }, at) => outcome === 'open' || at % 9 === 0).slice(0, DEALS);
    const truth = createTruth(crm);
    for (const deal of demo.deals) truth.note(deal);
    const tabs = await Promise.all(Array.from({ length: TABS }, () => extension.context.newPage()));
    for (const page of tabs) await page.addInitScript(ANSWER_AT_ONCE);
    for (let start = 0; start < STARTS; start++) {
      await Promise.all(tabs.map((page) => startHastily(page, crm, anyOf(random, deals), anyOf(random, deals))));
    }
    let walks = 0;
    let steps = 0;
    await Promise.all(
      tabs.map(async (page) => {
        while (walks < WALKS) {
          walks++;
          const walk = walkOver(crm, deals, random);
          steps += walk.length;
          if (random.chance(0.5)) {
            const deal = anyOf(random, deals);
            const amount = 10 * random.whole(500, 30_000);
            truth.note(
              demo.edit(deal.id, { amount, nextStep: `Agree step ${walks} with them`, stage: random.whole(0, 4) }),
            );
          }
          await renew(page);
          await take(page, walk);
        }
      }),
    );
    // At rest on a deal, its card stands.
    for (const page of tabs) {
      await take(page, [{ href: pathOf(crm, 'record', deals[0]), torn: 'on', wait: 40, late: 'on', dwell: 1_500 }]);
      await expect(overlay(page).pill).toBeVisible();
    }
    const rows = await stored();
    expect(truth.falsehoods(rows)).toEqual([]);
    expect(problemsIn(rows)).toEqual([]);
    expect(rows.deals?.length).toBeGreaterThan(DEALS / 2);
    expect(complaints).toEqual([]);
    console.log(
      `torn ${crm}: ${walks} walks, ${steps} steps, ${rows.deals?.length} deals, ${rows.changes?.length} changes, ${rows.sightings?.length} looks; seed ${seed}`,
    );
  });
}
