import type { ContentSpeech } from '../content-speech.ts';

/** What every figure of the sheet rests on: how many of the open deals were seen since the week began. */
export function sayRests({ content, team, words, say, total, hasAmounts }: ContentSpeech): string {
  const { unseen, unseenSums, unseenSince } = team.unknown;
  const open = content.deals.filter(({ outcome, handedOut }) => outcome === 'open' && !handedOut).length;
  if (open === 0) return 'No open deal is on record.';
  if (unseen.length === 0 || unseenSince === null) return `All ${words.deals(open)} that are open were seen this week.`;
  const what = hasAmounts && unseenSums.length > 0 ? total(unseenSums) : words.deals(unseen.length);
  const since = `${unseen.length === 1 ? 'not seen since' : 'not seen, the longest since'} ${say.day(unseenSince)}`;
  return `${open - unseen.length} of ${open} open deals seen this week; ${what} ${since}.`;
}
