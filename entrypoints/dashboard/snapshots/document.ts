import { inForce, type SnapshotDraft } from '../../../lib/deal/frozen-snapshot.ts';
import { compareDocument } from '../../../lib/snapshot/compare.ts';
import type { SnapshotContent } from '../../../lib/snapshot/content.ts';
import type { SnapshotDocument } from '../../../lib/snapshot/document.ts';
import { draftWeek } from '../../../lib/snapshot/due.ts';
import { type MaskOptions, maskContents } from '../../../lib/snapshot/mask.ts';
import { personDocument } from '../../../lib/snapshot/person-page.ts';
import { type SheetStatus, sheetDocument } from '../../../lib/snapshot/sheet.ts';
import { openSnapshots } from '../../../lib/store/snapshot-store.ts';
import type { KnownTeam } from '../known-team.ts';
import { contentToFreeze, frozenContent } from './freeze-week.ts';
import type { SnapshotRecords } from './records.ts';
import { dueInput, weekDue } from './week-due.ts';

/** Which sheet is meant, and what of it. */
export type SheetChoice = {
  /** A frozen snapshot by its id, the draft of the week that begins on a day, or whichever of them is the last that stands. */
  of: { id: string } | { draft: string; corrects: string | null } | 'last';
  left: MaskOptions;
  /** One person's own page alone. */
  person: string | null;
  /** Another frozen snapshot that it is held against. */
  with: string | null;
  locale: string | undefined;
};

/** The content that is meant, whole, with what is known of it; null where it is not on record any more. */
export async function contentOfChoice(
  known: KnownTeam,
  records: SnapshotRecords,
  { of: asked }: Pick<SheetChoice, 'of'>,
): Promise<{ content: SnapshotContent; status: SheetStatus; draft: SnapshotDraft | null } | null> {
  const of = asked === 'last' ? lastOf(known, records) : asked;
  if (of === null) return null;
  if ('id' in of) {
    const head = records.heads.find(({ id }) => id === of.id);
    const content = head && (await frozenContent(head.id));
    if (!head || !content) return null;
    const { from, to, frozenAt, reviewed, root } = head;
    const frozen = { kind: 'frozen', frozenAt, reviewed, by: known.settings.me, root } as const;
    return { content, status: { ...frozen, week: { from, to } }, draft: null };
  }
  const due = weekDue(known, records, of.draft, of.corrects);
  if (!due) return null;
  const draft = await draftOf(of.draft);
  const key = JSON.stringify([of, draft, records.heads.map(({ id }) => id)]);
  const built = drafted.get(known);
  const content =
    built?.key === key ? built.content : contentToFreeze(known, records, { ...due, draft, corrects: of.corrects });
  drafted.set(known, { key, content });
  return { content: await content, status: { kind: 'draft', week: due.week }, draft };
}

/** What a draft wants and its sheet are asked for together: worked out once. */
const drafted = new WeakMap<KnownTeam, { key: string; content: Promise<SnapshotContent> }>();

function lastOf(known: KnownTeam, records: SnapshotRecords): Exclude<SheetChoice['of'], 'last'> | null {
  const due = draftWeek(dueInput(known, records));
  if (due) return { draft: due.week.from, corrects: null };
  const last = inForce(records.heads).at(-1);
  return last ? { id: last.id } : null;
}

async function draftOf(from: string): Promise<SnapshotDraft | null> {
  const store = openSnapshots();
  try {
    return await store.draft(from);
  } finally {
    store.close();
  }
}

/** Null where the snapshot, or the person's part of it, is not on record any more. */
export async function documentOf(
  known: KnownTeam,
  records: SnapshotRecords,
  choice: SheetChoice,
): Promise<{ document: SnapshotDocument; content: SnapshotContent } | null> {
  const found = await contentOfChoice(known, records, choice);
  if (!found) return null;
  const { status } = found;
  const against = choice.with === null ? null : await frozenContent(choice.with);
  const [content = found.content, other] = maskContents(
    against ? [found.content, against] : [found.content],
    choice.left,
  );
  const document = other
    ? compareDocument(other, content, choice.locale)
    : choice.person !== null
      ? personDocument(content, choice.person, status, choice.locale)
      : sheetDocument(content, status, choice.locale);
  return document && { document, content };
}
