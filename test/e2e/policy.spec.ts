import { cpSync, existsSync, mkdirSync, mkdtempSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildFolder, startExtension } from '../browser/extension.ts';
import { getRows } from '../browser/seed.ts';
import { expect, test } from './harness.ts';

/** Where the browsers that the tests find look for the policies of an organisation. */
const PLACES = ['/etc/chromium/policies/managed', '/etc/opt/chrome_for_testing/policies/managed'];

/** Takes away the folders that were made, as far as nothing else was put there. */
function removeEmpty(folders: readonly string[]): void {
  for (const folder of folders.toReversed()) {
    try {
      rmdirSync(folder);
    } catch {
      return;
    }
  }
}

function makeFolder(folder: string): string[] {
  if (existsSync(folder)) return [];
  const made = makeFolder(dirname(folder));
  mkdirSync(folder);
  return [...made, folder];
}

/** Puts a policy for one extension where the browser reads it; undefined where nobody may write there. */
function putPolicy(id: string, policy: object): { put(policy: object): void; remove(): void } | undefined {
  const made: string[] = [];
  const files = PLACES.map((place) => join(place, `sideline-test-${id}.json`));
  const put = (said: object) => {
    for (const file of files) writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [id]: said } } }));
  };
  const remove = () => {
    for (const file of files) rmSync(file, { force: true });
    removeEmpty(made);
  };
  try {
    for (const place of PLACES) made.push(...makeFolder(place));
    put(policy);
    return { put, remove };
  } catch {
    remove();
    return undefined;
  }
}

test('what an organisation set holds, is shown as locked, and the rest stays the user’s', async () => {
  // An extension's id is told by its path: a copy has its own, so that no other story meets the policy.
  const copy = mkdtempSync(join(tmpdir(), 'sideline-policy-'));
  const folder = join(copy, 'extension');
  cpSync(buildFolder('e2e'), folder, { recursive: true });
  const profile = join(copy, 'profile');
  const before = await startExtension({ folder, profile });
  const { id } = before;
  await before.close();
  const policy = {
    ...{ fiscalYearStart: 4, workdays: [1, 2, 3, 4], holidays: ['2199-12-25'], badge: 'none', noReminders: true },
    ...{ homeCurrency: 'Euro', sitesForbidden: ['https://acme.pipedrive.com'] },
  };
  const placed = process.platform === 'linux' ? putPolicy(id, policy) : undefined;
  if (!placed) {
    rmSync(copy, { recursive: true, force: true });
    test.skip(true, `Nobody may write a policy to ${PLACES.join(' or ')} here.`);
    return;
  }
  const extension = await startExtension({ folder, profile });
  try {
    const page = await extension.openPage('options.html');
    await expect(page.getByText('Some settings are set by your organisation.')).toBeVisible();
    const month = page.getByLabel('Its first month');
    await expect(month).toBeDisabled();
    await expect(month).toHaveValue('4');
    await expect(page.getByLabel('Friday is worked')).toBeDisabled();
    await expect(page.getByLabel('Friday is worked')).not.toBeChecked();
    await expect(page.getByLabel('Its first day')).toBeEnabled();
    await expect(page.locator('[data-setting="holidays"]')).toContainText('Set by your organisation.');
    await expect(page.getByRole('button', { name: 'Remove Dec 25, 2199' })).toBeDisabled();
    await expect(page.getByLabel('The digest comes at')).toBeDisabled();
    await expect(page.getByLabel(/One digest/)).not.toBeChecked();
    await expect(page.getByLabel('Read here: https://acme.pipedrive.com')).toBeDisabled();
    await expect(page.getByLabel('Read here: https://acme.pipedrive.com')).not.toBeChecked();
    await expect(page.getByLabel('Home currency')).toBeEnabled();
    await expect(page.locator('[data-setting="organisation"]')).toContainText(
      'not understood, and left out: homeCurrency',
    );

    // The background reads the same: no script stands for the site, and a message that says otherwise changes nothing.
    const worker = await extension.worker();
    const excluded = () =>
      worker.evaluate(async () => {
        const scripts = await chrome.scripting.getRegisteredContentScripts();
        return scripts.flatMap(({ excludeMatches = [] }) => excludeMatches);
      });
    await expect.poll(excluded).toContain('https://acme.pipedrive.com/*');
    await page.evaluate(() =>
      chrome.runtime.sendMessage({
        name: 'settings.change',
        data: { site: { origin: 'https://acme.pipedrive.com', state: 'on' } },
      }),
    );
    await expect(page.getByLabel('Read here: https://acme.pipedrive.com')).not.toBeChecked();
    expect(await excluded()).toContain('https://acme.pipedrive.com/*');
    await page.getByLabel('Its first day').selectOption('Sunday');
    await expect(page.getByLabel('Its first day')).toHaveValue('7');
    const rows = (await getRows(page)).settings as { key: string; value: Record<string, unknown> }[];
    const kept = rows.find(({ key }) => key === 'settings')?.value ?? {};
    expect(Object.keys(kept).sort()).toEqual(['sites', 'version', 'weekStart']);

    // The browser hears of another policy by itself; what it no longer says is the user's own again.
    placed.put({ weekStart: 3 });
    await expect(month).toBeEnabled({ timeout: 30_000 });
    await expect(month).toHaveValue('1');
    await expect(page.getByLabel('Its first day')).toBeDisabled();
    await expect(page.getByLabel('Its first day')).toHaveValue('3');
    await expect.poll(excluded).not.toContain('https://acme.pipedrive.com/*');
  } finally {
    await extension.close();
    placed.remove();
    rmSync(copy, { recursive: true, force: true });
  }
});
