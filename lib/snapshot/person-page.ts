import type { SnapshotContent } from './content.ts';
import { contentSpeech } from './content-speech.ts';
import type { SnapshotDocument } from './document.ts';
import { ofPerson } from './person/of-person.ts';
import { ownPromisesSection, quarterSection } from './person/own-quarter.ts';
import { ownDeals, ownPromises, ownReasons } from './person/own-tables.ts';
import { changesSection, nextSection, seenSection, talkSection } from './person/own-week.ts';
import { sayDays } from './say-week.ts';
import { footerOf, type SheetStatus } from './sheet.ts';

/** One person's own page, to be handed to them. Null: the content has no part of theirs. */
export function personDocument(
  whole: SnapshotContent,
  person: string,
  status: SheetStatus,
  locale: string | undefined,
): SnapshotDocument | null {
  const content = ofPerson(whole, person);
  const part = content?.people[0];
  if (!content || !part) return null;
  const speech = contentSpeech(content, locale);
  const { say, team } = speech;
  return {
    title: `Your week, ${sayDays(status.week, say)}`,
    // Who reviewed it is no business of this page.
    footer: footerOf(speech, status.kind === 'frozen' ? { ...status, by: null } : status),
    sheet: [
      quarterSection(part, speech),
      changesSection(speech),
      ownPromisesSection(part, speech),
      talkSection(part, speech),
      nextSection(speech),
      seenSection(speech),
    ],
    tables: [ownDeals(speech), ownReasons(speech), ownPromises(part, speech)],
    locale,
    timeZone: team.moment.timeZone,
  };
}
