import { foldLabel } from '../../lib/deal/same-value.ts';

/** `words`: what else somebody may look for it by. `keys`: what an organisation may set of it. */
export type SettingInfo = { title: string; words: string; keys?: readonly string[] };
export type SectionInfo = { id: string; title: string; settings: Record<string, SettingInfo> };

/** Every setting of the page, section by section, in the order in which they stand there. */
export const SECTIONS = [
  {
    id: 'sites',
    title: 'Sites',
    settings: {
      sites: {
        title: 'Sites that may be read',
        words: 'access permission on off date order currency dollar take back crm address',
      },
      'add-site': { title: 'Another site', words: 'add allow crm welcome first steps' },
    },
  },
  {
    id: 'reading',
    title: 'Reading',
    settings: {
      marks: { title: 'Marks in lists and boards', words: 'names pill kanban show' },
      hide: { title: 'Hide everything', words: 'key shortcut alt shift h screen share' },
      taught: { title: 'Sites that you taught', words: 'map teach pointing file json correct' },
    },
  },
  {
    id: 'roster',
    title: 'Roster and goals',
    settings: {
      role: { title: 'Your work', words: 'role manager rep lead sell', keys: ['role'] },
      offered: { title: 'Names on pages', words: 'owner people team mine me seen new' },
      people: { title: 'People', words: 'roster team mine left alias login name join split two this is me owner add' },
      goal: { title: 'One goal for the quarter', words: 'quota target number behind' },
      goals: { title: 'Goals by person, team and period', words: 'quota target month year paste spreadsheet import' },
    },
  },
  {
    id: 'calendar',
    title: 'Calendar and currencies',
    settings: {
      fiscal: { title: 'Fiscal year', words: 'quarter first month begins', keys: ['fiscalYearStart'] },
      week: { title: 'Week', words: 'first day workdays monday sunday weekend', keys: ['weekStart', 'workdays'] },
      holidays: { title: 'Holidays', words: 'days off vacation leave ics calendar file paste', keys: ['holidays'] },
      home: { title: 'Home currency', words: 'sum euro dollar', keys: ['homeCurrency'] },
      rates: { title: 'Rates', words: 'exchange currency convert dated paste', keys: ['rates'] },
    },
  },
  {
    id: 'limits',
    title: 'Limits',
    settings: {
      limits: { title: 'Limits of signals', words: 'threshold days figure proof stage end' },
      checklists: { title: 'Checklists', words: 'meddpicc bant spiced qualification' },
      check: { title: 'Learning and self-check', words: 'weights score right learnt model' },
    },
  },
  {
    id: 'prompts',
    title: 'Prompts',
    settings: {
      prompts: { title: 'Questions', words: 'prompt language german french english own words' },
      agenda: { title: '1:1 agenda', words: 'talk meeting person one to one' },
    },
  },
  {
    id: 'reminders',
    title: 'Reminders and the icon',
    settings: {
      badge: { title: 'The figure at the icon', words: 'badge number count steps marked look again', keys: ['badge'] },
      reminders: {
        title: 'Reminders',
        words: 'digest morning alarm notification quiet hours time',
        keys: ['noReminders'],
      },
    },
  },
  {
    id: 'data',
    title: 'Data',
    settings: {
      data: { title: 'Your data', words: 'backup restore erase delete space folder passphrase' },
      import: { title: 'From a file', words: 'import csv excel xlsx export people quotas' },
    },
  },
  {
    id: 'privacy',
    title: 'Privacy',
    settings: {
      reads: { title: 'What is read, and what never happens', words: 'network send server click record' },
      rights: { title: 'Rights of the extension', words: 'permission notifications storage alarms scripting' },
      purpose: { title: 'What this is for', words: 'purpose misuse person rank pay erased works council' },
    },
  },
  {
    id: 'about',
    title: 'About',
    settings: {
      version: { title: 'Version', words: 'licence license mit update' },
      keys: { title: 'Keys', words: 'shortcut keyboard alt shift side panel review' },
      organisation: { title: 'Your organisation', words: 'managed policy locked administrator' },
    },
  },
] as const satisfies readonly SectionInfo[];

/** What is found by all words of a query, in a setting's title, its words or its section's title; all for an empty one. */
export function findSettings(query: string): ReadonlySet<string> {
  const wanted = foldLabel(query).split(' ').filter(Boolean);
  const found = SECTIONS.flatMap((section) =>
    Object.entries<SettingInfo>(section.settings).flatMap(([id, { title, words }]) => {
      const text = foldLabel(`${section.title} ${title} ${words}`);
      return wanted.every((word) => text.includes(word)) ? id : [];
    }),
  );
  return new Set(found);
}
