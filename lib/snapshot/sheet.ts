import type { Instant } from '../deal/day.ts';
import type { Week } from '../deal/week.ts';
import type { SnapshotContent } from './content.ts';
import { type ContentSpeech, contentSpeech } from './content-speech.ts';
import type { SnapshotDocument } from './document.ts';
import { sayWeek } from './say-week.ts';
import { actionsSection } from './sheet/actions.ts';
import { barSection } from './sheet/bar.ts';
import { callSection } from './sheet/call.ts';
import { closingSection } from './sheet/closing.ts';
import { decidingSection } from './sheet/deciding.ts';
import { movesTable, sinceSection } from './sheet/since.ts';
import { unknownSection } from './sheet/unknown.ts';
import { whoSection } from './sheet/who.ts';
import { bridgeTable } from './tables/bridge-table.ts';
import { changesTable } from './tables/changes-table.ts';
import { coachingTable } from './tables/coaching-table.ts';
import { dealsTable } from './tables/deals-table.ts';
import { peopleTable } from './tables/people-table.ts';
import { promisesTable } from './tables/promises-table.ts';
import { reasonsTable } from './tables/reasons-table.ts';
import { unknownTable } from './tables/unknown-table.ts';

/** Which week it is of, as its head or its draft says. Whether it was frozen, by whom it was reviewed (null: nobody said a name), and by which root it is known. */
export type SheetStatus = { week: Week } & (
  | { kind: 'draft' }
  | { kind: 'frozen'; frozenAt: Instant; reviewed: boolean; by: string | null; root: string }
);

/** As much of the root as tells two snapshots apart. */
const SHORT = 10;

/** The owner's sheet in its eight parts, and the tables that stand behind it. */
export function sheetDocument(
  content: SnapshotContent,
  status: SheetStatus,
  locale: string | undefined,
): SnapshotDocument {
  const speech = contentSpeech(content, locale);
  const { team, say } = speech;
  return {
    title: sayWeek(status.week, say),
    footer: footerOf(speech, status),
    sheet: [
      callSection(speech),
      barSection(speech),
      sinceSection(speech),
      whoSection(speech),
      decidingSection(speech),
      closingSection(speech),
      actionsSection(speech),
      unknownSection(speech),
    ],
    tables: [
      bridgeTable(speech),
      movesTable('moves', 'Moves', 'What weighs most first.', team.moves, speech),
      peopleTable(speech),
      dealsTable(speech),
      changesTable(speech),
      promisesTable(speech),
      reasonsTable(speech),
      coachingTable(speech),
      unknownTable(speech),
    ],
    locale,
    timeZone: team.moment.timeZone,
  };
}

export function footerOf({ team, say, content }: ContentSpeech, status: SheetStatus): string[] {
  const asOf = `As of ${say.fullDay(team.moment.today)}, ${say.clock(team.moment.asOf)}`;
  const { names, amounts } = content.left;
  const left = [
    ...(names === 'masked' ? ['Names are masked.'] : names === 'out' ? ['Names are left out.'] : []),
    ...(amounts === 'out' ? ['Amounts are left out.'] : []),
  ];
  if (status.kind === 'draft') return [asOf, 'Draft: not frozen', ...left];
  const { frozenAt, reviewed, by, root } = status;
  const who = reviewed ? `Reviewed${by && names === 'kept' ? ` by ${by}` : ''}` : 'Not reviewed';
  return [asOf, `${who}; frozen ${say.on(frozenAt)}, ${say.clock(frozenAt)}`, `Hash ${root.slice(0, SHORT)}`, ...left];
}
