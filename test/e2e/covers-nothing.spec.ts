import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { buildFolder, type Extension, startExtension } from '../browser/extension.ts';
import { loadFixtures } from '../crm/load-fixtures.ts';
import { card } from '../gallery/cards.ts';
import { urlOf } from '../sim/crm/addresses.ts';
import { SIM_CRMS } from '../sim/crm/profiles.ts';
import { expect, overlay, test } from './harness.ts';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1024, height: 700 },
  { width: 1920, height: 1080 },
];

/**
 * The page's controls beneath the pill, by what stands at every fourth pixel of its box. Written apart from the choice
 * of the place, and wider: all that a browser takes for a control, by tag, role, focus or the hand that it shows.
 */
function coveredControls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const host = document.querySelector('sideline-overlay');
    const pill = host?.shadowRoot?.querySelector('.pill')?.getBoundingClientRect();
    if (!host || !pill) return ['there is no pill'];
    const outside = pill.left < -1 || pill.top < 0 || pill.right > innerWidth + 1 || pill.bottom > innerHeight;
    const found = new Set<string>(outside ? ['the edge of the window'] : []);
    const parentOf = (element: Element) =>
      element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as ShadowRoot).host;
    for (let x = Math.max(0, pill.left); x < Math.min(pill.right, innerWidth); x += 4) {
      for (let y = pill.top; y < pill.bottom; y += 4) {
        let root: Document | ShadowRoot = document;
        let top: Element | undefined;
        for (;;) {
          const inner: Element | undefined = root.elementsFromPoint(x, y).find((element) => element !== host);
          if (!inner || inner === top) break;
          top = inner;
          if (!inner.shadowRoot) break;
          root = inner.shadowRoot;
        }
        for (let at: Element | undefined | null = top; at; at = parentOf(at)) {
          const isControl =
            /^(A|BUTTON|INPUT|SELECT|TEXTAREA|LABEL|SUMMARY|OPTION)$/.test(at.tagName) ||
            /^(button|link|tab|option|checkbox|radio|switch|menuitem|combobox|textbox|slider)$/.test(at.role ?? '') ||
            (at as HTMLElement).isContentEditable ||
            (at === top && getComputedStyle(at).cursor === 'pointer');
          if (isControl) found.add(`${at.tagName.toLowerCase()} “${(at.textContent ?? '').trim().slice(0, 40)}”`);
        }
      }
    }
    return [...found];
  });
}

test('on the demo CRM’s records the pill covers no control, at any size of the window', async ({ extension, demo }) => {
  test.slow();
  const page = await extension.context.newPage();
  const { pill } = overlay(page);
  for (const crm of SIM_CRMS) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(urlOf(crm, 'record', demo.team.showcase.atRisk));
    await expect(pill).toBeVisible();
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await expect
        .poll(() => coveredControls(page), { message: `${crm} at ${size.width} × ${size.height}` })
        .toEqual([]);
    }
    // Opened at that size, and not only brought to it; late parts have come by then.
    await page.setViewportSize({ width: 1024, height: 700 });
    await page.reload();
    await expect(pill).toBeVisible();
    await expect.poll(() => coveredControls(page), { message: `${crm} opened at 1024 × 700` }).toEqual([]);
    // The page's own form, after a click: its buttons may be docked where the pill stood.
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('h1')?.click();
      (window as unknown as { __sim: { edit(): void } }).__sim.edit();
    });
    await expect(pill).toBeVisible();
    await expect.poll(() => coveredControls(page), { message: `${crm} while it is edited` }).toEqual([]);
  }
});

test('on every fixture of a record the pill covers no control, while it is edited as well', async () => {
  test.slow();
  const fixtures = loadFixtures().filter(({ expected }) => (expected as { page: string } | null)?.page === 'record');
  expect(fixtures.length).toBeGreaterThan(25);
  const hosts = [...new Set(fixtures.map(({ page }) => `${new URL(page.url).origin}/*`))];
  const folder = buildThatReads(hosts);
  const extension = await startExtension({ folder });
  try {
    const page = await extension.context.newPage();
    let served = '';
    await page.route('**/*', (route) =>
      route.request().isNavigationRequest()
        ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: served })
        : route.fulfill({ status: 404, body: '' }),
    );
    const { pill } = overlay(page);
    const missing: string[] = [];
    const drafts: string[] = [];
    for (const fixture of fixtures) {
      const name = `${fixture.crm}/${fixture.name}`;
      const isDraft = (fixture.expected as { editing: boolean }).editing;
      served = fixture.html;
      await page.goto('about:blank');
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(fixture.page.url);
      if (!isDraft) {
        const stands = await pill.waitFor({ timeout: 5_000 }).then(
          () => true,
          () => false,
        );
        if (!stands) missing.push(`${name}: it reads as a record in a test document, and not in the browser`);
      } else {
        drafts.push(name);
      }
      // Drafts are not read; but the pill of the record stands there from before the form was opened.
      if ((await pill.count()) === 0) await bringOverlay(extension, page);
      await expect(pill).toBeVisible();
      for (const size of SIZES) {
        await page.setViewportSize(size);
        await expect
          .poll(() => coveredControls(page), { message: `${name} at ${size.width} × ${size.height}` })
          .toEqual([]);
      }
    }
    console.log(`Drafts, where the overlay was put as if from before: ${drafts.join(', ')}`);
    expect(missing).toEqual([]);
  } finally {
    await extension.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** The same build, with the right to read these sites. */
function buildThatReads(hosts: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'sideline-fixtures-'));
  cpSync(buildFolder('e2e'), folder, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as object;
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, host_permissions: hosts }));
  return folder;
}

/** Puts the overlay into the one web page that is open, as the background does. */
async function bringOverlay(extension: Extension, page: Page): Promise<void> {
  const worker = await extension.worker();
  const view = { card: card(), me: null, open: false, hidden: false, notice: null };
  await worker.evaluate(
    async ([origin, view]) => {
      const [tab] = await chrome.tabs.query({ url: `${origin}/*` });
      if (tab?.id === undefined) throw new Error(`No tab stands at ${origin}.`);
      await chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['/content-scripts/overlay.js'] });
      await chrome.tabs.sendMessage(tab.id, { id: 1, type: 'overlay.show', data: view, timestamp: Date.now() });
    },
    [new URL(page.url()).origin, view] as const,
  );
}
