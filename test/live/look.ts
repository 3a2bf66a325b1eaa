/** What a story of the live tier looks at: the extension's own rows, its last list, and why a field has no value. */
import type { Page } from '@playwright/test';
import type { Diagnosis } from '../../lib/deal/diagnosis.ts';
import { FIELD_NAMES, type FieldName, type FieldValue } from '../../lib/deal/fields.ts';
import type { MissingReason, Reading } from '../../lib/deal/reading.ts';
import { DIAGNOSIS } from '../../lib/messages/diagnosis-key.ts';
import type { Extension } from '../browser/extension.ts';
import type { Rows } from '../browser/seed.ts';
import { fieldsOf, type StoredChange } from '../e2e/harness.ts';
import type { Held } from './verdicts.ts';

/** What is stored of a record; of the rest, what the page in front says of it. */
export function heldOf(rows: Rows, recordId: string, reasons: Record<string, MissingReason>): Held {
  const stored = fieldsOf(rows, recordId);
  const held: { [F in FieldName]?: Held[F] } = {};
  for (const field of FIELD_NAMES) {
    const reason = reasons[field];
    if (field in stored) held[field] = { value: stored[field] as FieldValue | null };
    else if (reason) held[field] = { reason };
  }
  return held;
}

/** Why fields of the deal in front have no value, as the popup would say it. A field without a rule is on no page. */
export async function reasonsOn(extension: Extension, page: Page): Promise<Record<string, MissingReason>> {
  const worker = await extension.worker();
  const diagnosis = await worker.evaluate(
    async ([url, key]) => {
      const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
      const target = { tabId: tab?.id ?? 0 };
      await chrome.scripting.executeScript({ target, files: ['/diagnose.js'] });
      const [answer] = await chrome.scripting.executeScript({
        target,
        args: [key],
        func: (name: string) => (globalThis as unknown as Record<string, Promise<Diagnosis>>)[name],
      });
      return answer?.result as Diagnosis;
    },
    [page.url(), DIAGNOSIS] as const,
  );
  const said = diagnosis.page?.fields ?? [];
  return Object.fromEntries(
    FIELD_NAMES.flatMap((field) => {
      const one = said.find((other) => other.field === field);
      return one && one.reason === null ? [] : [[field, one?.reason ?? 'not-on-page']];
    }),
  );
}

export async function lastList(extension: Extension): Promise<Reading | undefined> {
  const worker = await extension.worker();
  return worker.evaluate(async () => (await chrome.storage.session.get('last-list'))['last-list'] as Reading);
}

/** The deals that the rows of the last list or board were taken for. */
export function dealsOfLast(page: 'list' | 'board', rows: Rows): string[] {
  const sightings = rows.sightings as { seq: number; page: string; rowSet: number }[];
  const last = sightings.filter((one) => one.page === page).at(-1);
  return (rows.rowSets as { id: number; deals: string[] }[]).find((one) => one.id === last?.rowSet)?.deals ?? [];
}

export function dealOf(rows: Rows, recordId: string): string | undefined {
  return (rows.aliases as { recordId: string; deal: string }[]).find((one) => one.recordId === recordId)?.deal;
}

/** What changed of deals that were known before, of one record or of all; not what is only said more exactly. */
export function movesOf(rows: Rows, recordId?: string): StoredChange[] {
  const moves = ((rows.changes ?? []) as (StoredChange & { refines?: true })[]).filter(
    (one) => one.from !== undefined && !one.refines,
  );
  return recordId === undefined ? moves : moves.filter((one) => one.deal === dealOf(rows, recordId));
}
