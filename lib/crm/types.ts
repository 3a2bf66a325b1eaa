import type { FieldName } from '../deal/fields.ts';
import type { CrmId, FieldReadings, PageKind } from '../deal/reading.ts';

/**
 * Where a field may be found, most stable first; the first that parses wins and is kept as evidence.
 *
 * `css` addresses an element; ` >>> ` walks into open shadow roots and same-origin frames. `@name` at the end reads an
 * attribute; without it an input's `value` property, else the visible text. `label:` finds the value beside a visible
 * label from the reader's label table.
 */
export type Source = string;

export type FieldKind = 'text' | 'money' | 'date' | 'percent' | 'stage' | 'outcome';

export type FieldRule = {
  kind: FieldKind;
  from: readonly Source[];
  /** Texts that mean "nothing here" beside the general ones (dashes): "--". */
  empty?: readonly string[];
};

export type FieldMap = { readonly [F in FieldName]?: FieldRule };

/** What a reader says of a page before any field is read. */
export type PageMatch = {
  page: PageKind;
  tenant: string;
  /** Canonical record id from the address; null on lists and boards. */
  recordId: string | null;
};

/** A list or board: where the rows are, and each row's id and fields. */
export type RowMap = {
  /** One element per deal. */
  row: string;
  /** From the row to its record id: an attribute or a link, and the pattern that holds the id in group 1. */
  id: readonly { from: Source; pattern?: RegExp }[];
  link?: Source;
  fields: FieldMap;
  /** The page's own count of rows. */
  total?: readonly Source[];
};

export type ReadContext = { document: Document; url: URL; match: PageMatch; locale: string | null };

/**
 * One CRM. `match` is cheap and looks at the address alone; `detect` says which kind of page stands in the document,
 * or null; fields are read by the engine from data. A reader's own function is the exception and says why.
 */
export type CrmReader = {
  id: CrmId;
  name: string;
  /** Hosts of the vendor's cloud, for recognition before access is granted; empty for self-hosted CRMs. */
  hosts: readonly RegExp[];
};

export type RawReading = { recordId: string | null; url: string | null; fields: FieldReadings };
