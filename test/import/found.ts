import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ImportCounts, ImportPortion, RefusedRow } from '../../lib/deal/imported.ts';
import type { ImportPlan } from '../../lib/import/import-plan.ts';
import { type FileChoices, type Found, type Inspected, inspectFile } from '../../lib/import/inspect-file.ts';
import { portionsOf } from '../../lib/import/portions.ts';
import type { ImportTarget } from '../../lib/import/run-import.ts';

/** 14 September 2026, a Monday: the moment that these files speak for. */
const AS_OF = Date.UTC(2026, 8, 14, 9);

const FILES = new URL('./files/', import.meta.url);

/** One of our own files, as it stands on the disk. */
export function ownFile(name: string): { blob: Blob; name: string } {
  return { blob: new Blob([readFileSync(new URL(name, FILES))]), name: basename(name) };
}

export const textFile = (text: string): Blob => new Blob([text]);

/** What the page proposes for a file, on the test days. */
export function planFor(found: Found, file: string, change: Partial<ImportPlan> = {}): ImportPlan {
  return {
    kind: found.kind,
    crm: found.crm,
    tenant: 'acme',
    file,
    at: AS_OF,
    timeZone: 'Europe/Berlin',
    language: found.language,
    currency: null,
    historyField: 'stage',
    fiscalYearStart: 1,
    columns: found.columns.map(({ header, use, format }) => ({ header, use, format })),
    ...change,
  };
}

export async function inspected(
  blob: Blob,
  name = 'file.csv',
  choices: FileChoices = {},
): Promise<Inspected & { plan: ImportPlan }> {
  const found = await inspectFile(blob, name, choices);
  return { ...found, plan: planFor(found.found, name) };
}

/** All portions of a file, with all its refused rows. */
export async function allOf({ table, survey, plan }: Inspected & { plan: ImportPlan }) {
  const portions: ImportPortion[] = [];
  const refused: RefusedRow[] = [];
  for await (const part of portionsOf(table, survey, plan)) {
    portions.push(part.portion);
    refused.push(...part.refused);
  }
  return {
    portions,
    refused,
    deals: portions.flatMap(({ deals }) => deals),
    changes: portions.flatMap(({ changes }) => changes),
    past: portions.flatMap(({ past }) => past),
  };
}

/** A field's value, or why it has none: short enough to expect. */
export function valuesOf(fields: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields as Record<string, { ok: boolean; value?: unknown; reason?: string }>).map(([name, said]) => [
      name,
      said.ok ? said.value : `(${said.reason})`,
    ]),
  );
}

/** Stands in for the store: portions by id, each kept once. */
export function fakeTarget(): ImportTarget & { kept: Map<string, ImportPortion>; calls: number } {
  const kept = new Map<string, ImportPortion>();
  const target = {
    kept,
    calls: 0,
    async portion(portion: ImportPortion, dry: boolean): Promise<ImportCounts> {
      target.calls++;
      const rows = portion.deals.length + portion.changes.length + portion.past.length;
      const known = kept.has(portion.id);
      if (!dry) kept.set(portion.id, portion);
      return { fresh: known ? 0 : rows, changed: 0, same: known ? rows : 0, refused: [] };
    },
  };
  return target;
}
