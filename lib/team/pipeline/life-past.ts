import { shorten } from '../../coaching/words/clean-text.ts';
import type { EventKind, EventSide, PastEntry } from '../../deal/past.ts';
import type { PastRow } from '../../history/types.ts';
import type { LifePart, LifeSource } from './life-item.ts';

const EVENTS: Record<EventKind, string> = {
  email: 'Mail',
  call: 'Call',
  meeting: 'Meeting',
  note: 'Note',
  task: 'Task',
  other: 'Entry',
};
const SIDES: Record<EventSide, string> = { buyer: ', theirs', seller: ', ours', unknown: '' };

/** What the deal's page showed of its past, of who is on it and of what is planned, each once. */
export function pastInLife({ history, moment, words, say }: LifeSource): LifePart[] {
  const rows = history.past?.rows.filter(({ recordedAt }) => recordedAt <= moment.knownAt) ?? [];
  return rows.flatMap((row): LifePart[] => {
    const said = textOf(row.entry, say.day);
    const day = dayOf(row, say.dayOf);
    if (said === null || day > say.today) return [];
    const { raw, rule } = row.entry.evidence;
    const seen = `${say.on(row.seenAt)}, ${say.clock(row.seenAt)}`;
    const evidence = { field: said.field, raw: shorten(raw, 400), rule, page: words.page('record'), seen };
    return [{ kind: 'page', day, order: row.seenAt, text: said.text, note: said.note, evidence }];
  });
}

/** What has no day of its own stands on the day on which a page showed it first. */
function dayOf({ entry, seenAt }: PastRow, dayAt: (at: number) => string): string {
  return 'day' in entry ? entry.day : dayAt(seenAt);
}

type Said = { field: string; text: string; note: string | null };

function textOf(entry: PastEntry, day: (day: string) => string): Said | null {
  switch (entry.kind) {
    case 'event': {
      const what = `${EVENTS[entry.what]}${SIDES[entry.side]}`;
      const said = [entry.who, entry.text].filter(Boolean).join(': ');
      return { field: EVENTS[entry.what], text: said === '' ? what : `${what}: ${shorten(said, 160)}`, note: null };
    }
    case 'stage': {
      const move = entry.from === null ? entry.to : `${entry.from} → ${entry.to}`;
      return { field: 'Stage', text: `Stage: ${shorten(move, 120)}`, note: 'as its page tells' };
    }
    case 'planned': {
      const note = entry.due === null ? 'without a day' : `for ${day(entry.due)}`;
      return { field: 'Planned', text: `Planned: ${shorten(entry.what, 160)}`, note };
    }
    case 'contact': {
      const name = shorten(entry.name);
      return {
        field: 'Contact',
        text: `On it: ${name}${entry.role ? ` (${shorten(entry.role)})` : ''}`,
        note: 'seen first',
      };
    }
    // That something was changed says less than the change itself, where it was seen.
    case 'modified':
      return null;
  }
}
