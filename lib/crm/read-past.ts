import { PAST_LIMITS, type PastEntry, type PastOf, type PastPart } from '../deal/past.ts';
import type { FieldReading } from '../deal/reading.ts';
import { LIMITS } from '../deal/reading.ts';
import { foldLabel } from '../deal/same-value.ts';
import { firstShown, partOf, type Scope } from './deep-select.ts';
import { hasDay, isPast, type NoDay, takeDay } from './past-day.ts';
import type { FeedMap, PastMap } from './past-map.ts';
import { cut, evidenceOf, type Look, named, type PastAbout, rowsOf } from './past-rows.ts';
import { sideOf } from './past-side.ts';
import { sourceOf, takeFrom, textFrom } from './read-source.ts';
import { type StageLine, stageLines, tabledStages, toldStages } from './stage-lines.ts';
import type { PageReading, ReadOptions } from './types.ts';
import type { ValueContext } from './values/index.ts';

/** What was left out, and why. */
export type LeftOut = { part: PastPart; reason: NoDay['reason']; raw: string; rule: string };

export type PastReading = {
  entries: PastEntry[];
  /** The parts of which everything shown was understood: of these it may be said what is not there. */
  parts: PastPart[];
  left: LeftOut[];
};

export function aboutOf({ deals: [deal], stages }: Pick<PageReading, 'deals' | 'stages'>): PastAbout {
  const said = <V>(field: FieldReading<V> | undefined): V | null => (field?.ok ? field.value : null);
  const { owner, account, stage } = deal?.fields ?? {};
  return {
    owner: said(owner),
    account: said(account),
    stage: said(stage)?.label ?? null,
    stages: stages.map(({ label }) => label),
  };
}

/**
 * What a record's page shows of the past: only what stands there and can be seen, each with the text and the rule it came
 * from. `holders` are the elements it stands in.
 */
export function readPast(
  map: PastMap,
  page: Scope,
  hidden: string | undefined,
  values: ValueContext,
  options: ReadOptions,
  about: PastAbout,
): PastReading & { holders: Element[] } {
  const look: Look = { page, hidden, values, options, about };
  const found = {
    entries: [] as PastEntry[],
    parts: [] as PastPart[],
    left: [] as LeftOut[],
    holders: [] as Element[],
  };
  const whole = (part: PastPart, add: () => boolean): void => {
    const before = found.left.length;
    if (add() && found.left.length === before) found.parts.push(part);
  };
  const leave = (part: PastPart, row: string, { reason, raw, rule }: NoDay) =>
    found.left.push({ part, reason, raw, rule: `${row} ${rule}`.trim().slice(0, LIMITS.name) });

  const contacts = rowsOf(map.contacts, look, found.holders);
  if (contacts) whole('contacts', () => addContacts(contacts, found.entries));
  const people = found.entries.flatMap((entry) => (entry.kind === 'contact' ? [foldLabel(entry.name)] : []));

  const planned = rowsOf(map.planned, look, found.holders);
  if (planned) {
    for (const row of planned.rows) {
      const what = textFrom(row, planned.map.what);
      if (!what) continue;
      const due = takeDay(row, planned.map.due, values, options);
      const isSaid = !hasDay(due) && due.reason !== 'empty' && due.reason !== 'not-on-page';
      if (isSaid) leave('planned', planned.map.row, due);
      found.entries.push({
        kind: 'planned',
        what: cut(what, PAST_LIMITS.text),
        due: hasDay(due) ? due.day : null,
        owner: named(row, planned.map.owner),
        evidence: evidenceOf(planned.map.row, due.rule, due.raw || cut(what, PAST_LIMITS.raw)),
      });
    }
    // A step whose day is in doubt stands there all the same.
    found.parts.push('planned');
  }

  const feed = rowsOf(map.feed, look, found.holders);
  if (feed) {
    const lines: StageLine[] = [];
    whole('feed', () => {
      for (const row of feed.rows) {
        const day = takeDay(row, feed.map.day, values, options);
        if (!hasDay(day)) {
          leave('feed', feed.map.row, day);
          continue;
        }
        // Without a year it may be of the year before; and what lies ahead is in no history.
        if (!isPast(day.day, options)) {
          leave('feed', feed.map.row, { reason: 'ambiguous', ...day });
          continue;
        }
        const evidence = evidenceOf(feed.map.row, day.rule, day.raw);
        lines.push(...stageLines(row, feed.map.changes, day.day, evidence));
        const event = eventOf(row, feed.map, day.raw, look, people);
        if (event) found.entries.push({ ...event, day: day.day, evidence });
      }
      // Without a single row it may not have come yet.
      return feed.rows.length > 0;
    });
    found.entries.push(...toldStages(lines, about, feed.map.changes?.names).map(stageEntry));
  }

  const stages = rowsOf(map.stages, look, found.holders);
  if (stages) {
    whole('stages', () => {
      const lines: StageLine[] = [];
      for (const row of stages.rows) {
        const to = named(row, stages.map.stage);
        const day = takeDay(row, stages.map.day, values, options);
        if (to === null) continue;
        if (!hasDay(day)) leave('stages', stages.map.row, day);
        else
          lines.push({
            field: null,
            from: null,
            to,
            day: day.day,
            evidence: evidenceOf(stages.map.row, day.rule, day.raw),
          });
      }
      found.entries.push(...tabledStages(lines).map(stageEntry));
      return stages.rows.length > 0;
    });
  }

  const log = stages ? null : rowsOf(map.log, look, found.holders);
  if (log) {
    whole('stages', () => {
      const lines: StageLine[] = [];
      for (const row of log.rows) {
        const day = takeDay(row, log.map.day, values, options);
        if (!hasDay(day)) leave('stages', log.map.row, day);
        else lines.push(...stageLines(row, log.map.changes, day.day, evidenceOf(log.map.row, day.rule, day.raw)));
      }
      found.entries.push(...toldStages(lines, about, log.map.changes.names).map(stageEntry));
      return log.rows.length > 0;
    });
  }

  const { modified } = map;
  const at = modified && firstShown(page, modified.holder, hidden);
  if (modified && at) {
    const day = takeDay(partOf(page, at), modified.day, values, options);
    if (hasDay(day) && isPast(day.day, options)) {
      found.entries.push({ kind: 'modified', day: day.day, evidence: evidenceOf(modified.holder, day.rule, day.raw) });
      found.parts.push('modified');
    }
  }
  found.entries = found.entries.slice(0, PAST_LIMITS.entries);
  return found;
}

const stageEntry = ({ day, from, to, evidence }: StageLine): PastOf<'stage'> => ({
  kind: 'stage',
  day,
  from,
  to,
  evidence,
});

function addContacts(
  { map, rows }: { map: NonNullable<PastMap['contacts']>[number]; rows: Scope[] },
  entries: PastEntry[],
): boolean {
  for (const row of rows) {
    const name = named(row, map.name);
    if (name === null) continue;
    const taken = map.name.map((take) => ({ take, text: takeFrom(row, take)?.text.trim() })).find(({ text }) => text);
    const rule = taken ? sourceOf(taken.take) : '';
    entries.push({ kind: 'contact', name, role: named(row, map.role), evidence: evidenceOf(map.row, rule, name) });
  }
  return rows.length > 0;
}

/** Null for what the CRM wrote by itself. */
function eventOf(row: Scope, map: FeedMap, day: string, { about }: Look, people: readonly string[]) {
  if (map.silent && firstShown(row, map.silent)) return null;
  // A day that stands in the text would make it another one tomorrow ("2 days ago").
  const text = cut((textFrom(row, map.text) ?? '').replace(/\s+/g, ' ').split(day).join(' '), PAST_LIMITS.text);
  const who = named(row, map.author);
  if (!text && !who) return null;
  const shows = (mark: string | undefined) => mark !== undefined && firstShown(row, mark) !== null;
  const what = map.kinds.find(([mark]) => shows(mark))?.[1] ?? 'other';
  const side = shows(map.buyer) ? 'buyer' : shows(map.seller) ? 'seller' : sideOf(who, about, people);
  return { kind: 'event' as const, what, side, who, text };
}
