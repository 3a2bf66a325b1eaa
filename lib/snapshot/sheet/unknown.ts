import type { ContentSpeech } from '../content-speech.ts';
import type { SheetSection } from '../document.ts';

/** What the other seven parts cannot know. */
export function unknownSection(speech: ContentSpeech): SheetSection {
  const { team, words, say, total, hasAmounts } = speech;
  const { unseen, unseenSums, lacking, crm, gone, sweptAt, historySince } = team.unknown;
  const unseenText =
    unseen.length === 0
      ? 'Every open deal was seen this week.'
      : `${words.deals(unseen.length)} not seen this week${hasAmounts ? `, ${total(unseenSums)}` : ''}.`;
  const items = [
    unseenText,
    ...lacking.map(({ field, neverSeen, empty }) => {
      const parts = [
        ...(neverSeen.length > 0 ? [`never seen on ${words.deals(neverSeen.length)}`] : []),
        ...(empty.length > 0 ? [`empty on ${words.deals(empty.length)}`] : []),
      ];
      return `${words.capital(words.field(field))}: ${parts.join(', ')}.`;
    }),
    ...(gone.length > 0 ? [`${words.deals(gone.length)} gone from a view, and nobody said what became of them.`] : []),
    ...(hasAmounts ? [sayCrm(crm, speech)] : []),
    sweptAt === null
      ? 'The week’s sweep was not read to its end.'
      : `Every pinned view was read to its end by ${say.on(sweptAt)}.`,
    historySince === null
      ? 'Nothing is on record yet.'
      : `History since ${say.fullDay(historySince)}, as seen from this browser.`,
  ];
  return { id: 'unknown', title: 'Not known', blocks: [{ kind: 'list', items, none: '' }] };
}

function sayCrm(crm: ContentSpeech['team']['unknown']['crm'], { total }: ContentSpeech): string {
  if (!crm) return 'The CRM’s own closed total was not typed, so ours is not held against it.';
  const more = crm.apart.filter(({ minor }) => minor > 0);
  const less = crm.apart.filter(({ minor }) => minor < 0).map((sum) => ({ ...sum, minor: -sum.minor }));
  const apart = [
    ...(more.length > 0 ? [`${total(more)} more than is on record`] : []),
    ...(less.length > 0 ? [`${total(less)} less than is on record`] : []),
  ];
  return `The CRM says ${total(crm.closed)} closed: ${apart.join(', ') || 'the same as is on record'}.`;
}
