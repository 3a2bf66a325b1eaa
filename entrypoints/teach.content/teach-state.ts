import type { TaughtRow, TeachState } from '../../components/teach-panel.tsx';
import { findReader } from '../../lib/crm/find-reader.ts';
import type { CrmReader, ReadOptions } from '../../lib/crm/types.ts';
import { plainly } from '../../lib/deal/diagnosis.ts';
import type { DealReading, FieldReading } from '../../lib/deal/reading.ts';
import type { Found } from '../../lib/teach/lesson.ts';
import { tryCorrection, tryList, tryRecord } from '../../lib/teach/lesson.ts';
import { confirmedBy, type Lesson, mapAfter, type Said } from '../../lib/teach/lesson-state.ts';
import {
  TAUGHT_FIELDS,
  type TaughtColumns,
  type TaughtField,
  type TaughtFieldName,
  type TaughtMap,
} from '../../lib/teach/taught-map.ts';

export type Hows = { [F in TaughtFieldName]?: Found };

/** Rows of a list that are shown before it is kept. */
const SAMPLE = 3;

type Now = {
  lesson: Lesson;
  hows: Hows;
  armed: TaughtFieldName | null;
  awaitsSecond: boolean;
  error: string | null;
  reached: string | null;
  readers: readonly CrmReader[];
  document: Document;
  url: URL;
  options: ReadOptions;
  before: TaughtMap | null;
};

function readNow(lesson: Lesson, document: Document, url: URL, options: ReadOptions, readers: readonly CrmReader[]) {
  const { corrects, fields, rows } = lesson;
  return corrects === null
    ? tryRecord(fields, document, url, options)
    : (tryCorrection(readers, corrects, { fields, ...rows }, document, url, options)?.deals[0] ?? null);
}

/** What the lesson is about on this page: a known reader says itself what stands there. */
export function pageNow(lesson: Lesson, document: Document, url: URL, readers: readonly CrmReader[]): Lesson['page'] {
  if (lesson.corrects === null) return lesson.page;
  const page = findReader(readers, url, document)?.match.page ?? 'record';
  return page === 'record' ? page : 'list';
}

function textIn(reading: FieldReading<unknown> | undefined): string | null {
  return reading?.ok ? plainly(reading.value as Parameters<typeof plainly>[0]) : null;
}

function said(deal: DealReading | null): Said {
  return Object.fromEntries(TAUGHT_FIELDS.map((field) => [field, textIn(deal?.fields[field])]));
}

export function saidOf(
  lesson: Lesson,
  document: Document,
  url: URL,
  options: ReadOptions,
  readers: readonly CrmReader[],
): Said {
  return said(readNow(lesson, document, url, options, readers));
}

/** A lesson that was taken up again on another page has forgotten how sure it was: its sources still say. */
function howOf({ from, label }: TaughtField): Found {
  const [first] = from;
  if (first === undefined) return label ? 'label' : 'place';
  const last = first.split(' >>> ').at(-1) ?? '';
  if (/#[\w-]+/.test(last)) return 'id';
  if (/\[data-/.test(last)) return 'data';
  if (last === 'h1' || /\[/.test(last)) return 'name';
  return /^\.|\s\./.test(last) ? 'class' : 'place';
}

function rowOf(
  field: TaughtFieldName,
  reading: FieldReading<unknown> | undefined,
  how: Found | null,
  before: string | null,
): TaughtRow {
  return {
    field,
    how,
    value: textIn(reading),
    reason: reading && !reading.ok ? reading.reason : null,
    raw: reading?.raw?.slice(0, 60) ?? null,
    before,
  };
}

/** What the panel shows, read from the page as it stands. */
export function stateOf(now: Now): TeachState {
  const { lesson, hows, armed, awaitsSecond, error, reached, readers, document, url, options, before } = now;
  const { corrects, first } = lesson;
  const page = pageNow(lesson, document, url, readers);
  const base = {
    host: url.host,
    page,
    corrects: readers.find(({ id }) => id === corrects)?.name ?? null,
    armed,
    awaitsSecond,
    error,
    reached,
  };
  const mayKeep = mapAfter(before, lesson, url) !== null;
  if (page === 'list') {
    const { deals, columns } = rowsNow(now);
    const stages = lesson.list?.stages;
    const taught = TAUGHT_FIELDS.filter(
      (field) => columns[field] || (field === 'stage' && stages) || (corrects !== null && field === 'name'),
    );
    const lacks =
      corrects === null
        ? 'Point at the names of two deals; each further column is one click.'
        : 'Choose the column that is read wrongly, and point at one of its cells.';
    return {
      ...base,
      rows: TAUGHT_FIELDS.map((field) => {
        const column = columns[field] ?? (field === 'stage' ? stages : undefined);
        return rowOf(field, deals[0]?.fields[field], column ? columnHow(column) : null, null);
      }),
      confirmed: false,
      sample: {
        read: deals.length,
        ids: deals.every(({ recordId }) => recordId !== null),
        columns: taught,
        rows: deals.slice(0, SAMPLE).map(({ fields }) => taught.map((field) => textIn(fields[field]) ?? '–')),
      },
      lacks: mayKeep && deals.length > (corrects === null ? 1 : 0) ? null : lacks,
    };
  }
  const deal = readNow(lesson, document, url, options, readers);
  const isSecond = corrects === null && confirmedBy(lesson, url) !== null && deal?.fields.name?.ok === true;
  return {
    ...base,
    rows: TAUGHT_FIELDS.map((field) => {
      const taught = lesson.fields[field];
      return rowOf(
        field,
        deal?.fields[field],
        taught ? (hows[field] ?? howOf(taught)) : null,
        first?.said[field] ?? null,
      );
    }),
    confirmed: isSecond,
    sample: null,
    lacks: lacksOf(lesson, url, mayKeep, isSecond),
  };
}

/** The rows of this page by what was taught or corrected so far. */
function rowsNow({ lesson, document, url, options, readers }: Now): { deals: DealReading[]; columns: TaughtColumns } {
  const { corrects, list, fields, rows } = lesson;
  if (corrects === null) {
    return { deals: list ? tryList(list, document, url, options) : [], columns: list?.columns ?? {} };
  }
  const reading = tryCorrection(readers, corrects, { fields, ...rows }, document, url, options);
  const page = reading?.page;
  return { deals: reading?.deals ?? [], columns: (page && page !== 'record' && rows?.[page]?.columns) || {} };
}

function columnHow({ head, within }: { head?: string | undefined; within: string[] }): Found {
  return head !== undefined ? 'label' : howOf({ from: within });
}

function lacksOf(lesson: Lesson, url: URL, mayKeep: boolean, isSecond: boolean): string | null {
  const { fields, corrects, first } = lesson;
  if (corrects !== null) return mayKeep ? null : 'Choose the field that is read wrongly, and point at where it stands.';
  if (!fields.name || Object.keys(fields).length < 2) return 'Point at the name and at least one more field.';
  if (first && new URL(first.url).href === url.href)
    return 'Now open another deal: it shows whether all of this holds there too.';
  if (confirmedBy(lesson, url) === null)
    return 'The address of this page tells the two deals apart by nothing. Open another deal of the same kind.';
  return isSecond && mayKeep ? null : 'No deal is read here. Open another deal of the same kind.';
}
