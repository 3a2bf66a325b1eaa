import { vi } from 'vitest';
import type { ViewToPin } from '../../components/pin-view.tsx';
import type { SweepActions } from '../../components/sweep-view.tsx';
import { emptySweep, type WeeklySweep } from '../../lib/deal/sweep.ts';
import { weekOf } from '../../lib/deal/week.ts';
import type { DealHistory } from '../../lib/history/types.ts';
import type { ViewLook } from '../../lib/history/view-visits.ts';
import { DEFAULT_SETTINGS, type PinnedView } from '../../lib/settings/settings.ts';
import { type SweepScreen, sweepScreen } from '../../lib/team/sweep/sweep-screen.ts';
import { teamAt } from '../../lib/team/team-deals.ts';
import { at, historyOf, type Look, moment, stage, usd } from '../coaching/make-history.ts';

const PLACE = { crm: 'pipedrive', tenant: 'acme', page: 'list' } as const;

export const OPEN: PinnedView = {
  ...{ ...PLACE, url: 'https://acme.example/open', name: 'Open pipeline', kind: 'open', person: null },
};
export const CLOSED: PinnedView = {
  ...OPEN,
  url: 'https://acme.example/won',
  name: 'Won this quarter',
  kind: 'closed',
};
export const OFFERED: ViewToPin[] = [
  { ...PLACE, url: 'https://acme.example/kim', text: 'acme.example/kim (24 Nov, 12 rows)' },
  { ...PLACE, url: 'https://acme.example/ida', text: 'acme.example/ida (23 Nov, 9 rows)' },
];

/** A deal seen on a list on these days of November 2026. */
export const dealOn = (id: string, days: number[], more: Partial<Look> = {}): DealHistory =>
  historyOf(
    days.map((day) => ({
      ...{ name: id, owner: 'Ida', stage: stage('Legal'), amount: usd(1_000), page: 'list' as const, ...more },
      on: `2026-11-${String(day).padStart(2, '0')}`,
    })),
    { id },
  );

export const lookOn = (day: number, deals: string[], total: number | null = deals.length): ViewLook => ({
  ...{ at: at(`2026-11-${String(day).padStart(2, '0')}`), deals, rows: { loaded: deals.length, total } },
});

type Said = { views?: PinnedView[]; said?: Partial<WeeklySweep>; before?: WeeklySweep[]; weeks?: number };

/** The tab on Friday, 27 November 2026, a week that began on the 23rd. */
export function sweepOf(
  histories: readonly DealHistory[],
  looks: Record<string, ViewLook[]>,
  { views = [OPEN], said, before = [], weeks = 0 }: Said = {},
): SweepScreen {
  const input = {
    ...{ team: teamAt(histories, moment('2026-11-27'), DEFAULT_SETTINGS), views, before },
    looks: new Map(Object.entries(looks)),
    said: { ...emptySweep(weekOf('2026-11-27', 1)), ...said },
  };
  return sweepScreen(input, 'en-GB', weeks);
}

export const sweepActions = () =>
  ({
    ...{ setViews: vi.fn(), sayWhole: vi.fn(), answer: vi.fn(), undo: vi.fn(), setClosed: vi.fn() },
  }) satisfies SweepActions;
