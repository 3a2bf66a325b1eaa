import type { ColumnUse, FileKind } from '../lib/import/uses.ts';

export const KIND_WORDS: Record<FileKind, string> = {
  deals: 'Deals, as they stand',
  history: 'History: what changed, and when',
  activities: 'Activities',
  roster: 'People and teams',
  quotas: 'Quotas',
};

/** What a column is read as, for the one who chooses. */
export const USE_WORDS: Record<ColumnUse, string> = {
  name: 'Deal name',
  amount: 'Amount',
  stage: 'Stage',
  pipeline: 'Pipeline',
  closeDate: 'Close date',
  owner: 'Owner',
  account: 'Account',
  probability: 'Probability',
  forecastCategory: 'Forecast category',
  nextStep: 'Next step',
  nextStepDue: 'Next step due',
  createdOn: 'Created on',
  lastActivity: 'Last activity',
  outcome: 'Open, won or lost',
  recordId: 'Record id',
  link: 'Link to the deal',
  currency: 'Currency',
  isClosed: 'Closed: yes or no',
  isWon: 'Won: yes or no',
  field: 'Which field changed',
  old: 'Value before',
  new: 'Value after',
  when: 'When',
  text: 'Subject or text',
  what: 'Kind of activity',
  status: 'Done or not',
  direction: 'Incoming or outgoing',
  who: 'Who',
  due: 'Due on',
  person: 'Name',
  alias: 'Also known as',
  team: 'Team',
  target: 'Goal',
  period: 'Period',
  periodFrom: 'Period begins',
  periodTo: 'Period ends',
};

export const DELIMITER_WORDS: Record<string, string> = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Vertical bar',
};

export const count = (figure: number) => figure.toLocaleString();

export const counted = (figure: number, one: string, many: string) => `${count(figure)} ${figure === 1 ? one : many}`;
