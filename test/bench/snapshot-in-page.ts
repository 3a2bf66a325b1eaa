import { type Instant, MONDAY_TO_FRIDAY } from '../../lib/deal/day.ts';
import { maskOf } from '../../lib/deal/fields.ts';
import type { Change, DealHistory, Moment } from '../../lib/history/types.ts';
import { DEFAULT_SETTINGS } from '../../lib/settings/settings.ts';
import { buildContent } from '../../lib/snapshot/build.ts';
import type { SnapshotContent } from '../../lib/snapshot/content.ts';
import type { SnapshotDocument } from '../../lib/snapshot/document.ts';
import { freeze } from '../../lib/snapshot/freeze.ts';
import { leavesOf } from '../../lib/snapshot/leaves.ts';
import { sheetDocument } from '../../lib/snapshot/sheet.ts';
import { xlsxOf } from '../../lib/snapshot/write/xlsx.ts';
import { type Team, teamAt } from '../../lib/team/team-deals.ts';
import { FIELDS, valueIn, WEEKS } from './pipeline-in-page.ts';

/** What one step leaves for the next. */
type Made = {
  histories: DealHistory[];
  teams: ReadonlyMap<Instant, Team>;
  content: SnapshotContent | null;
  document: SnapshotDocument | null;
  file: Blob | null;
};
/** `floor`: measure it, too; it holds more at once than the steps do. */
export type Asked = { deals: number; floor: boolean };
export type Timed = { steps: { name: string; ms: number }[]; floorMs: number; bytes: number };

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 10, 27, 18);
const BEFORE = NOW - 7 * DAY_MS;
const settings = { ...DEFAULT_SETTINGS, calendar: MONDAY_TO_FRIDAY };
const momentOf = (asOf: Instant): Moment => ({ asOf, knownAt: NOW, timeZone: 'UTC' });

function made<T>(value: T | null): T {
  if (value === null) throw new Error('A step is missing.');
  return value;
}

/** What is measured, in order: one line for each step. */
const STEPS: Record<string, (all: Made) => Promise<void> | void> = {
  'judged, now and a week ago': (all) => {
    all.teams = new Map([NOW, BEFORE].map((asOf) => [asOf, teamAt(all.histories, momentOf(asOf), settings)]));
  },
  built: (all) => {
    const at = (asOf: Instant) => all.teams.get(asOf) ?? teamAt([], momentOf(asOf), settings);
    const none = { talks: [], calls: [], sweep: null, draft: null };
    all.content = buildContent({ team: at(NOW), before: at(BEFORE), at, previous: null, ...none });
  },
  hashed: (all) => {
    const week = { from: '2026-11-23', to: '2026-11-29', asOf: NOW, knownAt: NOW, timeZone: 'UTC', frozenAt: NOW };
    const basis = { id: 'bench', ...week, engine: '1', reviewed: true, corrects: null, before: null };
    freeze(leavesOf(made(all.content)), basis, (bytes) => crypto.getRandomValues(bytes));
  },
  'written as XLSX': async (all) => {
    all.document = sheetDocument(
      made(all.content),
      { kind: 'draft', week: made(all.content).team.moment.week },
      'en-US',
    );
    all.file = await xlsxOf(all.document);
  },
};

/** Open deals seen weekly in one list, some of whose fields move. */
function historiesOf(deals: number): DealHistory[] {
  const today = new Date(NOW).toISOString().slice(0, 10);
  const lookOf = (week: number) => NOW - DAY_MS - (WEEKS - 1 - week) * 7 * DAY_MS;
  const mask = maskOf(FIELDS);
  let seq = 0;
  return Array.from({ length: deals }, (_, deal): DealHistory => {
    const id = `00000000-0000-4000-8000-${String(deal).padStart(12, '0')}`;
    const url = `https://acme.lightning.force.com/lightning/r/Opportunity/${deal}/view`;
    const weeks = Array.from({ length: WEEKS }, (_, week) => week);
    const changes = weeks.flatMap((week) =>
      FIELDS.flatMap((field): Change[] => {
        const to = valueIn(field, deal, week, today);
        const from = week === 0 ? undefined : valueIn(field, deal, week - 1, today);
        if (from !== undefined && JSON.stringify(from) === JSON.stringify(to)) return [];
        const seenAt = lookOf(week);
        const evidence = { crm: 'salesforce', page: 'list', rule: `column ${field}`, raw: JSON.stringify(to) } as const;
        const after = week === 0 ? null : lookOf(week - 1);
        return [{ seq: ++seq, deal: id, field, from, to, after, seenAt, recordedAt: seenAt, evidence }];
      }),
    );
    const sightings = weeks.map((week) => {
      const at = lookOf(week);
      return { seq: ++seq, at, recordedAt: at, page: 'list' as const, mask };
    });
    const record = { id, crm: 'salesforce', tenant: 'acme', url, firstSeenAt: lookOf(0) } as const;
    return { deal: record, changes, sightings, promises: [], waits: [], prompts: [], stages: [] };
  });
}

/** The least that the same cells cost here: as JSON text, packed by the browser itself. */
async function floorOf(document: SnapshotDocument): Promise<number> {
  const began = performance.now();
  const packed = new Blob([JSON.stringify(document)]).stream().pipeThrough(new CompressionStream('gzip'));
  await new Response(packed).arrayBuffer();
  return performance.now() - began;
}

async function timeSteps({ deals, floor }: Asked): Promise<Timed> {
  const all: Made = { histories: historiesOf(deals), teams: new Map(), content: null, document: null, file: null };
  const steps: Timed['steps'] = [];
  for (const [name, step] of Object.entries(STEPS)) {
    const began = performance.now();
    await step(all);
    steps.push({ name, ms: performance.now() - began });
  }
  const floorMs = floor ? await floorOf(made(all.document)) : Number.NaN;
  return { steps, floorMs, bytes: all.file?.size ?? 0 };
}

/** Stands in a worker of an extension page: what is asked in, the times out. */
self.addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
  self.postMessage(await timeSteps(data));
});
