import { rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { buildThatReads } from '../browser/build-that-reads.ts';
import { type Extension, startExtension } from '../browser/extension.ts';
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
          if (inner.tagName === 'IFRAME') found.add('a frame');
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

/** What pages dock at the edges of the window, over whatever else they hold. */
const DOCKED: Record<string, string> = {
  'a help bubble in the corner':
    '<button style="position:fixed;right:20px;bottom:20px;width:56px;height:56px">?</button>',
  'a bar with the form’s buttons along the bottom':
    '<div style="position:fixed;inset:auto 0 0 0;height:60px;text-align:right"><button style="height:60px;width:99%">Save</button></div>',
  'a small icon that only a look at every few pixels finds':
    '<a href="#" style="position:fixed;right:101px;bottom:19px;width:13px;height:13px;background:red"></a>',
  'a list that answers clicks, with no word of it':
    '<div style="position:fixed;inset:auto 0 0 50%;height:220px;cursor:pointer">row</div>',
  'a column of links down the right side, and one down the left':
    '<nav style="position:fixed;inset:0 0 0 auto;width:300px"><a href="#" style="display:block;height:55%">a</a><a href="#" style="display:block;height:45%">b</a></nav>' +
    '<nav style="position:fixed;inset:70% auto 0 0;width:300px"><a href="#" style="display:block;height:100%">c</a></nav>',
  'a chat in a component of its own':
    '<dock-chat style="position:fixed;right:0;bottom:0;width:200px;height:70px"><template shadowrootmode="open"><button style="width:100%;height:100%">Chat</button></template></dock-chat>',
  'a chat in a frame':
    '<iframe title="chat" style="position:fixed;right:0;bottom:0;width:300px;height:90px;border:0" srcdoc="<button style=\'position:fixed;inset:0;width:100%\'>Chat</button>"></iframe>',
};

test('whatever a page docks at its edges, soon or late, the pill stands clear of it', async ({ extension, demo }) => {
  const page = await extension.context.newPage();
  const { pill } = overlay(page);
  await page.goto(urlOf('salesforce', 'record', demo.team.showcase.healthy, { late: 'off', torn: 'off' }));
  await expect(pill).toBeVisible();
  for (const [what, html] of Object.entries(DOCKED)) {
    await page.evaluate((html) => {
      document.querySelector('#docked')?.remove();
      document.body.insertAdjacentHTML('beforeend', '<div id="docked"></div>');
      document.querySelector('#docked')?.setHTMLUnsafe(html);
      document.querySelector<HTMLElement>('h1')?.click();
    }, html);
    await expect.poll(() => coveredControls(page), { message: what }).toEqual([]);
  }
  // With nothing in the way any more, a window of another size brings it back to its corner.
  await page.evaluate(() => document.querySelector('#docked')?.remove());
  await page.setViewportSize({ width: 1200, height: 780 });
  await expect(page.locator('sideline-overlay .dock')).toHaveAttribute('data-place', 'right-bottom');
});

test('on every fixture of a record the pill covers no control, while it is edited as well', async () => {
  // One page load for each fixture: the story grows with every CRM.
  test.slow();
  const fixtures = loadFixtures().filter(({ expected }) => (expected as { page: string } | null)?.page === 'record');
  expect(fixtures.length).toBeGreaterThan(25);
  const hosts = [...new Set(fixtures.map(({ page }) => `${new URL(page.url).origin}/*`))];
  const folder = buildThatReads('e2e', hosts);
  const extension = await startExtension({ folder });
  try {
    const missing: string[] = [];
    const unrecorded: string[] = [];
    // Those of one CRM in one tab: some share their address.
    const left = [...Map.groupBy(fixtures, ({ crm }) => crm).values()];
    const sweep = async () => {
      const page = await extension.context.newPage();
      let served = '';
      await page.route('**/*', (route) =>
        route.request().isNavigationRequest()
          ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: served })
          : route.fulfill({ status: 404, body: '' }),
      );
      const { pill } = overlay(page);
      const next = () => left.shift() ?? [];
      for (let [fixture, ...more] = next(); fixture; [fixture, ...more] = more.length > 0 ? more : next()) {
        const name = `${fixture.crm}/${fixture.name}`;
        const why = whyNotOnRecord(fixture.expected as Expected);
        served = fixture.html;
        await page.goto('about:blank');
        await page.goto(fixture.page.url);
        if (!why) {
          const stands = await pill.waitFor({ timeout: 5_000 }).then(
            () => true,
            () => false,
          );
          if (!stands) missing.push(`${name}: it reads as a record in a test document, and not in the browser`);
        } else {
          unrecorded.push(`${name}: ${why}`);
        }
        // The pill of the record stands there from before, when its form is opened or its address goes.
        if ((await pill.count()) === 0) await bringOverlay(extension, page);
        await expect(pill).toBeVisible();
        await expect.poll(() => coveredControls(page), { message: name }).toEqual([]);
      }
    };
    // Side by side: most of a page's time is waiting.
    await Promise.all([sweep(), sweep(), sweep()]);
    console.log(`The overlay was put there as if from before:\n  ${unrecorded.join('\n  ')}`);
    expect(missing).toEqual([]);
  } finally {
    await extension.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

type Expected = { editing: boolean; pageRecordId: string | null; deals: { recordId: string }[] };

/** Why a page that reads as a record is rightly not put on record, so that no card comes up by itself. */
function whyNotOnRecord({ editing, pageRecordId, deals }: Expected): string | null {
  if (editing) return 'a form with drafts';
  const differs = pageRecordId !== null && pageRecordId !== deals[0]?.recordId;
  return differs ? 'address and page name different records' : null;
}

/** Puts the overlay into this page, as the background does. */
async function bringOverlay(extension: Extension, page: Page): Promise<void> {
  const worker = await extension.worker();
  const view = { card: card(), me: null, open: false, hidden: false, notice: null };
  await worker.evaluate(
    async ([url, view]) => {
      const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
      if (tab?.id === undefined) throw new Error(`No tab stands at ${url}.`);
      await chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['/content-scripts/overlay.js'] });
      await chrome.tabs.sendMessage(tab.id, { name: 'overlay.show', data: view });
    },
    [page.url(), view] as const,
  );
}
