import type { ContentSpeech } from '../content-speech.ts';
import type { SheetBlock, SheetSection } from '../document.ts';

const MOST = 5;

/** What may close the gap: named pull-ins, what must still be created, and how the next quarter stands. */
export function closingSection(speech: ContentSpeech): SheetSection {
  const { team, words, dealName, say, deal, total, hasAmounts } = speech;
  const { pullIns } = team.closing;
  const shown = pullIns.deals.slice(0, MOST);
  const more = pullIns.deals.length - shown.length;
  const items = shown.map((id) => {
    const one = deal(id);
    const amount = one?.amount ? `, ${speech.money(one.amount)}` : '';
    return `${dealName(id)}${amount}${one?.closeDate ? `, now ${say.day(one.closeDate)}` : ''}`;
  });
  const sums = hasAmounts && pullIns.deals.length > 0 ? `, ${total(pullIns.sums, speech.carried)} in all` : '';
  const head = `${words.capital(words.deals(pullIns.deals.length))} of the next quarter could be pulled in${sums}${more > 0 ? `; the first ${MOST}` : ''}:`;
  const blocks: SheetBlock[] = [
    ...(hasAmounts ? [{ kind: 'sentence' as const, text: sayGap(speech) }] : []),
    ...(items.length > 0 ? [{ kind: 'sentence' as const, text: head }] : []),
    { kind: 'list', items, none: 'No deal of the next quarter is far enough on to be pulled in.' },
    ...(hasAmounts ? [{ kind: 'sentence' as const, text: sayNext(speech) }] : []),
  ];
  return { id: 'closing', title: 'What closes the gap', blocks };
}

function sayGap({ team, carried, say }: ContentSpeech): string {
  const { gap, closing, moment } = team;
  if (!gap) return 'No goal is set, so there is no gap to name.';
  if (gap.gap.minor <= 0)
    return `No gap: closed and commit come to ${carried({ ...gap.goal, minor: gap.goal.minor - gap.gap.minor })}.`;
  const head = `Gap ${carried(gap.gap)} after closed and commit; best case brings ${carried(gap.bestCase)}`;
  const { toCreate, createBy } = closing;
  if (!toCreate || toCreate.minor === 0) return `${head}; with the pull-ins it is covered.`;
  const by =
    createBy === null
      ? 'by when is not known: too few won deals'
      : createBy < moment.today
        ? `by the usual time of won deals it is too late for that since ${say.day(createBy)}`
        : `by ${say.day(createBy)}, as long as won deals usually take`;
  return `${head}; ${carried(toCreate)} must still be created, ${by}.`;
}

function sayNext({ team, total }: ContentSpeech): string {
  const now = `Next quarter: ${total(team.nextQuarter)} open`;
  return team.lastQuarter
    ? `${now}; the same day last quarter it was ${total(team.lastQuarter.next)} for this one.`
    : `${now}; the same day last quarter is not on record.`;
}
