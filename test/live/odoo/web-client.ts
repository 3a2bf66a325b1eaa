/** What a user does in Odoo's web client. */
import type { Locator, Page } from '@playwright/test';
import type { OdooUser } from './seed.ts';
import type { Odoo } from './start.ts';

/** Compiling the client's own scripts and styles, at the very first page of a server. */
const FIRST_PAGE_MS = 60_000;

export type OdooClient = {
  page: Page;
  /** A field of the form in front. */
  field(name: string): Locator;
  logIn(user: OdooUser): Promise<void>;
  openRecord(id: number): Promise<void>;
  /** Every deal, archived ones too. */
  openAll(view: 'list' | 'kanban'): Promise<void>;
  /** Optional columns of the list. */
  showColumns(...names: string[]): Promise<void>;
  /** The record whose form stands in the page, chatter and all. */
  recordInFront(): Promise<number>;
  press(button: 'edit' | 'save' | 'cancel'): Promise<void>;
  nextRecord(): Promise<void>;
  typeCloseDate(text: string): Promise<void>;
  /** "Your changes will be discarded": OK, Cancel. */
  question: Locator;
};

export function odooClient(page: Page, { origin, action }: Odoo): OdooClient {
  const main = page.locator('.o_action_manager');
  const thread = main.locator('.o_Chatter_thread');
  const field = (name: string) => main.locator(`.o_form_view .o_field_widget[name="${name}"]:visible`);
  const row = main.locator('.o_list_view tr.o_data_row');
  const card = main.locator('.o_kanban_group .o_kanban_record');
  return {
    page,
    field,
    async logIn({ login, password }) {
      await page.goto(`${origin}/web/login`);
      await page.locator('#login').fill(login);
      await page.locator('#password').fill(password);
      await page.locator('#password').press('Enter');
      await page.locator('.o_main_navbar').waitFor({ timeout: FIRST_PAGE_MS });
    },
    async openRecord(id) {
      await page.goto(`${origin}/web#id=${id}&model=crm.lead&view_type=form&action=${action}`);
      await main.locator(`.o_Chatter_thread[data-thread-local-id="mail.thread_crm.lead_${id}"]`).waitFor();
    },
    async openAll(view) {
      await page.goto(`${origin}/web#action=${action}&model=crm.lead&view_type=${view}`);
      await (view === 'list' ? row : card).first().waitFor();
    },
    async showColumns(...names) {
      // The menu stays open while columns are chosen.
      await main.locator('.o_optional_columns_dropdown_toggle').click();
      for (const name of names) {
        await main.locator(`.o_optional_columns_dropdown input[name="${name}"] + label`).click();
        await main.locator(`.o_list_view th[data-name="${name}"]`).waitFor();
      }
      await main.locator('.o_optional_columns_dropdown_toggle').click();
    },
    async recordInFront() {
      const id = await thread.getAttribute('data-thread-local-id');
      return Number(id?.slice('mail.thread_crm.lead_'.length));
    },
    async press(button) {
      await main.locator(`.o_form_button_${button}`).click();
    },
    async nextRecord() {
      const before = await thread.getAttribute('data-thread-local-id');
      await main.locator('.o_pager_next').click();
      await main.locator(`.o_Chatter_thread:not([data-thread-local-id="${before}"])`).waitFor();
    },
    async typeCloseDate(text) {
      const input = field('date_deadline').locator('input');
      await input.fill(text);
      await input.press('Tab');
    },
    question: page.locator('.modal.show'),
  };
}
