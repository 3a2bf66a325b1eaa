/** What a user does in Odoo's web client. */
import type { Page } from '@playwright/test';
import type { OdooUser } from './seed.ts';

export type OdooClient = {
  page: Page;
  logIn(user: OdooUser): Promise<void>;
  openRecord(id: number): Promise<void>;
};
