import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export const SCHEMES = ['light', 'dark'] as const;

/** What axe finds of weight, each with where it stands. In the dark only colours can differ. */
export async function axeFindings(page: Page, within = 'html', scheme: 'light' | 'dark' = 'light'): Promise<string[]> {
  const axe = new AxeBuilder({ page }).include(within);
  const { violations } = await (scheme === 'dark' ? axe.withRules(['color-contrast']) : axe).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    );
}

/** Nothing of weight in both schemes, as the system's: our own pages follow it. `state` names what is shown. */
export async function cleanInBothSchemes(page: Page, state: string, within = 'html'): Promise<void> {
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    expect(await axeFindings(page, within, colorScheme), `${state}, ${colorScheme}`).toEqual([]);
  }
}

/** A window of 1280 by 800 at 200 %, and the narrowest. */
export const NARROW = [
  { width: 640, height: 400 },
  { width: 320, height: 640 },
] as const;

/** Nothing scrolls sideways in a narrow window; `then` looks closer at each. */
export async function fitsNarrow(page: Page, then?: () => Promise<void>): Promise<void> {
  for (const size of NARROW) {
    await page.setViewportSize(size);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${size.width} px`).toBe(size.width);
    await then?.();
  }
}
