import type { ComponentType } from 'preact';
import type { Ask } from '../ask-worker.ts';

/** What every tab is given. It asks again when `turn` goes up: what is on record has changed. */
export type TabProps = {
  ask: Ask;
  turn: number;
  /** What the address says behind the tab's name, decoded; "" for nothing. */
  place: string;
  /** Shows another tab, or another place in this one; the browser's back button comes back, but from what `replaces`. */
  go(tab: TabId, place?: string, replaces?: boolean): void;
};

export type TabModule = { Tab: ComponentType<TabProps> };

/** In the order in which they stand; each is loaded when it is opened first. */
export const TABS = [
  { id: 'today', title: 'Today', load: () => import('./today.tsx') },
  { id: 'sweep', title: 'Sweep', load: () => import('./sweep.tsx') },
  { id: 'changed', title: 'Changed', load: () => import('./changed.tsx') },
  { id: 'pipeline', title: 'Pipeline', load: () => import('./pipeline.tsx') },
  { id: 'forecast', title: 'Forecast', load: () => import('./forecast.tsx') },
  { id: 'gap', title: 'Gap', load: () => import('./gap.tsx') },
  { id: 'people', title: 'People', load: () => import('./people.tsx') },
] as const satisfies readonly {
  id: string;
  title: string;
  load: () => Promise<TabModule>;
}[];

export type TabId = (typeof TABS)[number]['id'];
