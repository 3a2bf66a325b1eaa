import type { DraftNeed, DraftScreen } from '../../../components/snapshots/snapshots-state.ts';
import type { DealRow } from '../../../lib/coaching/card.ts';
import { rowOf } from '../../../lib/coaching/pick-touches.ts';
import type { Speaker } from '../../../lib/coaching/words/dates.ts';
import { wordsFor } from '../../../lib/coaching/words/words-for.ts';
import type { SnapshotDraft } from '../../../lib/deal/frozen-snapshot.ts';
import { formatMoney } from '../../../lib/deal/money.ts';
import type { Week } from '../../../lib/deal/week.ts';
import type { SnapshotContent } from '../../../lib/snapshot/content.ts';
import { contentSpeech } from '../../../lib/snapshot/content-speech.ts';
import { draftNeeds, offCourse } from '../../../lib/snapshot/draft.ts';
import { sayMove } from '../../../lib/snapshot/say-move.ts';
import { emptyDraft } from '../../../lib/store/snapshot-store.ts';
import { noneOf } from '../../../lib/team/today/asked.ts';
import type { KnownTeam } from '../known-team.ts';

type Drafted = {
  content: SnapshotContent;
  draft: SnapshotDraft | null;
  week: Week;
  title: string;
  say: Speaker;
  locale: string | undefined;
};

/** What the draft of a week wants, and what was typed for it. */
export function draftScreen(known: KnownTeam, { content, draft, week, title, say, locale }: Drafted): DraftScreen {
  const words = wordsFor(locale);
  const speech = contentSpeech(content, locale);
  const byId = new Map(known.team().deals.map((deal) => [deal.id, deal]));
  const rows = (ids: readonly string[]) =>
    ids.flatMap((id): DealRow[] => {
      const deal = byId.get(id);
      return deal ? [rowOf(deal.now, `last seen ${say.on(deal.lastSeenAt)}`, say, words)] : [];
    });
  const { refresh, reasons, call, actions } = draftNeeds(content, draft);
  const needs: (DraftNeed | null)[] = [
    refresh.length > 0
      ? { id: 'refresh', text: `${words.deals(refresh.length)} to refresh: open them in your CRM`, rows: rows(refresh) }
      : null,
    reasons.length > 0
      ? { id: 'reasons', text: `${words.count(reasons.length, 'move')} without a reason`, rows: [] }
      : null,
    call ? { id: 'call', text: 'Your call is not typed', rows: [] } : null,
    actions.length > 0
      ? { id: 'actions', text: `${words.count(actions.length, 'action')} of the last sheet without a word`, rows: [] }
      : null,
  ];
  const moved = new Set(offCourse(content).map(({ deal }) => deal));
  const deciding = content.team.deciding.flatMap((deal) =>
    moved.has(deal) ? [] : [[deal, 'decides the quarter with a few others'] as const],
  );
  const last = content.team.before?.call ?? null;
  return {
    from: week.from,
    week: title,
    needs: needs.filter((need) => need !== null),
    moves: [...offCourse(content).map((move) => [move.deal, sayMove(move, speech)] as const), ...deciding].map(
      ([deal, told]) => ({ deal, told, name: speech.dealName(deal), url: speech.deal(deal)?.url ?? '' }),
    ),
    past: content.notes.flatMap((note) =>
      note.kind === 'action'
        ? [{ deal: note.deal, action: note.action, told: `${speech.dealName(note.deal)}: ${note.action}` }]
        : [],
    ),
    like: content.team.goal
      ? { ...content.team.goal, minor: 0, halfStep: 0 }
      : noneOf(known.team().deals, known.settings.homeCurrency),
    lastCall: last && formatMoney(last, locale),
    people: known.team().people.map(({ name }) => name),
    typed: draft ?? emptyDraft(week.from),
  };
}
