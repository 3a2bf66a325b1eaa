import { formatMoney, sumByCurrency } from '../deal/money.ts';
import type { Role } from '../deal/role.ts';
import type { DealHistory, Moment } from '../history/types.ts';
import { type Vanished, wasSeenSince } from '../history/vanished.ts';
import type { JudgedBy } from '../risk/assess.ts';
import type { TeamContext } from '../risk/team-context.ts';
import type { DealRow, ListCard, ListMark } from './card.ts';
import { type DealNow, dealsNow } from './deals-now.ts';
import { describeSignal } from './describe-signal.ts';
import { isMine } from './is-mine.ts';
import { columnAdvice, rowsText } from './list-columns.ts';
import type { ListLook, ListRow } from './list-look.ts';
import { hasPromiseBy, rowOf } from './pick-touches.ts';
import { pointsOf, relativeValues } from './rank.ts';
import { saySums } from './say-sums.ts';
import { snoozeIn } from './snooze.ts';
import { shorten } from './words/clean-text.ts';
import { type Speaker, speakerAt } from './words/dates.ts';
import type { Words } from './words/english.ts';
import { wordsFor } from './words/words-for.ts';

export type ListCardInput = {
  look: ListLook;
  histories: readonly DealHistory[];
  team: TeamContext | null;
  role: Role;
  moment: Moment;
  settings: JudgedBy & { me: string | null; locale: string | undefined };
  /** Whether marks stand in the rows of this kind of page. */
  marksOn: boolean;
  /** Deals that stood here when this view was last seen whole. */
  gone: (Vanished & { histories: readonly DealHistory[] }) | null;
};

/** More marks than this share of the deals in sight make none of them stand out. */
const MOST_MARKED = 0.25;
/** In a list of six a quarter is one: fewer than this are never thinned out. */
const FEW = 3;

/** What one list or board calls for, and which of its rows carry a mark. */
export function buildListCard({
  look,
  histories,
  team,
  role,
  moment,
  settings,
  marksOn,
  gone,
}: ListCardInput): ListCard {
  const { me, locale } = settings;
  const words = wordsFor(locale);
  const say = speakerAt(moment.asOf, moment.timeZone, locale);
  const open = dealsNow(histories, moment, settings, team).filter(({ outcome }) => outcome === 'open');
  // A list need not show owners: a deal whose owner was never seen is not somebody else's.
  const mayBeMine = (deal: DealNow) => !deal.deal.fields.owner?.value || isMine(deal, me ?? '');
  const mine = role === 'rep' && me !== null ? open.filter(mayBeMine) : open;
  const values = relativeValues(open);
  const worth = (deal: DealNow) => values.get(deal) ?? 1;
  const marked = mine
    .filter((deal) => calls(deal, say.today))
    .sort((a, b) => pointsOf(b) * worth(b) - pointsOf(a) * worth(a));
  // Nothing known is no all-clear.
  const isUnknown = look.rows.length > 0 && look.rows.every(({ deal }) => deal === null);
  const unmatched = look.rows.filter(({ deal, recordId }) => deal === null && recordId === null);
  return {
    page: look.page,
    pill: isUnknown ? words.inList.unknownPill : words.inList.pill(marked.length),
    band: marked.some(({ assessment }) => assessment.score.band === 'closer') ? 'closer' : marked[0] ? 'look' : 'quiet',
    line1: isUnknown ? words.inList.unknown : headline(marked, mine.length, role, words, say),
    touch: marked.map((deal) => ({ ...rowOf(deal, '', say, words), fact: factOf(deal, words, say) })),
    ...marksOf({ marked, open: open.length, look, worth, words, say }),
    marksOn,
    rows: rowsText(look.loaded, look.total, words),
    sums: saySums(look.sums, words, say),
    unmatched:
      unmatched.length > 0
        ? { text: words.inList.unmatched(unmatched.length), rows: unmatched.map((row) => unmatchedRow(row, words)) }
        : null,
    gone: goneRows(gone, moment, settings, team, say, words),
    advice: look.rows.length > 0 ? columnAdvice(new Set(look.shown), words) : null,
  };
}

/** Nobody knows yet what became of them: not won, not lost, and not seen elsewhere since. */
function goneRows(
  gone: ListCardInput['gone'],
  moment: Moment,
  by: JudgedBy,
  team: TeamContext | null,
  say: Speaker,
  words: Words,
): ListCard['gone'] {
  if (!gone) return null;
  const unseen = gone.histories.filter((history) => !wasSeenSince(history, gone));
  const open = dealsNow(unseen, moment, by, team).filter(({ outcome }) => outcome === 'open');
  if (open.length === 0) return null;
  const text = words.inList.gone(open.length, say.on(gone.stoodAt));
  return { text, rows: open.map((deal) => rowOf(deal, '', say, words)) };
}

/** A parked or snoozed deal rests until a promise falls due; one that was not seen for long is no longer vouched for. */
function calls(deal: DealNow, today: string): boolean {
  const { assessment, wait, history } = deal;
  if (hasPromiseBy(deal, today)) return true;
  if (wait !== null || snoozeIn(history.prompts, today) !== null) return false;
  return assessment.score.band !== 'quiet' && assessment.on.length > 0;
}

function headline(marked: readonly DealNow[], open: number, role: Role, words: Words, say: Speaker): string {
  if (marked.length === 0) return words.inList.none(open, role);
  const amounts = marked.flatMap(({ deal }) => deal.fields.amount?.value ?? []);
  const together = words.list(sumByCurrency(amounts).map((sum) => formatMoney(sum, say.locale, 'short')));
  return words.inList.marked(marked.length, open, together);
}

function factOf({ assessment, history }: DealNow, words: Words, say: Speaker): string {
  const due = history.promises.find(({ settled, by }) => settled === null && by <= say.today);
  if (due) return words.sentence(words.inList.promise(say.weekday(due.by), shorten(due.what, 90)));
  const [strongest] = assessment.on;
  return strongest ? words.sentence(describeSignal(strongest, words, say).fact) : '';
}

type Marking = {
  marked: readonly DealNow[];
  open: number;
  look: ListLook;
  worth: (deal: DealNow) => number;
  words: Words;
  say: Speaker;
};

/** Rows are known by their record ids: one without is never marked, for another deal may stand in it a moment later. */
function marksOf({ marked, open, look, worth, words, say }: Marking): Pick<ListCard, 'marks' | 'rest'> {
  const recordIds = new Map<string, string>();
  for (const { deal, recordId } of look.rows) if (deal !== null && recordId !== null) recordIds.set(deal, recordId);
  const rows = marked.filter(({ history }) => recordIds.has(history.deal.id));
  const most = Math.max(FEW, Math.floor(open * MOST_MARKED));
  const byValue =
    rows.length > most ? [...rows].sort((a, b) => worth(b) - worth(a) || pointsOf(b) - pointsOf(a)) : rows;
  const marks = byValue.slice(0, most).map((deal): ListMark => {
    const { assessment, history } = deal;
    const [strongest] = assessment.on;
    const isDue = hasPromiseBy(deal, say.today);
    return {
      recordId: recordIds.get(history.deal.id) ?? '',
      deal: history.deal.id,
      shape: isDue ? 'clock' : assessment.score.band === 'closer' ? 'diamond' : 'half',
      text: strongest && !isDue ? words.mark(strongest) : words.inList.promiseDue,
      fact: factOf(deal, words, say),
    };
  });
  const rest = rows.length - marks.length;
  if (rows.length === 0 && marked.length > 0) return { marks, rest: words.inList.noIds };
  return { marks, rest: rest > 0 ? words.inList.rest(rest) : null };
}

function unmatchedRow({ name, url }: ListRow, words: Words): DealRow {
  return { deal: null, name: shorten(name ?? '', 120) || words.unnamed, url, detail: '', amount: null };
}
