import type { FieldKind } from '../crm/types.ts';
import type { FieldName } from '../deal/fields.ts';
import { type CrmId, LIMITS } from '../deal/reading.ts';

/** What a user can point at, in the order in which it is asked for. Won and lost follow from the stage. */
export const TAUGHT_KINDS = {
  name: 'text',
  amount: 'money',
  stage: 'stage',
  closeDate: 'date',
  owner: 'text',
  nextStep: 'text',
  account: 'text',
  nextStepDue: 'date',
  lastActivity: 'date',
  createdOn: 'date',
  probability: 'percent',
  forecastCategory: 'text',
  pipeline: 'text',
} as const satisfies { [F in FieldName]?: FieldKind };

export type TaughtFieldName = keyof typeof TAUGHT_KINDS;
export const TAUGHT_FIELDS = Object.keys(TAUGHT_KINDS) as TaughtFieldName[];

/** Longest text kept of a field. */
export const longestOf = (field: TaughtFieldName) => (field === 'nextStep' ? LIMITS.text : LIMITS.name);

/**
 * A value by the label beside it: from the `tag` element that says `text`, `up` so many parents, `over` so many siblings,
 * and `down` to the value (steps such as `span:nth-of-type(2)`, outermost first, joined by ` > `).
 */
export type TaughtLabel = { text: string; tag: string; up: number; over: number; down: string };

/** One field of a record, as it was pointed at. */
export type TaughtField = {
  /** Where it stands, most stable first, in the language of `lib/crm/types.ts`. */
  from: string[];
  /** Looked for where `from` finds nothing. */
  label?: TaughtLabel | undefined;
  /** It stands in an input, which shows the saved value and is a draft only while focused. */
  input?: true | undefined;
  /** "Value: 40,000 EUR": only what follows the colon counts. */
  afterColon?: true | undefined;
};

export type TaughtFields = { [F in TaughtFieldName]?: TaughtField };

/** One column of a list: by its head's text, or by where it stands in the row; `within` the cell or row. */
export type TaughtColumn = { head?: string | undefined; within: string[]; input?: true | undefined };
export type TaughtColumns = { [F in TaughtFieldName]?: TaughtColumn };

/**
 * A board's columns, each of which holds its rows, and where each says its stage: `within` the column. `counted`: the
 * number of cards ends what stands there.
 */
export type TaughtStages = { of: string; within: string[]; counted?: true | undefined };

export type TaughtList = {
  /** An address pattern without an id, see `address-pattern.ts`. */
  address: string;
  row: string;
  /** The row's parts that stand under heads, and the heads; null: columns are found by `within` alone. */
  cells: { cell: string; table: string; head: string } | null;
  /** The row's record id: in a link within it, by the address pattern of records, or in an attribute of the row. */
  id: { from: string; link: string } | { attribute: string } | null;
  columns: TaughtColumns;
  /** Left out: the rows stand in no columns, or their stage in themselves. */
  stages?: TaughtStages | undefined;
};

/** Columns of a known reader's lists, or parts of its boards' cards, as they were pointed at. */
export type TaughtRows = Pick<TaughtList, 'cells' | 'columns'>;

/** All that was taught of one site. Data: it can be edited, exported, shared and read in elsewhere. */
export type TaughtMap = {
  version: 1;
  /** Such as `https://crm.acme.example`. */
  origin: string;
  /** An address pattern with the record's id, and its fields. */
  record: { address: string; fields: TaughtFields } | null;
  list: TaughtList | null;
  /** Fields of a known reader's records that stand elsewhere on this site. */
  corrections: { [crm: CrmId]: TaughtFields };
  /** The same of its lists and boards. */
  rows?: { [crm: CrmId]: { list?: TaughtRows | undefined; board?: TaughtRows | undefined } } | undefined;
};

/** The id of the reader that a map becomes. */
export const TAUGHT: CrmId = 'taught';

/** What shows its value as a property, and may hold a draft of it. */
export const EDITORS = 'input,textarea,select';

export function emptyMap(origin: string): TaughtMap {
  return { version: 1, origin, record: null, list: null, corrections: {} };
}

export function isTaughtField(field: string): field is TaughtFieldName {
  return field in TAUGHT_KINDS;
}
