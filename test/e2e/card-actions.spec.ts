import { addDays } from '../../lib/deal/day.ts';
import type { Extension } from '../browser/extension.ts';
import { urlOf } from '../sim/crm/addresses.ts';
import type { DemoCrm } from '../sim/crm/demo-crm.ts';
import { expect, overlay, test } from './harness.ts';

const CALM = { late: 'off', torn: 'off' } as const;

async function openCard(extension: Extension, demo: DemoCrm, key: keyof DemoCrm['team']['showcase'] = 'atRisk') {
  const page = await extension.context.newPage();
  await page.goto(urlOf('salesforce', 'record', demo.team.showcase[key], CALM));
  const { pill, card } = overlay(page);
  await expect(pill).toBeVisible();
  if ((await pill.getAttribute('aria-expanded')) === 'false') await pill.click();
  await expect(card).toBeVisible();
  return { page, pill, card };
}

test('asked, and proof seen: one click each, stored with what they answer, and shown ever after', async ({
  extension,
  demo,
  stored,
}) => {
  const { page, card } = await openCard(extension, demo);
  const question = card.locator('.lead, .question').first();
  const button = card.getByRole('button', { name: 'Asked', exact: true });
  // Each question that was put makes room for the next; the last one waits for its answer.
  const put: (string | null)[] = [];
  while ((await button.count()) > 0) {
    await expect(card.locator('[aria-busy="true"]')).toHaveCount(0);
    put.push(await question.textContent());
    await button.click();
    await expect(async () => {
      expect((await button.count()) === 0 || !put.includes(await question.textContent())).toBe(true);
    }).toPass();
  }
  expect(new Set(put).size).toBe(put.length);
  await expect(card.locator('.state')).toBeVisible();
  await extension.stopWorker();
  await page.reload();
  await expect(card.locator('.state')).toBeVisible();
  type Event = { kind: string; signal: string; prompt: string; basis: string };
  const asked = (await stored()).prompts as Event[];
  expect(asked.map(({ kind }) => kind)).toEqual(put.map(() => 'asked'));
  for (const event of asked) for (const key of ['prompt', 'signal', 'basis'] as const) expect(event[key]).toMatch(/\S/);

  await page.bringToFront();
  await extension.stopWorker();
  const waiting = await card.locator('.question').textContent();
  await card.getByRole('button', { name: 'Proof seen' }).click();
  await expect(card).not.toContainText(waiting ?? '');
  const [proof] = ((await stored()).prompts as Event[]).filter(({ kind }) => kind === 'proof-seen');
  expect(asked.filter(({ basis, prompt }) => basis === proof?.basis && prompt === proof?.prompt)).toHaveLength(1);
  await page.reload();
  await expect(card).toBeVisible();
  await expect(card).not.toContainText(waiting ?? '');
});

test('a next step is set with what, who and by when, then moved, kept or dropped, and copied for the CRM', async ({
  extension,
  demo,
  stored,
}) => {
  await extension.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { page, card } = await openCard(extension, demo);
  const day = addDays(demo.team.endDay, 9);
  const set = async (what: string) => {
    await card.getByRole('button', { name: 'Set next step' }).click();
    await card.getByLabel('What will happen').fill(what);
    await card.getByLabel('Who', { exact: true }).fill('Ana');
    await card.getByLabel('By', { exact: true }).fill(day);
    await card.getByLabel('Proof', { exact: true }).fill('mail');
    await card.getByRole('button', { name: 'Save' }).click();
    await expect(card.locator('form')).toHaveCount(0);
    await expect(card.locator('.promise', { hasText: what })).toContainText('Ana');
  };
  await set('redlines');
  await set('names the approver');
  expect((await stored()).promises).toMatchObject([
    { what: expect.any(String), who: 'Ana', side: 'theirs', by: day, proof: 'mail', settled: null },
    { what: expect.any(String), who: 'Ana', side: 'theirs', by: day, proof: 'mail', settled: null },
  ]);
  await page.bringToFront();

  const redlines = card.locator('.promise', { hasText: 'redlines' });
  const line = await redlines.locator('.courier p').textContent();
  expect(line).toMatch(/^Ana \(buyer\): redlines by .*; proof: mail$/);
  await redlines.getByRole('button', { name: /^Copy/ }).click();
  await expect(redlines).toContainText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(line);

  const later = addDays(day, 7);
  await redlines.getByRole('button', { name: 'Moved' }).click();
  await redlines.getByLabel('New day').fill(later);
  await redlines.getByRole('button', { name: 'Save' }).click();
  await expect(redlines).toContainText('moved once');
  await extension.stopWorker();
  await page.reload();
  await expect(redlines).toContainText('moved once');
  await redlines.getByRole('button', { name: 'Kept' }).click();
  await expect(redlines.getByRole('button', { name: 'Kept' })).toHaveCount(0);
  const approver = card.locator('.promise', { hasText: 'names the approver' });
  await approver.getByRole('button', { name: 'Dropped' }).click();
  await expect(approver.getByRole('button', { name: 'Dropped' })).toHaveCount(0);

  const rows = (await stored()).promises as { what: string }[];
  expect(rows.find(({ what }) => what === 'redlines')).toMatchObject({
    by: later,
    movedFrom: [day],
    settled: { as: 'kept' },
  });
  expect(rows.find(({ what }) => what === 'names the approver')).toMatchObject({ by: day, settled: { as: 'dropped' } });
});

test('an agreed wait parks the deal until it is ended; a snooze is one click, and one back', async ({
  extension,
  demo,
  stored,
}) => {
  const { page, pill, card } = await openCard(extension, demo);
  await card.getByRole('button', { name: 'Agreed wait' }).click();
  await card.getByLabel('Waiting for').fill('Their board meets');
  await card.getByLabel('Who said so').fill('Ana');
  const until = await card.getByLabel('Until').inputValue();
  await card.getByRole('button', { name: 'Save' }).click();
  await expect(card).toContainText('Their board meets');
  expect((await stored()).waits).toMatchObject([{ what: 'Their board meets', saidBy: 'Ana', until, endedAt: null }]);
  await page.bringToFront();
  await extension.stopWorker();
  await page.reload();
  await expect(card).toContainText('Their board meets');
  await card.getByRole('button', { name: 'End wait' }).click();
  await expect(card.getByRole('button', { name: 'Agreed wait' })).toBeVisible();
  expect((await stored()).waits).toMatchObject([{ endedAt: expect.any(Number) }]);
  await page.bringToFront();

  const awake = await pill.textContent();
  await card.getByRole('button', { name: 'Snooze' }).click();
  await expect(card.getByRole('button', { name: 'Wake' })).toBeVisible();
  await expect(card).toContainText('Quiet until');
  await extension.stopWorker();
  await page.reload();
  await expect(card.getByRole('button', { name: 'Wake' })).toBeVisible();
  await card.getByRole('button', { name: 'Wake' }).click();
  await expect(pill).toHaveText(awake ?? '');
  const snoozes = (await stored()).prompts as { at: number }[];
  expect(snoozes.sort((a, b) => a.at - b.at)).toMatchObject([
    { kind: 'snoozed', until: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
    { kind: 'snoozed', until: null },
  ]);
});

test('what proves the end of a stage is answered on the card, and a stage left without it is a reason from then on', async ({
  extension,
  demo,
  stored,
}) => {
  const { page, card } = await openCard(extension, demo);
  const proofs = card.locator('[data-part="proofs"]');
  await proofs.locator('summary').click();
  // The stage at hand stands first: of one that was left the answer is a reason.
  const left = proofs.locator('section').nth(1).locator('li').first();
  await expect(left).toContainText('Nobody said yet.');
  await left.getByRole('button', { name: /^Not yet/ }).click();
  await expect(left).toContainText('Not yet, said');
  await expect(card.locator('[data-part="why"]')).toContainText(/stage without its proof/i);
  await extension.stopWorker();
  await page.reload();
  await expect(left).toContainText('Not yet, said');
  await proofs.locator('summary').click();
  await left.getByRole('button', { name: /^Seen/ }).click();
  await expect(left).toContainText('Seen, said');
  await expect(card.locator('[data-part="why"]')).not.toContainText(/stage without its proof/i);
  const answers = (await stored()).answers as { question: string; answer: string }[];
  expect(answers.map(({ answer }) => answer)).toEqual(['no', 'yes']);
  expect(new Set(answers.map(({ question }) => question)).size).toBe(1);
});
