/** A stream of edits in the demo CRM, each with a next step that no other has, so that the card tells which it knows. */
import type { Page } from '@playwright/test';
import { addDays } from '../../lib/deal/day.ts';
import type { Rows } from '../browser/seed.ts';
import { overlay } from '../e2e/harness.ts';
import type { DemoCrm } from '../sim/crm/demo-crm.ts';
import type { Random } from '../sim/team/random.ts';

export type EditStream = {
  /** Changes the deal and lets the pages show it, all at once; gives the step that tells this edit. */
  next(...pages: Page[]): Promise<string>;
  /** True once the card on the page has shown the step within so many milliseconds: then it is acknowledged. */
  awaitShown(page: Page, step: string, patience: number): Promise<boolean>;
  acknowledged: Set<string>;
  /** The steps that a card had shown and that these rows do not know. */
  lostFrom(rows: Rows): string[];
  edits(): number;
};

export const refresh = (page: Page) =>
  page.evaluate(() => (window as unknown as { __sim: { refresh(): Promise<void> } }).__sim.refresh());

export function createEditStream(demo: DemoCrm, id: string, random: Random): EditStream {
  const acknowledged = new Set<string>();
  let made = 0;
  return {
    acknowledged,
    lostFrom(rows) {
      const steps = storedSteps(rows);
      return [...acknowledged].filter((step) => !steps.has(step));
    },
    edits: () => made,
    async next(...pages) {
      const step = `Send draft ${++made} to Karel`;
      demo.edit(id, {
        nextStep: step,
        amount: 20_000 + 10 * random.whole(1, 8_000),
        ...(random.chance(0.3) ? { closeDate: addDays(demo.team.endDay, random.whole(-40, 90)) } : {}),
        ...(random.chance(0.15) ? { stage: random.whole(0, 4) } : {}),
      });
      await Promise.all(pages.map(refresh));
      return step;
    },
    async awaitShown(page, step, patience) {
      const shown = overlay(page).card.getByText(step, { exact: false }).first();
      const seen = await shown.waitFor({ state: 'attached', timeout: patience }).then(
        () => true,
        () => false,
      );
      if (seen) acknowledged.add(step);
      return seen;
    },
  };
}

/** The steps that the database knows to have stood in the deal. */
export function storedSteps(rows: Rows): Set<unknown> {
  return new Set(
    (rows.changes as { field: string; to: unknown }[]).filter((one) => one.field === 'nextStep').map((one) => one.to),
  );
}
