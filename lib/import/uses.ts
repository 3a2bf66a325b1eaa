import { FIELD_NAMES, type FieldName } from '../deal/fields.ts';

/** What a file tells of. */
export const FILE_KINDS = ['deals', 'history', 'activities', 'roster', 'quotas'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** What a column is read as. Beside a deal's fields: what tells the deal, and what the other kinds of files hold. */
export const COLUMN_USES = [
  ...FIELD_NAMES,
  'recordId',
  'link',
  'currency',
  'isClosed',
  'isWon',
  'field',
  'old',
  'new',
  'when',
  'text',
  'what',
  'status',
  'direction',
  'who',
  'due',
  'person',
  'alias',
  'team',
  'target',
  'period',
  'periodFrom',
  'periodTo',
] as const;
export type ColumnUse = (typeof COLUMN_USES)[number];

/** What the user may read a column of such a file as, in the order of the screen. */
export const USES_OF: Record<FileKind, readonly ColumnUse[]> = {
  deals: [...FIELD_NAMES, 'recordId', 'link', 'currency', 'isClosed', 'isWon'],
  history: ['recordId', 'name', 'account', 'owner', 'field', 'old', 'new', 'when', 'currency'],
  activities: ['recordId', 'name', 'account', 'owner', 'when', 'text', 'what', 'status', 'direction', 'who', 'due'],
  roster: ['person', 'alias', 'team'],
  quotas: ['person', 'team', 'target', 'currency', 'period', 'periodFrom', 'periodTo'],
};

/** More than one column may say these; each of the others has one. */
export const REPEATED: ReadonlySet<ColumnUse> = new Set<ColumnUse>(['alias']);

/** What a file of this kind cannot do without: one of each group. */
export const NEEDED: Record<FileKind, readonly (readonly ColumnUse[])[]> = {
  deals: [['name', 'recordId']],
  history: [['name', 'recordId'], ['new'], ['when']],
  activities: [
    ['name', 'recordId'],
    ['when', 'due'],
    ['text', 'what'],
  ],
  roster: [['person']],
  quotas: [['target'], ['person', 'team']],
};

export function isFieldName(use: string): use is FieldName {
  return (FIELD_NAMES as readonly string[]).includes(use);
}
