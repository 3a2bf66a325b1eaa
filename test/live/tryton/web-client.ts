/** What a user does in Tryton's web client. */
import type { Locator, Page } from '@playwright/test';
import type { LiveUser, Tryton } from './start.ts';

export type WebClient = {
  page: Page;
  /** The form in front; the forms of other tabs stay in the document, hidden. */
  form: Locator;
  logIn(user: LiveUser): Promise<void>;
  openRecord(id: string): Promise<void>;
  openList(): Promise<void>;
  press(button: 'save' | 'reload' | 'switch_' | 'next'): Promise<void>;
  /** The date as a user types it; the form takes it when the field is left. */
  typeCloseDate(text: string): Promise<void>;
  typeProbability(text: string): Promise<void>;
  /** "This record has been modified": Cancel, No, Yes. */
  question: Locator;
};

export function webClient(page: Page, { origin, database }: Tryton): WebClient {
  const front = page.locator('#tabcontent > .tab-pane.active');
  const form = front.locator('.form:has(input[name="description"])').first();
  const home = `${origin}/#${database}`;
  return {
    page,
    form,
    async logIn(user) {
      await page.goto(home);
      await page.locator('#login').fill(user.login);
      await page.locator('#login').press('Enter');
      const password = page.locator('.modal input[type="password"]');
      await password.fill(user.password);
      await password.press('Enter');
      await page.locator('#menu table.tree tr:visible').first().waitFor();
    },
    async openRecord(id) {
      await page.goto(`${home}/model/sale.opportunity/${id}`);
      await form.locator('input[name="description"]').waitFor();
      await page.waitForURL((url) => url.hash.startsWith(`#${database}/model/sale.opportunity/${id};`));
    },
    async openList() {
      await page.goto(`${home}/model/sale.opportunity`);
      await front.locator('.treeview > table.tree > tbody > tr').first().waitFor();
    },
    async press(button) {
      await front.locator(`button#${button}`).click();
    },
    async typeCloseDate(text) {
      const date = form.locator('input[name="end_date"]');
      await date.fill(text);
      await date.press('Tab');
    },
    async typeProbability(text) {
      // Focus brings the hidden twin to the front, which takes a figure without regard to the language.
      await form.locator('input[type="text"][name="conversion_probability"]').focus();
      const figure = form.locator('input[type="number"][name="conversion_probability"]');
      await figure.fill(text);
      await figure.press('Tab');
    },
    question: page.locator('.confirmation-dialog.in'),
  };
}
