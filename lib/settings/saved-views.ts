import * as v from 'valibot';
import { listOf, said, text } from '../deal/schema-parts.ts';

/** A view of the dashboard under a name. `place`: what the address says behind the tab's name. */
export type SavedView = { name: string; place: string };

export const SAVED_VIEWS = { most: 30, name: 60, place: 1_000 } as const;

const savedView = v.object({ name: said(SAVED_VIEWS.name), place: text(SAVED_VIEWS.place) });

export const savedViews = listOf(savedView, SAVED_VIEWS.most) satisfies v.GenericSchema<unknown, SavedView[]>;

/** What is not understood is left out. */
export function checkViews(stored: unknown): SavedView[] {
  if (!Array.isArray(stored)) return [];
  return stored.filter((one) => v.is(savedView, one)).slice(0, SAVED_VIEWS.most);
}

/** With a view under a name: one of that name gives way. */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] {
  return [...withoutView(views, view.name), view].toSorted((a, b) => a.name.localeCompare(b.name));
}

export const withoutView = (views: readonly SavedView[], name: string): SavedView[] =>
  views.filter((one) => one.name !== name);
