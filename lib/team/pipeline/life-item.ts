import type { EvidenceLine } from '../../coaching/card.ts';
import type { Speaker } from '../../coaching/words/dates.ts';
import type { Words } from '../../coaching/words/english.ts';
import type { Day } from '../../deal/day.ts';
import type { DealHistory, Moment } from '../../history/types.ts';

/** `change`: of a field. `page`: what the CRM's page tells. `said`: promises and waits. `asked`: questions. `talk`: 1:1s. */
export const LIFE_KINDS = ['change', 'page', 'said', 'asked', 'talk'] as const;
export type LifeKind = (typeof LIFE_KINDS)[number];

/** One thing in a deal's life. `order` tells apart what is of one day, the later one larger. */
export type LifePart = {
  kind: LifeKind;
  day: Day;
  order: number;
  text: string;
  /** When, where it is known less closely than by its day; and what else there is to say. */
  note: string | null;
  evidence: EvidenceLine | null;
};

export type LifeItem = Omit<LifePart, 'order'> & { dayText: string };

export type LifeSource = { history: DealHistory; moment: Moment; words: Words; say: Speaker };

/** Newest first. */
export function lifeOrder(parts: readonly LifePart[], say: Speaker): LifeItem[] {
  return parts
    .toSorted((a, b) => (a.day === b.day ? b.order - a.order : a.day < b.day ? 1 : -1))
    .map(({ order: _, ...part }) => ({ ...part, dayText: say.fullDay(part.day) }));
}
