import { type Compared, compared } from './compare/compared.ts';
import { type FigureDifference, figureDifferences } from './compare/figures.ts';
import {
  dealDifferencesTable,
  figuresTable,
  peopleDifferencesTable,
  promiseDifferencesTable,
} from './compare/tables.ts';
import type { SnapshotContent } from './content.ts';
import { type ContentSpeech, contentSpeech } from './content-speech.ts';
import { NOT_WORDS } from './content-words.ts';
import type { SheetBlock, SnapshotDocument } from './document.ts';
import { sayCall } from './sheet/call.ts';

/**
 * What differs between two snapshots of any weeks, whichever is given first. Both are to be masked in one go, or not at all.
 */
export function compareDocument(
  one: SnapshotContent,
  other: SnapshotContent,
  locale: string | undefined,
): SnapshotDocument {
  const isInOrder = one.team.moment.asOf <= other.team.moment.asOf;
  const earlier = contentSpeech(isInOrder ? one : other, locale);
  const later = contentSpeech(isInOrder ? other : one, locale);
  const differences = compared(earlier.content, later.content);
  const hasAmounts = earlier.hasAmounts && later.hasAmounts;
  const figures = hasAmounts ? figureDifferences(earlier.team, later.team) : [];
  const when = ({ team, say }: ContentSpeech) => say.fullDay(team.moment.today);
  return {
    title: `${when(earlier)} and ${when(later)} compared`,
    footer: [earlier, later].map((speech) => `As of ${when(speech)}, ${speech.say.clock(speech.team.moment.asOf)}`),
    sheet: [
      { id: 'figures', title: 'Figures', blocks: figureBlocks(earlier, later, figures, hasAmounts) },
      { id: 'deals', title: 'Deals', blocks: [{ kind: 'sentence', text: sayDeals(differences, later) }] },
      { id: 'promises', title: 'Promises', blocks: [{ kind: 'sentence', text: sayPromises(differences, later) }] },
    ],
    tables: [
      figuresTable(figures),
      peopleDifferencesTable(differences, earlier, later),
      dealDifferencesTable(differences, earlier, later),
      promiseDifferencesTable(differences, later),
    ],
    locale,
    timeZone: later.team.moment.timeZone,
  };
}

function figureBlocks(
  earlier: ContentSpeech,
  later: ContentSpeech,
  figures: readonly FigureDifference[],
  hasAmounts: boolean,
): SheetBlock[] {
  if (!hasAmounts) return [{ kind: 'sentence', text: NOT_WORDS.amountsOut, isLead: true }];
  const isTurned = earlier.team.moment.quarter.id !== later.team.moment.quarter.id;
  const call = figures.find(({ title }) => title === 'Call');
  return [
    { kind: 'sentence', text: sayCall(later), isLead: true },
    ...(call?.by && !isTurned ? [{ kind: 'sentence' as const, text: sayMoved(call, later) }] : []),
    ...(isTurned
      ? [
          {
            kind: 'sentence' as const,
            text: `They are of two quarters, ${earlier.quarter} and ${later.quarter}: each figure is of its own.`,
          },
        ]
      : []),
  ];
}

function sayMoved({ earlier, later, by }: FigureDifference, { carried }: ContentSpeech): string {
  if (!by || !earlier || !later || by.minor === 0) return 'The call is the same in both.';
  const apart = carried({ ...by, minor: Math.abs(by.minor) });
  return `The call went from ${carried(earlier)} to ${carried(later)}, ${apart} ${by.minor > 0 ? 'up' : 'down'}.`;
}

function sayDeals({ deals }: Compared, { words }: ContentSpeech): string {
  const of = (kind: Compared['deals'][number]['kind']) => deals.filter((one) => one.kind === kind).length;
  return `${words.capital(words.deals(of('entered')))} entered, ${of('left')} left, ${of('moved')} moved.`;
}

function sayPromises({ promises }: Compared, { words }: ContentSpeech): string {
  const fresh = promises.filter(({ earlier }) => earlier === null).length;
  const kept = promises.filter(({ earlier, later }) => earlier?.state !== 'kept' && later.state === 'kept').length;
  const moved = promises.filter(({ earlier, later }) => earlier && earlier.by !== later.by).length;
  return `${words.capital(words.count(fresh, 'promise'))} not known before; ${kept} kept, ${moved} moved to another day since.`;
}
