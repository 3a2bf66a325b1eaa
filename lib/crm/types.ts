import type { DateOrder, Day, Instant } from '../deal/day.ts';
import type { Attempt } from '../deal/diagnosis.ts';
import type { FieldName } from '../deal/fields.ts';
import type { CrmId, PageKind, Reading } from '../deal/reading.ts';
import type { PastMap } from './past-map.ts';

/**
 * Where something stands in a page: `[machine:]css( >>> css)*[@attribute]`.
 *
 * - `css` addresses an element inside the scope at hand (the page, a row, a cell); nothing there means the scope
 *   itself, `> td` its own children.
 * - ` >>> ` goes on inside: light children, open shadow roots and same-origin frames of what was found.
 * - `@name` reads an attribute; without it an editable element's `value` property, else the text a user sees.
 * - `machine:` marks a canonical figure kept for programs (`1234567.89`, `2026-09-30`): it is parsed without a locale,
 *   may be hidden beside what the user sees, and is passed over for texts.
 */
export type Source = string;

/** A source, with the part of its text that counts (group 1), or with what its mere presence means. */
export type Take =
  | Source
  | {
      from: Source;
      pattern?: RegExp;
      /** The pattern is about the text's lines; else it sees one line. */
      lines?: true;
      is?: string;
      /** Nothing is taken while this is shown. */
      unless?: Source;
    };

export type FieldKind = 'text' | 'money' | 'date' | 'percent' | 'stage' | 'outcome';

/**
 * One field's alternatives. Order of trust: cells by machine name, then `from` in its order, then cells by label; the
 * first that parses wins. All alternatives are the same field of the same deal, so a later one with a value wins over
 * an earlier one that is empty; if none has a value, `unreadable` and `ambiguous` say more than `empty`.
 */
export type FieldRule = {
  kind: FieldKind;
  /** Machine names of the cell that holds this field (`CellSet.name`). */
  names?: readonly string[];
  from?: readonly Take[];
  /** Inside a cell, in place of the cell set's own `value`: an account's link beside its buttons. */
  inCell?: readonly Take[];
  /** Texts that mean "nothing here" beside the general ones (dashes). */
  empty?: readonly string[];
  /** Money whose currency stands elsewhere. */
  currency?: readonly Take[];
  /** An input that shows this field's saved value in a CRM whose inputs are drafts; a draft only while focused. */
  inputIsValue?: true;
  /** Longest text kept; left out: a name's length. */
  longest?: number;
  /** For `outcome`: where no mark says it, the words of the stage do ("Closed won"); `closed`: but not that it is open. */
  byStage?: true | 'closed';
};

export type FieldMap = { readonly [F in FieldName]?: FieldRule };

/** Elements that each hold one field and say which: by a machine name, or by a visible label (`labels.ts`). */
export type CellSet = {
  /** One element per field, inside the page or the row (`> td` for a row's own cells). */
  cell: string;
  /** The cell is the parent of what `cell` finds (`:has()` would be asked of every element of the page). */
  parent?: true;
  name?: Take;
  label?: Take;
  /** Tables that name their columns in the head alone: cells of the same `table`, matched by position. */
  heads?: { table: string; cell: string; name?: Take; label?: Take };
  /** Inside the cell, most stable first. */
  value: readonly Take[];
};

/** The stages of one pipeline in order, as a path or status bar shows them. */
export type StageMap = {
  item: string;
  label: readonly Take[];
  id?: readonly Take[];
  /** What the current stage's item matches, or holds. */
  current: string;
  /** Pages that write the last stage first. */
  reversed?: true;
};

/** What turns a form that is like any other into a draft, and what ends that. */
export type Unsaved = {
  /** What is typed in here is a draft until something that matches `ends` (save, undo) was pressed and went well. */
  typed: string;
  /** Pressing this changes a value without typing. */
  picks: string;
  ends: string;
  /** Shown while the CRM's server has not answered. */
  busy: string;
  /** Shown where it refused, or asks before it saves: the form is a draft as before. */
  refused: string;
};

export type RecordMap = {
  /** What holds the record, in order of preference; the first shown copy is read. Left out: the whole document. */
  scope?: readonly string[];
  cells?: readonly CellSet[];
  fields: FieldMap;
  stages?: StageMap;
  /** The record id as the page itself says it; the URL of a single-page CRM may already name another record. */
  recordId?: readonly Take[];
  /** Shown inside the scope, or said there, only while the record is being edited. */
  editing?: Take;
  /** For pages that show no sign of an unsaved form. */
  unsaved?: Unsaved;
};

/** A list or board. Fields are read inside the row; those that it does not show are absent. */
export type RowMap = {
  scope?: readonly string[];
  /** One element per deal. */
  row: string;
  /** The row's record id. Rows without one are left out, unless the page has none anywhere: then leave this out. */
  id?: readonly Take[];
  link?: Source;
  cells?: readonly CellSet[];
  fields: FieldMap;
  /**
   * Board columns: each is a stage and holds its rows. A list that says what its amounts come to is one column without a
   * label, and `count` is of how many rows that is.
   */
  column?: {
    of: string;
    label: readonly Take[];
    id?: readonly Take[];
    count?: readonly Take[];
    /** What the page says that the column's amounts come to: the plain sum, not one weighted by probability. */
    sum?: FieldRule;
  };
  /** The page's own count of rows, where it has one. */
  total?: readonly Take[];
};

/** What the address says of a page, before anything is read. */
export type PageMatch = {
  page: PageKind;
  tenant: string;
  /** Canonical record id from the address; null on lists and boards. */
  recordId: string | null;
  /** The address to come back to; left out: origin and path. */
  address?: string;
};

/** What names a CRM without reading it: small enough for every script of the extension. */
export type CrmSite = {
  id: CrmId;
  name: string;
  /** Hosts of the vendor's cloud, for recognition before access is granted; empty for self-hosted CRMs. */
  hosts: readonly RegExp[];
  /** Companies run it on hosts of their own: any address may be one, its pages tell. */
  selfHosted?: true;
  /** No map of a past is known for its pages: none is looked for. */
  noPast?: true;
};

/** Whether a user sees something in the page that matches: beneath `shadowHosts` as well, and not `hidden`. */
export type Shows = (selector: string) => boolean;

/**
 * One CRM. `match` is cheap, pure and looks at the address alone; `detect` says which page stands in the document, or
 * null while none does; the fields are read by the engine from the maps.
 */
export type CrmReader = CrmSite & {
  match(url: URL): PageMatch | null;
  detect(document: Document, match: PageMatch, shows: Shows): PageMatch | null;
  record?: RecordMap;
  /** Alternatives of the same page; the first whose rows are there is read. */
  list?: readonly RowMap[];
  board?: readonly RowMap[];
  /** What a record's page shows of the past, read by a script of its own. */
  past?: PastMap;
  /** Copies of pages that are kept but not shown stand inside such an element; asked of scopes and board columns. */
  hidden?: string;
  /** Custom elements and frames of the flat document beneath which open shadow roots are walked. */
  shadowHosts?: string;
  /** `drafts`: an input appears only while a field is edited. `values`: fields always stand in inputs. */
  inputs: 'drafts' | 'values';
  /** The field that a visible label names (`labels.ts`), for maps whose cells say by a label alone what they hold. */
  fieldOfLabel?(label: string): FieldName | null;
  empty?: readonly string[];
  /** A 15-character id and its 18-character form are one. */
  canonicalId?(id: string): string | null;
  /** BCP 47 locale of numbers and dates, where the page says more than `<html lang>`. */
  locale?(document: Document): string | null;
};

export type ReadOptions = {
  at: Instant;
  timeZone: string;
  /** The calendar day of `at`, for dates without a year and for "tomorrow". */
  today: Day;
  /** As the user or the history says; null: the page's locale decides. */
  dateOrder: DateOrder | null;
  /** For amounts that show no currency or a shared symbol; null where the user named none. */
  currency: string | null;
  /** Told of each alternative that was looked at. */
  trace?(rule: FieldRule, attempt: Attempt): void;
};

export type PageReading = Omit<Reading, 'id'> & {
  /** The record id as the document itself says it; null where it carries none. Compare with `deals[0].recordId`. */
  pageRecordId: string | null;
  /** A known field is being edited: what stands there is a draft, nothing may be stored. */
  editing: boolean;
  /** Equal for two readings of the same record that say the same. */
  fingerprint: string;
};
