import type { DataState } from '../../components/data-state.ts';

/** What the page of all data shows, with invented deals. */
const DAY = 86_400_000;
export const AT = Date.UTC(2026, 9, 1, 8);

const deal = (at: number): DataState['deals'][number] => ({
  id: `deal-${at}`,
  name: at === 0 ? '' : `Order ${at}`,
  account: at % 2 === 0 ? '' : 'Larkfield',
  lastSeenAt: AT - at * DAY,
});

const empty: DataState = {
  space: [],
  disk: null,
  reminder: null,
  lastBackupAt: null,
  folder: null,
  canPickFolder: true,
  deals: [],
  owners: [],
  sites: [],
  twins: [],
  merged: [],
};

const filled: DataState = {
  ...empty,
  space: [
    { kind: 'deals', rows: 1_204, bytes: 850_000 },
    { kind: 'changes', rows: 25_310, bytes: 7_300_000 },
  ],
  disk: { usage: 9_100_000, quota: 12_000_000_000, persisted: false },
  reminder: '1,100 looks are in no backup yet.',
  lastBackupAt: AT,
  deals: Array.from({ length: 12 }, (_, at) => deal(at)),
  owners: ['Ana Velho', 'Ben Orr'],
  sites: [
    { crm: 'hubspot', tenant: '4815162', deals: 9 },
    { crm: 'other', tenant: '', deals: 1 },
  ],
  twins: [
    { deal: 'deal-1', into: 'deal-2', name: 'Amber pier', why: 'same-record' },
    { deal: 'deal-3', into: 'deal-4', name: 'Birch hall', why: 'file' },
  ],
  merged: [{ deal: 'deal-5', name: 'Cedar yard', at: AT }],
};

const folder = { name: 'Sideline copies', access: 'granted', copiedAt: AT, locked: true, problem: null } as const;

export const datas = {
  empty,
  filled,
  kept: { ...filled, disk: { usage: 9_100_000, quota: 12_000_000_000, persisted: true } },
  'no-folders': { ...filled, canPickFolder: false },
  folder: { ...filled, folder },
  'folder-asks': { ...filled, folder: { ...folder, access: 'ask', copiedAt: null, locked: false } },
  'folder-gone': { ...filled, folder: { ...folder, problem: 'Today’s copy could not be written.' } },
} satisfies Record<string, DataState>;
