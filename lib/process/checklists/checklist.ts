import { foldLabel } from '../../deal/same-value.ts';
import { OWN, QUESTIONS } from '../qualification.ts';
import { KNOWN_CHECKLISTS } from './known-checklists.ts';

/** One thing to find out. `key`: under which the answer is kept, so that lists share what they ask alike. */
export type ChecklistItem = { key: string; asks: string; proof: string };

export type Checklist = { id: string; name: string; items: readonly ChecklistItem[] };

/** Which list is asked where; with none chosen nothing is asked. */
export type ChecklistChoice = {
  own: Checklist[];
  /** Id of the list of all pipelines but those named below. */
  everywhere: string | null;
  /** By the pipeline's name as the CRM shows it; null: none there. */
  pipelines: Record<string, string | null>;
};

export const NO_CHOICE: ChecklistChoice = { own: [], everywhere: null, pipelines: {} };

export const CHECKLIST_LIMITS = { own: 5, items: 20, name: 60, text: 160, pipelines: 60, pipeline: 300 } as const;

/** The key of a question in the user's own words: one that a signal knows, or the words themselves. */
export function ownKey(asks: string, counts: string | null): string {
  return counts ?? OWN + foldLabel(asks);
}

/** The signals' own questions, for a list of the user's to count towards. */
export const SHARED_KEYS: readonly string[] = Object.values(QUESTIONS);

export function allChecklists({ own }: Pick<ChecklistChoice, 'own'>): readonly Checklist[] {
  return [...KNOWN_CHECKLISTS, ...own];
}

/** The list that is asked on a deal; null where none was chosen for its pipeline, or the one chosen is gone. */
export function checklistFor(choice: ChecklistChoice, pipeline: string | null): Checklist | null {
  const named = Object.entries(choice.pipelines).find(
    ([name]) => pipeline !== null && foldLabel(name) === foldLabel(pipeline),
  );
  const id = named ? named[1] : choice.everywhere;
  return allChecklists(choice).find((list) => list.id === id) ?? null;
}
