import type { DraftScreen, SnapshotsHome } from '../../../components/snapshots/snapshots-state.ts';
import { speakerAt } from '../../../lib/coaching/words/dates.ts';
import { inForce, type SnapshotDraft } from '../../../lib/deal/frozen-snapshot.ts';
import type { SnapshotDocument } from '../../../lib/snapshot/document.ts';
import { draftNeeds, sayNeeds } from '../../../lib/snapshot/draft.ts';
import { draftWeek, nextReady } from '../../../lib/snapshot/due.ts';
import { sayVerification } from '../../../lib/snapshot/say-verification.ts';
import { sayWeek } from '../../../lib/snapshot/say-week.ts';
import { mainHtml } from '../../../lib/snapshot/write/html.ts';
import { richTextOf } from '../../../lib/snapshot/write/rich-text.ts';
import type { KnownTeam } from '../known-team.ts';
import { contentOfChoice, documentOf, type SheetChoice } from '../snapshots/document.ts';
import { draftScreen } from '../snapshots/draft-screen.ts';
import { freezeWeek } from '../snapshots/freeze-week.ts';
import { recordsOf } from '../snapshots/records.ts';
import { verifyFrozen } from '../snapshots/verify-frozen.ts';
import { dueInput, fallenWeeks, weekDue } from '../snapshots/week-due.ts';

type Spoken = { locale: string | undefined };

const speakerOf = ({ moment }: KnownTeam, { locale }: Spoken) => speakerAt(moment.asOf, moment.timeZone, locale);

/** How many weeks ended unfrozen. Before they are frozen no draft has a beginning to count from. */
export async function weeksUnfrozen(known: KnownTeam): Promise<number> {
  return fallenWeeks(known, await recordsOf(known)).length;
}

/** All snapshots, and the draft that waits. */
export async function snapshots(known: KnownTeam, spoken: Spoken): Promise<SnapshotsHome> {
  const records = await recordsOf(known);
  const unfrozen = fallenWeeks(known, records).length;
  const say = speakerOf(known, spoken);
  const due = draftWeek(dueInput(known, records));
  const found =
    due && unfrozen === 0 && (await contentOfChoice(known, records, { of: { draft: due.week.from, corrects: null } }));
  const next = nextReady(dueInput(known, records));
  const stands = new Set(inForce(records.heads).map(({ id }) => id));
  return {
    drafts:
      due && found
        ? [
            {
              ...{ from: due.week.from, week: sayWeek(due.week, say) },
              needs: sayNeeds(draftNeeds(found.content, found.draft), spoken.locale),
            },
          ]
        : [],
    waits: due && unfrozen > 0 ? sayWeek(due.week, say) : null,
    unfrozen,
    nextOn: next && say.weekday(next),
    items: records.heads.toReversed().map((head) => ({
      id: head.id,
      week: sayWeek(head, say),
      text: `As of ${say.on(head.asOf)}, ${say.clock(head.asOf)}${head.corrects ? '; a correction' : ''}`,
      stamp: head.reviewed ? ('reviewed' as const) : ('not reviewed' as const),
      isInForce: stands.has(head.id),
    })),
    damaged: records.damaged,
  };
}

/** What a draft wants and what was typed for it; null where its week is not to be frozen now. */
export async function snapshotDraft(
  known: KnownTeam,
  { from, corrects, locale }: Spoken & { from: string; corrects: string | null },
): Promise<DraftScreen | null> {
  const records = await recordsOf(known);
  const due = weekDue(known, records, from, corrects);
  const found = due && (await contentOfChoice(known, records, { of: { draft: from, corrects } }));
  if (!due || !found) return null;
  const say = speakerOf(known, { locale });
  return draftScreen(known, { ...found, week: due.week, title: sayWeek(due.week, say), say, locale });
}

/** Freezes what the draft says; gives the new snapshot's id. */
export async function snapshotFreeze(
  known: KnownTeam,
  { draft, corrects }: { draft: SnapshotDraft; corrects: string | null },
): Promise<string> {
  const records = await recordsOf(known);
  if (corrects === null && fallenWeeks(known, records).length > 0)
    throw new Error('Weeks before this one are not frozen yet. They freeze first; then freeze this one.');
  const due = weekDue(known, records, draft.from, corrects);
  if (!due) throw new Error('This week cannot be frozen now: it is frozen already, or its draft does not stand ready.');
  return (await freezeWeek(known, records, { ...due, draft, corrects })).head.id;
}

export type SheetShown = {
  /** All that is in the body of its file. */
  html: string;
  /** For a mail or a chat. */
  rich: { html: string; text: string };
  /** Who has a part of their own in it. */
  people: { id: string; name: string }[];
  others: { id: string; week: string }[];
  week: string;
  corrected: { id: string; text: string } | null;
  isInForce: boolean;
  /** The week's first day. */
  from: string;
};

/** Rows of a table that a page shows; ten thousand would hold it up for seconds. */
const ROWS_SHOWN = 100;

/** The sheet whole, and the beginning of each table behind it. */
function forLooking(document: SnapshotDocument): SnapshotDocument {
  const tables = document.tables.map((table) => {
    const { rows, note } = table;
    if (rows.length <= ROWS_SHOWN) return table;
    const said = `The first ${ROWS_SHOWN} of ${rows.length} rows; files hold them all.`;
    return { ...table, rows: rows.slice(0, ROWS_SHOWN), note: `${note} ${said}`.trim() };
  });
  return { ...document, tables };
}

/** A sheet to look at; null where it is not on record any more. */
export async function snapshotSheet(known: KnownTeam, choice: SheetChoice): Promise<SheetShown | null> {
  const records = await recordsOf(known);
  const found = await documentOf(known, records, choice);
  if (!found) return null;
  const say = speakerOf(known, choice);
  const id = typeof choice.of === 'object' && 'id' in choice.of ? choice.of.id : null;
  const head = records.heads.find((one) => one.id === id);
  const later = records.heads.find(({ corrects }) => id !== null && corrects === id);
  const earlier = records.heads.find((one) => one.id === head?.corrects);
  return {
    html: mainHtml(forLooking(found.document)),
    rich: richTextOf(found.document),
    people: found.content.people.flatMap((person) =>
      person.name === null ? [] : [{ id: person.id, name: person.name }],
    ),
    others: records.heads
      .filter((one) => one.id !== id)
      .map((one) => ({ id: one.id, week: sayWeek(one, say) }))
      .toReversed(),
    week: head ? sayWeek(head, say) : found.document.title,
    corrected: later
      ? { id: later.id, text: `Corrected on ${say.on(later.frozenAt)}: see the correction.` }
      : earlier
        ? { id: earlier.id, text: `It corrects what was frozen on ${say.on(earlier.frozenAt)}.` }
        : null,
    isInForce: head !== undefined && later === undefined,
    from: head?.from ?? '',
  };
}

/** Whether a snapshot holds, in sentences; the first is the verdict. */
export async function snapshotVerify(
  known: KnownTeam,
  { id, locale }: Spoken & { id: string },
): Promise<{ sentence: string; isSound: boolean; details: string[] } | null> {
  const { heads } = await recordsOf(known);
  const head = heads.find((one) => one.id === id);
  const checked = head && (await verifyFrozen(known, await recordsOf(known, head.asOf), id));
  if (!checked) return null;
  const { found, content } = checked;
  const say = speakerOf(known, { locale });
  const part = (key: string) => {
    const [kind = '', of = ''] = key.split(' ');
    const deal = content?.deals.find((one) => one.id === of)?.name;
    const person = content?.people.find((one) => one.id === of)?.name;
    const names: Record<string, string> = {
      team: 'the team’s figures',
      deal: `the deal ${deal ?? of}`,
      said: `what was said of ${deal ?? of}`,
      person: `the part of ${person ?? of}`,
      note: 'a line of the manager’s',
      head: 'its head',
    };
    return names[kind] ?? key;
  };
  const [sentence = '', ...details] = sayVerification(found, {
    part,
    day: say.day,
    moment: (at) => `${say.on(at)}, ${say.clock(at)}`,
  });
  return { sentence, isSound: found.verdict === 'sound', details };
}
