import type { Locator } from '@playwright/test';
import { askAs } from '../browser/ask.ts';
import { urlOf } from '../sim/crm/addresses.ts';
import { expect, overlay, test } from './harness.ts';

const CALM = { late: 'off', torn: 'off' } as const;

/** Words that a rep never reads, whole or as the start of longer ones. */
const NEVER_FOR_A_REP = /\b(accountab|risk scor|miss(ed|es)\b|weakness|hygien|flagged|coached|overdue)/i;

/** Everything that can be read on, or heard from, the overlay: with every fold open and both forms opened once. */
async function allWords(host: Locator): Promise<string> {
  const read = () =>
    host.evaluate((element) => {
      const root = element.shadowRoot ?? element;
      for (const fold of root.querySelectorAll('details')) fold.open = true;
      const said = [...root.querySelectorAll('*')].flatMap((each) =>
        ['aria-label', 'title', 'placeholder', 'alt'].map((name) => each.getAttribute(name) ?? ''),
      );
      return [root.querySelector('.dock')?.textContent, ...said].filter(Boolean).join('\n');
    });
  let words = await read();
  for (const form of ['Set next step', 'Agreed wait']) {
    const button = host.getByRole('button', { name: form });
    if ((await button.count()) === 0) continue;
    await button.click();
    words += await read();
    await host.getByRole('button', { name: 'Cancel' }).click();
  }
  return words;
}

const figure = (text: string) => Math.round(Number(text.replace('−', '-').replace('+', '')) * 100);

test('“why” opens down to arithmetic that adds up to the sum shown, and to the raw text it rests on', async ({
  extension,
  demo,
  withHistory,
}) => {
  await withHistory('salesforce');
  const page = await extension.context.newPage();
  await page.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk, CALM));
  const { pill, card } = overlay(page);
  await pill.click();
  const why = card.locator('[data-part="why"]');
  await why.locator('> summary').click();
  const reasons = why.locator('> details.fold:not([data-part="split"])');
  const count = (await reasons.count()) - 1;
  expect(count).toBeGreaterThan(1);
  await expect(pill).toContainText(`${count} reasons`);

  const sums = reasons.nth(count);
  await expect(sums.locator('> summary')).toContainText('Arithmetic');
  await sums.locator('> summary').click();
  const rows = await sums
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
  // The base, the reasons, and what speaks for the deal.
  expect(rows).toHaveLength(count + 1 + (await sums.locator('details.fold').count()));
  const sum = figure((await sums.locator('tfoot td').last().textContent()) ?? '');
  expect(rows.reduce((total, [, , counted]) => total + figure(counted ?? ''), 0)).toBe(sum);
  expect(figure((await sums.locator('> summary .figure').textContent()) ?? '')).toBe(sum);
  await expect(why).toContainText(/not calibrated/i);

  for (let at = 0; at < count; at++) {
    const reason = reasons.nth(at);
    await reason.locator('> summary').click();
    // What the fold says beside its name is what stands in the table.
    expect(await reason.locator('> summary .figure').textContent()).toBe(rows[at + 1]?.[2]);
    await expect(reason).toContainText(/limit|counts as soon/i);
    await expect(reason.locator('.evidence .rule').first()).toHaveText(/\S/);
  }
  // The close date's evidence is the text that stands on the page.
  const raw = (await why.locator('.evidence .raw').allTextContents()).map((text) => text.replace(/[“”]/g, ''));
  const onPage = (await page.locator('body').textContent()) ?? '';
  expect(raw.filter((text) => text && onPage.includes(text)).length).toBeGreaterThan(0);
});

test('what could not be read is named, field by field', async ({ extension, demo }) => {
  const deal = demo.find(demo.team.showcase.healthy.id);
  demo.edit(deal.id, { closeDate: 'soon' });
  const page = await extension.context.newPage();
  await page.goto(urlOf('hubspot', 'record', deal, CALM));
  const { pill, card } = overlay(page);
  await pill.click();
  const unread = card.locator('[data-part="unread"]');
  await unread.locator('summary').click();
  const lines = await unread.locator('li').allTextContents();
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.join('\n')).toMatch(/close date/i);
  await expect(unread.locator('summary .figure')).toHaveText(String(lines.length));
});

test('a rep sees the next step first, and none of the words that are not for reps', async ({
  extension,
  demo,
  withHistory,
}) => {
  await withHistory('salesforce');
  expect(await askAs(extension, 'settings.change', { role: 'rep' })).toEqual({ ok: true });
  const page = await extension.context.newPage();
  const { pill, card } = overlay(page);
  for (const key of ['atRisk', 'healthy', 'won', 'lost', 'stale'] as const) {
    await page.goto(urlOf('salesforce', 'record', demo.team.showcase[key], CALM));
    await expect(pill).toBeVisible();
    if ((await pill.getAttribute('aria-expanded')) === 'false') await pill.click();
    await expect(card).toBeVisible();
    const parts = await card.locator('.part').evaluateAll((all) => all.map((part) => part.getAttribute('data-part')));
    expect(parts[0], key).toBe('next-step');
    const words = await allWords(page.locator('sideline-overlay'));
    expect(words.length).toBeGreaterThan(200);
    expect(NEVER_FOR_A_REP.exec(words)?.[0], key).toBeUndefined();
    expect(words, key).not.toContain('!');
    expect(await pill.textContent(), key).not.toContain('%');
  }

  // The manager of the same deal: what changed and the question come before the next step.
  await askAs(extension, 'settings.change', { role: 'manager' });
  await page.goto(urlOf('salesforce', 'record', demo.team.showcase.atRisk, CALM));
  await expect(card).toBeVisible();
  const parts = await card.locator('.part').evaluateAll((all) => all.map((part) => part.getAttribute('data-part')));
  expect(parts.at(-1)).toBe('next-step');
});
