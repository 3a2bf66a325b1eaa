import type { Figure, Figures } from './types.ts';

const SLOT = /\{(\w+)\}/g;

/** The figures a text asks for. */
export function figuresIn(text: string): string[] {
  return [...text.matchAll(SLOT)].map((match) => match[1] ?? '');
}

/** The text with its figures, or null where one is not known. Figures go in as they are: nothing in them is a slot. */
export function fill(text: string, figures: Figures): string | null {
  if (figuresIn(text).some((name) => !figures[name as Figure])) return null;
  return text.replace(SLOT, (_, name: Figure) => figures[name] ?? '');
}
