import { readers } from '../../lib/crm/registry.ts';
import type { RefusedRow } from '../../lib/deal/imported.ts';
import type { ImportPlan, Installation } from '../../lib/import/import-plan.ts';
import { ImportProblem } from '../../lib/import/import-problem.ts';
import { foundIn, type Inspected, inspectFile } from '../../lib/import/inspect-file.ts';
import { readQuotas, readRoster } from '../../lib/import/people-rows.ts';
import { firstRows } from '../../lib/import/portions.ts';
import { previewOf } from '../../lib/import/preview-rows.ts';
import { refusedFile } from '../../lib/import/refused-file.ts';
import { type ImportEnd, type ImportSums, runImport } from '../../lib/import/run-import.ts';
import type { FromWorker } from '../../lib/messages/worker-line.ts';
import { mergeGoals, mergePeople } from '../../lib/settings/people.ts';
import { openImportStore } from '../../lib/store/import-store.ts';
import { StoreError } from '../../lib/store/store-error.ts';
import { peoplePreview } from './people-preview.ts';
import type { Requests, Told, ToWorker } from './worker-protocol.ts';

/** All reading and storing happens here: the page only shows what it is told. */
const store = openImportStore();

const PREVIEW_ROWS = 8;
/** Milliseconds between two words on how far it is: more would keep the page busy with nothing new. */
const PACE = 100;

let file: File | null = null;
let opened: Inspected | null = null;
/** What `opened` was read by: another header row or sheet asks for another reading, another CRM does not. */
let readBy = '';
let refusedRows: RefusedRow[] = [];
let cancelled = false;

type Work = { [N in keyof Requests]: (ask: Requests[N]['ask'], id: number) => Promise<Requests[N]['answer']> };

const work: Work = {
  open: async ({ file: said, choices }, id) => {
    await store.ready();
    const { encoding, delimiter, sheet, headerRow } = choices;
    const by = JSON.stringify([encoding, delimiter, sheet, headerRow]);
    if (said !== file || by !== readBy || !opened) {
      opened = null;
      const tell = paced((share: number) => post({ id, told: { share } }));
      opened = await inspectFile(said, said.name, choices, tell);
      file = said;
      readBy = by;
    }
    const found = foundIn(opened.table, opened.survey, said.name, choices);
    opened = { ...opened, found };
    const link = found.columns.find(({ use }) => use === 'link')?.samples[0];
    const { fiscalYearStart } = await store.readSettings();
    return { found, site: link ? siteAt(link) : null, fiscalYearStart };
  },
  preview: async ({ plan }) => {
    const { table, survey } = theFile();
    const locale = navigator.language;
    if (plan.kind === 'roster') return peoplePreview((await readRoster(table, survey, plan)).people, PREVIEW_ROWS);
    if (plan.kind === 'quotas')
      return peoplePreview((await readQuotas(table, survey, plan)).goals, PREVIEW_ROWS, locale);
    return previewOf(await firstRows(table, survey, plan, PREVIEW_ROWS), plan, locale);
  },
  run: async ({ plan, dry }, id) => {
    cancelled = false;
    refusedRows = [];
    if (plan.kind === 'roster' || plan.kind === 'quotas') return runPeople(plan, dry);
    const tell = paced((sums: ImportSums) => post({ id, told: { sums } }));
    const { table, survey } = theFile();
    const { totals, finished } = await runImport(
      { table, survey, plan },
      { portion: (portion, isDry) => store.importPortion(portion, Date.now(), isDry) },
      {
        dry,
        cancelled: () => cancelled,
        onProgress: ({ reasons: _, ...sums }) => tell(sums),
      },
    );
    if (!dry) await store.pack();
    const { reasons, ...sums } = totals;
    return endOf(sums, reasons, finished);
  },
  refused: async () => {
    const { table, survey } = theFile();
    return new Blob([await refusedFile(table, survey, refusedRows)], { type: 'text/csv' });
  },
  sites: () => store.installations(),
  siteAt: async ({ address }) => siteAt(address),
};

function theFile(): Inspected {
  if (!opened) throw new ImportProblem('The file is no longer open. Choose it again. Nothing was lost.');
  return opened;
}

function endOf(sums: ImportSums, refused: RefusedRow[], finished: boolean): ImportEnd {
  refusedRows = refused;
  const byReason = new Map<RefusedRow['reason'], number>();
  for (const { reason } of refused) byReason.set(reason, (byReason.get(reason) ?? 0) + 1);
  const reasons = [...byReason].map(([reason, rows]) => ({ reason, rows })).sort((a, b) => b.rows - a.rows);
  return { finished, sums, reasons };
}

/** Rosters and quotas are settings: small, and kept in one step. */
async function runPeople(plan: ImportPlan, dry: boolean): Promise<ImportEnd> {
  const { table, survey } = theFile();
  const before = await store.readSettings();
  if (plan.kind === 'roster') {
    const { people, rows, refused } = await readRoster(table, survey, plan);
    const { merged: _, ...counts } = mergePeople(before.people, people);
    if (!dry) await store.updateSettings((now) => ({ ...now, people: mergePeople(now.people, people).merged }));
    return endOf({ rows, ...counts, refused: refused.length }, refused, true);
  }
  const { goals, rows, refused } = await readQuotas(table, survey, plan);
  const { merged: _, ...counts } = mergeGoals(before.goals, goals);
  if (!dry) await store.updateSettings((now) => ({ ...now, goals: mergeGoals(now.goals, goals).merged }));
  return endOf({ rows, ...counts, refused: refused.length }, refused, true);
}

/**
 * The installation that an address belongs to. Self-hosted CRMs name theirs by more than the address, so a page of them
 * must have been read first.
 */
function siteAt(address: string): Installation | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  for (const reader of readers) {
    const match = reader.selfHosted ? null : reader.match(url);
    if (match) return { crm: reader.id, tenant: match.tenant };
  }
  return null;
}

function paced<T>(tell: (said: T) => void): (said: T) => void {
  let last = 0;
  return (said) => {
    const now = performance.now();
    if (now - last < PACE) return;
    last = now;
    tell(said);
  };
}

function post(message: FromWorker<Told>): void {
  self.postMessage(message);
}

const STORE_SENTENCES: Record<string, string> = {
  'disk-full':
    'There is no room left on the disk. What was stored is safe. Make room, then import the same file again.',
};

function sentenceOf(error: unknown): string {
  if (error instanceof ImportProblem) return error.message;
  if (error instanceof StoreError) {
    return (
      STORE_SENTENCES[error.code] ??
      (error.code === 'not-upgraded' || error.code === 'newer' ? error.message : null) ??
      'The database did not answer. What was stored is safe. Import the same file again: it goes on where it stopped.'
    );
  }
  return 'Something in this file was not foreseen. What was stored is safe. Save it anew as CSV and try that.';
}

async function answer<N extends keyof Requests>(id: number, name: N, ask: Requests[N]['ask']): Promise<void> {
  try {
    post({ id, answer: await work[name](ask, id) });
  } catch (error) {
    post({ id, problem: sentenceOf(error) });
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.name === 'cancel') cancelled = true;
  else void answer(data.id, data.name, data.ask);
});
