import { wordsFor } from '../coaching/words/words-for.ts';
import type { SnapshotDraft } from '../deal/frozen-snapshot.ts';
import type { SnapshotContent } from './content.ts';
import { DEVIATIONS, type Move } from './team-part.ts';

/** What a draft still lacks before it is frozen. It can be frozen without: the sheet then says what is not known. */
export type DraftNeeds = {
  /** Open deals that were not seen since the week began, the longest first. */
  refresh: string[];
  /** Deals that went off their way, without a word on why; what weighs most first. */
  reasons: Move[];
  /** Nobody typed what the quarter will bring since the snapshot before. */
  call: boolean;
  /** Of the last sheet's actions, by deal: not said whether they were done. */
  actions: { deal: string; action: string }[];
};

const OFF_COURSE: ReadonlySet<string> = new Set(DEVIATIONS);

/** `content`: as it would be frozen now, with the draft in it. */
export function draftNeeds({ team, notes }: SnapshotContent, draft: SnapshotDraft | null): DraftNeeds {
  const told = new Set(notes.flatMap((note) => (note.kind === 'line' && note.why.trim() !== '' ? [note.deal] : [])));
  return {
    refresh: team.unknown.unseen,
    reasons: team.moves.filter(({ deal, kinds }) => kinds.some((kind) => OFF_COURSE.has(kind)) && !told.has(deal)),
    call: draft?.call == null,
    actions: notes.flatMap((note) =>
      note.kind === 'action' && note.done === null ? [{ deal: note.deal, action: note.action }] : [],
    ),
  };
}

/** "9 deals to refresh, 3 moves without a reason, the call not typed." */
export function sayNeeds({ refresh, reasons, call, actions }: DraftNeeds, locale: string | undefined): string {
  const { deals, count, capital } = wordsFor(locale);
  const parts = [
    ...(refresh.length > 0 ? [`${deals(refresh.length)} to refresh`] : []),
    ...(reasons.length > 0 ? [`${count(reasons.length, 'move')} without a reason`] : []),
    ...(call ? ['the call not typed'] : []),
    ...(actions.length > 0 ? [`${count(actions.length, 'action')} of the last sheet without a word`] : []),
  ];
  return parts.length === 0 ? 'Nothing is missing: it can be frozen.' : `${capital(parts.join(', '))}.`;
}
