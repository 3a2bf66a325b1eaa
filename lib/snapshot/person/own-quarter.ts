import type { PersonPart } from '../content.ts';
import type { ContentSpeech } from '../content-speech.ts';
import type { SheetBlock, SheetSection } from '../document.ts';

const sentence = (text: string): SheetBlock => ({ kind: 'sentence', text });

export function quarterSection({ sums, gap, calls, name }: PersonPart, speech: ContentSpeech): SheetSection {
  const { total, carried, quarter, hasAmounts, personName, content } = speech;
  const who = name === null ? '' : `${personName(content.team.people[0] ?? null)}: `;
  const blocks: SheetBlock[] = hasAmounts
    ? [
        {
          kind: 'sentence',
          text: `${who}${quarter} ${total(sums.closed)} closed, ${total(sums.commit)} commit, ${total(sums.bestCase)} best case, ${total(sums.pipeline)} pipeline.`,
          isLead: true,
        },
        sentence(
          gap === null
            ? 'No goal of yours is set.'
            : gap.gap.minor > 0
              ? `Your goal is ${carried(gap.goal)}; ${carried(gap.gap)} to go after closed and commit.`
              : `Your goal is ${carried(gap.goal)}; closed and commit reach it.`,
        ),
        ...(calls.own ? [sentence(`Your call: ${carried(calls.own)}.`)] : []),
      ]
    : [{ kind: 'sentence', text: `${who}amounts are left out of this page.`, isLead: true }];
  return { id: 'quarter', title: 'Your quarter', blocks };
}

export function ownPromisesSection(
  { promises: { kept, moved, open } }: PersonPart,
  { words }: ContentSpeech,
): SheetSection {
  const parts = [
    `${words.count(kept, 'promise')} of yours kept`,
    ...(moved > 0 ? [`${moved} moved to another day`] : []),
    `${open} open`,
  ];
  return {
    id: 'promises',
    title: 'What you promised',
    blocks: [sentence(`${parts.join(', ')}. Each with its day and proof in the table Promises.`)],
  };
}
