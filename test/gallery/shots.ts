import type { Page } from '@playwright/test';
import { cards } from './cards.ts';
import { popups, welcomes } from './pages.ts';

export type Shot = {
  name: string;
  query: string;
  width?: number;
  height?: number;
  zoom?: number;
  whole?: boolean;
  before?: (page: Page) => Promise<void>;
};

const schemes = ['light', 'dark'];
const openAll = async (page: Page) => {
  // Playwright walks into open shadow roots; each opened fold may show another.
  for (let depth = 0; depth < 3; depth++) {
    for (const summary of await page.locator('details:not([open]) > summary:visible').all()) {
      await summary.click().catch(() => {});
    }
  }
};
const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).first().click();

const overlay = (state: string, more = '') => `view=overlay&state=${state}${more}`;

export const shots: Shot[] = [
  ...schemes.flatMap((scheme) => [
    ...Object.keys(cards).flatMap((state) => [
      { name: `overlay-${state}-${scheme}`, query: overlay(state, `&open&scheme=${scheme}`) },
    ]),
    { name: `pill-${scheme}`, query: overlay('signal', `&scheme=${scheme}`) },
    {
      name: `overlay-why-${scheme}`,
      query: overlay('signal', `&open&scheme=${scheme}`),
      height: 1400,
      before: openAll,
    },
    {
      name: `overlay-form-${scheme}`,
      query: overlay('signal', `&open&scheme=${scheme}`),
      before: press('Set next step'),
    },
    ...Object.keys(popups).map((state) => ({
      name: `popup-${state}-${scheme}`,
      query: `view=popup&state=${state}&scheme=${scheme}`,
      width: 380,
      height: 600,
    })),
    ...Object.keys(welcomes).map((state) => ({
      name: `welcome-${state}-${scheme}`,
      query: `view=welcome&state=${state}&scheme=${scheme}`,
      whole: true,
    })),
  ]),
  { name: 'pill-middle', query: overlay('signal', '&place=right-middle') },
  { name: 'overlay-middle', query: overlay('signal', '&place=right-middle&open') },
  { name: 'overlay-left', query: overlay('promise', '&place=left-bottom&open') },
  { name: 'overlay-wait-form', query: overlay('signal', '&open'), before: press('Agreed wait') },
  { name: 'overlay-moved-form', query: overlay('promise', '&open'), before: press('Moved: signed order form') },
  { name: 'overlay-error', query: overlay('signal', '&open&error=Reload this page to continue.') },
  { name: 'overlay-error-alone', query: overlay('none', '&error=Reload this page to continue.') },
  {
    name: 'overlay-notice',
    query: overlay('healthy', '&open&notice=The disk is full: what you see is shown, not recorded.'),
  },
  { name: 'overlay-failed', query: overlay('signal', '&open&fails'), before: press('Asked') },
  { name: 'overlay-zoom', query: overlay('signal', '&open'), zoom: 2 },
  { name: 'overlay-zoom-form', query: overlay('signal', '&open'), zoom: 2, before: press('Set next step') },
  { name: 'overlay-narrow', query: overlay('promise', '&open'), width: 360, height: 640 },
  { name: 'overlay-rtl', query: overlay('promise', '&open&rtl') },
  {
    name: 'welcome-list-open',
    query: 'view=welcome&state=answered',
    whole: true,
    before: (page) => page.getByText('dated in the past').click(),
  },
  { name: 'welcome-narrow', query: 'view=welcome&state=answered', width: 360, whole: true },
  { name: 'popup-zoom', query: 'view=popup&state=today', width: 380, height: 600, zoom: 2 },
];
