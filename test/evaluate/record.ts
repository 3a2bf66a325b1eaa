import type { DealAnswer } from '../../lib/deal/answer.ts';
import type { Instant } from '../../lib/deal/day.ts';
import type { FieldValues, Stage } from '../../lib/deal/fields.ts';
import { type PastEntry, type PastPart, pastKeys } from '../../lib/deal/past.ts';
import type { DealReading } from '../../lib/deal/reading.ts';
import { type DealState, deriveChanges } from '../../lib/history/derive-changes.ts';
import type { DealHistory } from '../../lib/history/types.ts';

/** What a page said at a moment: null is a field seen empty, a field left out was not on it. */
export type Look = { at: Instant; said: { [F in keyof FieldValues]?: FieldValues[F] | null } };
export type Dated = { at: Instant; entry: PastEntry };

/** A history as the store would have written it, look by look, each with what the page then showed of the past. */
export function record(
  id: string,
  looks: readonly Look[],
  extras: { stages?: Stage[]; parts?: PastPart[]; past?: Dated[]; answers?: Omit<DealAnswer, 'deal'>[] } = {},
): DealHistory {
  const deal = { id, crm: 'evaluate', tenant: 'evaluate', url: '', firstSeenAt: looks[0]?.at ?? 0 };
  const history: DealHistory = {
    ...{ deal, changes: [], sightings: [], promises: [], waits: [], prompts: [], stages: extras.stages ?? [] },
    ...(extras.answers && { answers: extras.answers.map((answer) => ({ deal: id, ...answer })) }),
  };
  let state: DealState | null = null;
  let seq = 0;
  for (const { at, said } of looks) {
    const meta = { deal: id, crm: 'evaluate', page: 'record' as const, at, recordedAt: at };
    const derived = deriveChanges(state, readingOf(said), meta);
    for (const change of derived.changes) history.changes.push({ ...change, seq: ++seq });
    history.sightings.push({ seq: ++seq, at, recordedAt: at, page: 'record', mask: derived.mask });
    state = derived.state;
  }
  return extras.parts ? { ...history, past: pastOf(id, looks, extras.parts, extras.past ?? []) } : history;
}

function readingOf(said: Look['said']): DealReading {
  const fields: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(said)) {
    fields[field] =
      value === null ? { ok: false, reason: 'empty' } : { ok: true, value, raw: String(value), rule: field };
  }
  // Each value comes under its own field's name.
  return { recordId: null, url: null, fields: fields as DealReading['fields'] };
}

function pastOf(deal: string, looks: readonly Look[], parts: PastPart[], dated: readonly Dated[]): DealHistory['past'] {
  const sorted = [...dated].sort((a, b) => a.at - b.at);
  const keys = pastKeys(sorted.map(({ entry }) => entry));
  const last = looks.at(-1)?.at ?? 0;
  const rows = sorted.map(({ at, entry }, index) => {
    // First shown by the first look that came after it.
    const seenAt = looks.find((look) => look.at >= at)?.at ?? at;
    return { deal, key: keys[index] ?? '', entry, seenAt, lastSeenAt: Math.max(seenAt, last), recordedAt: seenAt };
  });
  const standing = (at: Instant) => rows.filter((row) => row.recordedAt <= at).map(({ key }) => key);
  const looked = looks.map(({ at }) => ({ deal, at, recordedAt: at, parts, standing: standing(at) }));
  return { rows, looks: looked };
}
